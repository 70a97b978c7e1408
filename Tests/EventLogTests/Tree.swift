import EventModel
import LMDB
import TestSupport
import Testing
import TransparencyLog

@testable import EventLog

@Suite struct `The tree over the log` {
  /// The hash of every leaf, oldest first.
  private func leaves(_ log: EventLog) throws -> [TreeHash] {
    var leaves: [TreeHash] = []
    try log.replay { leaves.append(TreeHash.leaf($0.bytes)) }
    return leaves
  }

  /// The root by the definition of RFC 6962 §2.1, dividing at the largest power of two below the size.
  private func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
    guard leaves.count > 1 else { return leaves.first ?? .ofEmptyTree }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return TreeHash.node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  @Test func `has at every size the root its definition gives`() throws {
    let (store, _) = try Reading.filled(700, seed: 21)
    let leaves = try leaves(store.log)
    try store.log.read { log in
      for size in 0...leaves.count {
        let head = try log.treeHead(at: Position(UInt64(size)))
        #expect(head.root == root(leaves[..<size]), "size \(size)")
      }
    }
  }

  @Test func `proves every event and every earlier tree at random sizes`() throws {
    let (store, _) = try Reading.filled(900, seed: 22)
    let leaves = try leaves(store.log)
    var random = SeededRandom(seed: 22)
    try store.log.read { log in
      for _ in 0..<400 {
        let size = UInt64.random(in: 1...UInt64(leaves.count), using: &random)
        let (position, old) = (UInt64.random(in: 1...size, using: &random), UInt64.random(in: 1...size, using: &random))
        let head = try log.treeHead(at: Position(size))
        try log.inclusionProof(of: Position(position), in: Position(size))
          .check(leaf: leaves[Int(position) - 1], in: head)
        try log.consistencyProof(from: Position(old), to: Position(size))
          .check(from: log.treeHead(at: Position(old)), to: head)
      }
    }
  }

  @Test func `goes on the same after the log was opened again`() throws {
    let store = try TemporaryLog()
    var number = 0
    for count in [1, 62, 1, 1, 200, 3, 64, 128] {
      let events = try (0..<count).map { try Sample.registered("e\(number + $0)", resource: "R1") }
      number += count
      _ = try store.log.append(events)
      try store.reopen()
    }
    let leaves = try leaves(store.log)
    let head = try store.log.read { try $0.treeHead(at: $0.head) }
    #expect(head.root == root(leaves[...]))
    #expect(try store.log.audit().isIntact)
  }

  @Test func `costs nothing of a refused request`() throws {
    struct RefuseB: AdmissionPolicy {
      func admit(_ event: Event, recordedTime: Instant, log: LogReader) throws {
        if event.id.text == "b" { throw Refusal.cannotBeStored(reason: "b") }
      }
    }
    let store = try TemporaryLog(admission: RefuseB())
    _ = try store.log.append([Sample.registered("a", resource: "R1")])
    #expect(throws: AppendError.self) {
      try store.log.append([Sample.registered("c", resource: "R1"), Sample.registered("b", resource: "R1")])
    }
    _ = try store.log.append([Sample.registered("d", resource: "R1")])
    let leaves = try leaves(store.log)
    #expect(leaves.count == 2)
    let head = try store.log.read { try $0.treeHead(at: Position(2)) }
    #expect(head.root == root(leaves[...]))
  }

  @Test func `a hash that is not that of its records is found by an audit and by the question that reads it`() throws {
    let (store, _) = try Reading.filled(300, seed: 23)
    try store.log.close()
    let environment = try Environment.open(directory: store.directory, tables: Tables.all, access: .readWrite)
    var value: [UInt8] = []
    try environment.read { reader in if let bytes = try reader.get(Tables.tree, 1) { value = [UInt8](bytes) } }
    value[40] ^= 1
    try environment.write { try $0.put(Tables.tree, 1, value.span.bytes) }
    try environment.close()
    try store.reopen()
    #expect(throws: LogDamage.self) {
      try store.log.read { log in try log.inclusionProof(of: Position(70), in: Position(300)) }
    }
    var damages = try store.log.audit().damages
    #expect(damages.contains { $0.hasPrefix("position 65:") && $0.contains("tree") })
    // A checksum made to fit does not help: the hashes are recomputed.
    let forged = Block.sealed(value, at: 1)
    try store.log.close()
    let again = try Environment.open(directory: store.directory, tables: Tables.all, access: .readWrite)
    try again.write { try $0.put(Tables.tree, 1, forged.span.bytes) }
    try again.close()
    try store.reopen()
    damages = try store.log.audit().damages
    #expect(damages.contains { $0.hasPrefix("position 65:") && $0.contains("tree") })
    try store.rebuild(sliceCount: 100)
    #expect(try store.log.audit().isIntact)
  }

  @Test func `block bytes are the committed ones`() throws {
    var growth = TreeGrowth()
    var blocks: [TreeGrowth.Finished] = []
    for number in 0..<128 {
      if let block = growth.append(Array("leaf \(number)".utf8).span.bytes) { blocks.append(block) }
    }
    #expect(blocks.map(\.number) == [0, 1])
    #expect(blocks.map(\.bytes.count) == [4 + 31 * 32, 4 + 32 * 32])
    let leaves = (0..<128).map { TreeHash.leaf(Array("leaf \($0)".utf8).span.bytes) }
    #expect(blocks[1].bytes.suffix(32) == root(leaves[...]).bytes[...])
    #expect(blocks[0].bytes.suffix(32) == root(leaves[..<64]).bytes[...])
    #expect(growth.head.root == root(leaves[...]))
  }
}
