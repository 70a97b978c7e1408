import ArgumentParser
import Foundation
import ShareLedger

/// Proofs that records are in the tree of a ledger that is there, at positions all over it.
struct Proofs: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prove records of a ledger that is there.")

  @Option(help: "The ledger.")
  var ledger: String
  @Option(help: "How many records.") var runs = 5_000

  func run() throws {
    let ledger = try Ledger(path: ledger, access: .reading)
    defer { try? ledger.close() }
    let head = try ledger.treeHead(.head)
    let key = try SigningKey(name: NoteName("example.com/benchmark"), seed: [UInt8](repeating: 1, count: 32))
    let note = try Checkpoint(origin: TextLine("example.com/benchmark"), head: head).signed(by: key)
    var (inclusion, consistency, bytes): ([Double], [Double], [Double]) = ([], [], [])
    for run in 0..<runs {
      let position = Position(1 + UInt64(run) &* 7_919_999 % head.size)
      var proof = InclusionProof(index: 0, hashes: [])
      inclusion.append(try Figures.seconds { proof = try ledger.inclusionProof(of: position, in: head) } * 1e6)
      try proof.check(leaf: .leaf(ledger.record(at: position)), in: head)
      bytes.append(Double(ProofFile(proof: proof, checkpoint: note).bytes.count))
      let old = try ledger.treeHead(.position(position))
      consistency.append(try Figures.seconds { _ = try ledger.consistencyProof(from: old, to: head) } * 1e6)
    }
    Figures.report(
      "proofs",
      [
        ("events", Double(head.size)), ("inclusion_p50_microseconds", Figures.median(inclusion)),
        ("inclusion_p99_microseconds", Figures.quantile(inclusion, 0.99)),
        ("consistency_p50_microseconds", Figures.median(consistency)),
        ("consistency_p99_microseconds", Figures.quantile(consistency, 0.99)),
        ("proof_file_max_bytes", bytes.max() ?? 0),
      ], targets: ["inclusion_p50_microseconds": .atMost(50), "proof_file_max_bytes": .atMost(1_600)])
  }
}
