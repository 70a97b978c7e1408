import Foundation
import ShareLedger
import Testing

@Suite struct `The log as files` {
  @Test func `tiles grow as the log does, and are what a new export makes`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("demo", folder("city"), "--events", "700").status == 0)
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/city")
    let ledger = try Ledger(path: folder("city"), access: .reading)
    let key = try LogKeyFile(folder("key")).key
    func note(_ size: UInt64) throws -> Note {
      let head = try ledger.treeHead(.position(Position(size)))
      return try Checkpoint(origin: key.name.line, head: head).signed(by: key)
    }
    for size: UInt64 in [0, 1, 255, 256, 600, 700] { try ledger.exportTiles(of: note(size), to: folder("grown")) }
    let count = try ledger.exportTiles(of: note(700), to: folder("new"))
    #expect(count == 3 + 4 + 1, "bundles, tiles, checkpoint")
    for tile in Tile.changed(from: 0, to: 700) {
      let bytes = try folder.read("grown/\(tile.path)")
      #expect(try bytes == folder.read("new/\(tile.path)"))
      #expect(try tile.hashes(bytes) == tile.nodes.map { try hash($0, ledger) })
    }
    var range = CompactRange()
    for bundle in EntryBundle.changed(from: 0, to: 700) {
      #expect(try folder.read("grown/\(bundle.path)") == folder.read("new/\(bundle.path)"))
      for entry in try bundle.entries(folder.read("new/\(bundle.path)")) {
        range.append(leaf(Array(entry)))
      }
    }
    #expect(range.head == (try ledger.treeHead()))
    #expect(folder.exists("grown/tile/0/002.p/88"), "those of the checkpoint before stay")
    #expect(try ledger.exportTiles(of: note(700), to: folder("grown")) == 1, "nothing new but the checkpoint")
    #expect(throws: LedgerError.self) { try ledger.exportTiles(of: note(600), to: folder("grown")) }
  }

  private func leaf(_ record: [UInt8]) -> TreeHash { TreeHash.leaf(record.span.bytes) }

  private func hash(_ node: NodeID, _ ledger: Ledger) throws -> TreeHash {
    var range = CompactRange()
    let first = node.index << UInt64(node.level)
    for index in first..<first + 1 << UInt64(node.level) {
      range.append(leaf(try ledger.record(at: Position(index + 1))))
    }
    return range.root
  }

  @Test func `by a command, which refuses another history`() throws {
    let signed = try SignedLedger()
    let export = { (lab: String) in
      try Tool.run("export", signed.folder(lab), "--format", "tiles", "-o", signed.folder("public"))
    }
    let answer = try export("lab")
    #expect(answer.status == 0 && answer.output == "wrote 3 files to \(signed.folder("public"))\n", "\(answer)")
    #expect(try signed.folder.read("public/checkpoint") == signed.folder.read("first"))
    let other = try SignedLedger()
    try FileManager.default.copyItem(atPath: other.folder("lab"), toPath: signed.folder("other"))
    let fork = try export("other")
    #expect(fork.status == 1 && fork.error.contains("is a fork"), "\(fork)")
  }

  @Test func `a record that no bundle can hold is named`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("init", folder("lab"))
    let attributes = (1...20).map { #"{"name":"n\#($0)","value":"\#(String(repeating: "v", count: 4_000))"}"# }
    let resource = Samples.resource("R1").replacing(
      #""source":"purchase""#, with: #""source":"purchase","attributes":[\#(attributes.joined(separator: ","))]"#)
    let append = try Tool.run(["append", folder("lab")], input: Array("\(Samples.unit())\n\(resource)".utf8))
    #expect(append.status == 0, "\(append.error)")
    _ = try Tool.run("key", "generate", folder("key"), "--origin", "example.com/lab")
    let answer = try Tool.run(
      "export", folder("lab"), "--format", "tiles", "--key", folder("key"), "-o", folder("tiles"))
    #expect(answer.status == 1 && answer.error.contains("position 2: the record has 8"), "\(answer)")
    #expect(answer.error.contains("65535") && !folder.exists("tiles/checkpoint"))
  }

  @Test func `records are the leaves, one a line`() throws {
    let signed = try SignedLedger()
    try signed.pay(100)
    let known = ["--known", signed.folder("first")]
    let answer = try Tool.run(["export", signed.folder("lab"), "--format", "records"] + known)
    var range = CompactRange()
    for line in answer.lines { range.append(leaf([UInt8](try #require(Data(base64Encoded: line))))) }
    #expect(range.head == (try signed.opened("first").head))
    _ = try Tool.run(["export", signed.folder("lab"), "--format", "records", "-o", signed.folder("r")] + known)
    #expect(try signed.folder.text("r") == answer.output)
  }
}
