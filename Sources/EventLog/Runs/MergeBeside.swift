import LMDB

/// A merge on a thread of its own, beside the one that writes.
///
/// It reads the runs in a transaction of its own: what is settled does not change before the writer commits.
final class MergeBeside: Sendable {
  struct Block: Sendable {
    let table: Table
    let key: UInt64
    let bytes: [UInt8]
  }

  private let result = Guarded<Result<[Block], any Error>?>(nil)

  /// Begins to merge a shelf.
  init(_ environment: Environment, _ settling: Settling, _ shelf: Shelf) throws {
    let result = result
    _ = try WorkThread(name: "ledger-merger") {
      let merged = Result {
        try environment.read { reader in
          var blocks: [Block] = []
          for run in settling.newRuns(of: shelf) {
            try settling.merge(into: run, reader) { blocks.append(Block(table: $0, key: $1, bytes: $2)) }
          }
          return blocks
        }
      }
      result.update { $0 = merged }
    }
  }

  /// The merged blocks, once they are there.
  var blocks: [Block] {
    get throws { try result.wait { $0 }.get() }
  }
}
