import ArgumentParser
import Glibc
import TransparencyLog

/// What leaves, nodes, proofs and signatures of the log's tree cost: one core, no storage, in the processor's time, so
/// that other work on the machine does not count.
struct TreeHashing: ParsableCommand {
  @Option(help: "Log entries in the tree.") var events = 1_000_000
  @Option(help: "Bytes of an entry.") var bytes = 150
  @Option var runs = 5

  func run() throws {
    let entry = (0..<bytes).map { UInt8(truncatingIfNeeded: $0) }
    let leaf = TreeHash.leaf(entry.span.bytes)
    let count = events
    let leaves = try nanoseconds(each: count) {
      var last = leaf
      for _ in 0..<count { last = TreeHash.leaf(entry.span.bytes) }
      return last
    }
    let nodes = try nanoseconds(each: count) {
      var last = leaf
      for _ in 0..<count { last = TreeHash.node(last, leaf) }
      return last
    }
    let appends = try nanoseconds(each: count) {
      var range = CompactRange()
      var stored: [TreeHash] = []
      for _ in 0..<count {
        stored.removeAll(keepingCapacity: true)
        range.append(TreeHash.leaf(entry.span.bytes), storing: &stored)
      }
      return range.root
    }
    let proof = try nanoseconds(each: 20_000) {
      let proof = InclusionProof(index: 77, hashes: [TreeHash](repeating: leaf, count: 20))
      for _ in 0..<20_000 { try? proof.check(leaf: leaf, in: TreeHead(size: 1 << 20, root: leaf)) }
      return leaf
    }
    let key = try SigningKey(name: NoteName("benchmark"), seed: [UInt8](repeating: 1, count: 32))
    let checkpoint = try Checkpoint(origin: TextLine("benchmark"), head: TreeHead(size: 1 << 20, root: leaf))
    let signed = try nanoseconds(each: 1_000) {
      for _ in 0..<1_000 { _ = try checkpoint.signed(by: key) }
      return leaf
    }
    let (note, policy) = (try checkpoint.signed(by: key).bytes, try TrustPolicy(logKeys: [key.verifier]))
    let opened = try nanoseconds(each: 1_000) {
      for _ in 0..<1_000 { _ = try policy.open(note) }
      return leaf
    }
    Figures.report(
      "tree-hashing",
      [
        ("entry_bytes", Double(bytes)), ("leaf_nanoseconds", leaves), ("node_nanoseconds", nodes),
        ("append_nanoseconds", appends), ("appends_per_second", 1e9 / appends),
        ("check_20_hashes_nanoseconds", proof), ("sign_checkpoint_nanoseconds", signed),
        ("open_checkpoint_nanoseconds", opened),
      ])
  }

  /// The median over the runs, after one that does not count.
  private func nanoseconds(each count: Int, _ body: () throws -> TreeHash) throws -> Double {
    _ = try body()
    let spent = try (0..<runs).map { _ in
      let start = Self.processorNanoseconds()
      _ = try body()
      return Self.processorNanoseconds() - start
    }
    return Figures.median(spent) / Double(count)
  }

  private static func processorNanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
