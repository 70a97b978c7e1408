import Foundation
import Testing
import TransparencyLog

/// Archives and evidence, on the public test log.
@Suite struct EvidenceTests {
  private static func evidence(_ indices: [UInt64] = [0, 6, 14]) throws -> Evidence {
    let tree = TesseraLog.tree()
    return try Evidence(
      certificate: Answers.certificate(), answer: Answers.answer, checkpoint: TesseraLog.checkpoint(15),
      logKey: VerifierKey(TesseraLog.vkey),
      entries: indices.map {
        Evidence.Entry(bytes: tree.entries[Int($0)], proof: try tree.inclusion($0, in: 15))
      })
  }

  @Test func `evidence comes back from its archive and holds`() throws {
    let evidence = try Self.evidence()
    let bytes = try evidence.archive().bytes
    #expect(try Evidence(Archive(bytes)) == evidence)
    #expect(try evidence.archive().bytes == Self.evidence().archive().bytes)
    #expect(try evidence.verify(TesseraLog.policy()).head.size == 15)
    #expect(evidence.entries.map(\.position) == [1, 7, 15])
  }

  @Test func `tar reads it`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.evidence().archive().bytes).write(to: folder.appending(path: "e.tar"))
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/tar")
    tar.arguments = ["--extract", "--file", "e.tar"]
    tar.currentDirectoryURL = folder
    try tar.run()
    tar.waitUntilExit()
    #expect(tar.terminationStatus == 0)
    let record = try Data(contentsOf: folder.appending(path: "events/7.record"))
    #expect([UInt8](record) == TesseraLog.entries[6])
    #expect(try [UInt8](Data(contentsOf: folder.appending(path: "certificate"))) == Answers.certificate().text)
  }

  @Test func `no other form of an archive is read`() throws {
    let bytes = try Self.evidence().archive().bytes
    for place in stride(from: 0, to: 600, by: 1) where place < 512 {
      var changed = bytes
      changed[place] ^= 1
      #expect(throws: TransparencyError.self, "byte \(place)") { try Evidence(Archive(changed)) }
    }
    for count in [0, 1, 511, 512, 513, bytes.count - 512, bytes.count - 1] {
      #expect(refusal { try Archive(Array(bytes.prefix(count))) } == .malformedArchive, "\(count) bytes")
    }
    #expect(refusal { try Archive(bytes + [0]) } == .malformedArchive)
    for path in ["", "a b", "ü", String(repeating: "a", count: 101)] {
      #expect(refusal { try Archive([.init(path: path, bytes: [])]) } == .malformedArchive)
    }
    #expect(try Archive([UInt8](repeating: 0, count: 1024)).files.isEmpty)
  }

  @Test func `parts that are missing, moved or of another place are refused`() throws {
    let files = try Self.evidence().archive().files
    for index in files.indices {
      var fewer = files
      fewer.remove(at: index)
      #expect(throws: TransparencyError.self, "\(files[index].path)") { try Evidence(Archive(fewer)) }
      if index > 0 {
        var moved = files
        moved.swapAt(index, index - 1)
        #expect(throws: TransparencyError.self, "\(files[index].path)") { try Evidence(Archive(moved)) }
      }
    }
    #expect(refusal { try Self.evidence([6, 6]) } == .malformedEvidence)
    #expect(refusal { try Self.evidence([6, 0]) } == .malformedEvidence)
    var renamed = files
    renamed[4] = .init(path: "events/2.record", bytes: renamed[4].bytes)
    #expect(refusal { try Evidence(Archive(renamed)) } == .malformedEvidence)
  }

  @Test func `a changed record, answer, proof or tree does not hold`() throws {
    let evidence = try Self.evidence()
    func verify(
      _ certificate: Certificate? = nil, answer: [UInt8]? = nil, checkpoint: Note? = nil,
      entries: [Evidence.Entry]? = nil
    ) -> TransparencyError.Code? {
      refusal {
        try Evidence(
          certificate: certificate ?? evidence.certificate, answer: answer ?? evidence.answer,
          checkpoint: checkpoint ?? evidence.checkpoint, logKey: evidence.logKey, entries: entries ?? evidence.entries
        ).verify(TesseraLog.policy())
      }
    }
    #expect(verify() == nil)
    #expect(verify(answer: []) == .resultMismatch)
    #expect(try verify(Answers.certificate(14)) == .rootMismatch)
    #expect(try verify(Answers.certificate(log: "another")) == .wrongOrigin)
    #expect(try verify(checkpoint: TesseraLog.checkpoint(14)) == .rootMismatch)
    let first = evidence.entries[0]
    #expect(verify(entries: [.init(bytes: first.bytes + [0], proof: first.proof)]) == .rootMismatch)
    let moved = InclusionProof(index: 2, hashes: first.proof.hashes)
    #expect(verify(entries: [.init(bytes: first.bytes, proof: moved)]) == .rootMismatch)
  }
}
