import Foundation
import Testing
import TransparencyLog

/// Logs written to files for a judge that is not ours (`Tests/Proofs`), in the layout its source describes.
///
/// They go to the folder that `SHARELEDGER_PROOFS` names, or else to one that is removed again.
struct JudgedLogs {
  @Test(arguments: [1, 2, 15, 255, 256, 257, 600])
  func `a log's files are what the library reads back`(size: Int) throws {
    let given = ProcessInfo.processInfo.environment["SHARELEDGER_PROOFS"]
    let folder =
      given.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let log = folder.appending(path: "log-\(size)")
    defer { if given == nil { try? FileManager.default.removeItem(at: folder) } }
    let tree = StoredTree.numbered(size)
    try write(tree, to: log)

    let policy = try TrustPolicy(logKeys: [VerifierKey(read("log.vkey", in: log).dropLast().asText)])
    let opened = try policy.open(read("checkpoint", in: log))
    #expect(opened.head == tree.head)
    for index in indices(tree) {
      let entry = try read("proofs/\(index).entry", in: log)
      let proof = try ProofFile(read("proofs/\(index).tlog-proof", in: log))
      #expect(try proof.verify(entry: entry.span.bytes, policy: policy) == opened)
      let request = try WitnessRequest(read("consistency/\(index + 1).request", in: log))
      let old = try policy.open(read("consistency/\(index + 1).checkpoint", in: log))
      try request.proof.check(from: old.head, to: policy.open(request.checkpoint).head)
    }
  }

  /// Every leaf near an edge of the tree or of a tile.
  private func indices(_ tree: StoredTree) -> [UInt64] {
    let edges: [UInt64] = [0, 1, 6, 127, 128, 254, 255, 256, 511, 512, tree.size - 1]
    return Set(edges).filter { $0 < tree.size }.sorted()
  }

  private func write(_ tree: StoredTree, to log: URL) throws {
    let (origin, key) = (try TextLine(TesseraLog.origin), try TesseraLog.key())
    func note(_ size: UInt64) throws -> Note {
      let checkpoint = try Checkpoint(origin: origin, head: tree.head(size))
      return try checkpoint.signed(by: key).adding([TesseraLog.witness().cosign(checkpoint, unixSeconds: 1_700_000_000)]
      )
    }
    let newest = try note(tree.size)
    try save(Array("\(key.verifier)\n".utf8), "log.vkey", in: log)
    try save(newest.bytes, "checkpoint", in: log)
    for index in indices(tree) {
      let (proof, size) = (try tree.inclusion(index, in: tree.size), index + 1)
      let extra = index % 2 == 0 ? nil : Array("\(index)".utf8)
      try save(ProofFile(proof: proof, checkpoint: newest, extra: extra).bytes, "proofs/\(index).tlog-proof", in: log)
      try save(tree.entries[Int(index)], "proofs/\(index).entry", in: log)
      let consistency = try tree.consistency(from: size, to: tree.size)
      let request = try WitnessRequest(oldSize: size, proof: consistency, checkpoint: newest)
      try save(request.bytes, "consistency/\(size).request", in: log)
      try save(note(size).bytes, "consistency/\(size).checkpoint", in: log)
    }
    for tile in Tile.changed(from: 0, to: tree.size) { try save(tile.content(reading: tree.hash), tile.path, in: log) }
    for bundle in EntryBundle.changed(from: 0, to: tree.size) {
      var content: [UInt8] = []
      for index in bundle.entries { try EntryBundle.append(tree.entries[Int(index)], to: &content) }
      try save(content, bundle.path, in: log)
    }
  }

  private func save(_ bytes: [UInt8], _ path: String, in log: URL) throws {
    let file = log.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private func read(_ path: String, in log: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: log.appending(path: path)))
  }
}

extension ArraySlice<UInt8> {
  fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}
