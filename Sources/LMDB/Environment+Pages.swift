internal import Glibc

extension Environment {
  /// Walks all pages in use of a data file by reading, without mapping it or asking LMDB.
  ///
  /// A writer gives pages it freed another use; so a walk that met damage while a commit was made is done again.
  ///
  /// - Parameter directory: the ledger's directory.
  /// - Returns: whether the pages were walked; `false` when commits came too fast.
  /// - Throws: `damaged` naming the page, `notALedger`, or a fault of the system.
  package static func checkPages(directory: String) throws(StorageFault) -> Bool {
    let files = LedgerFiles(directory)
    _ = try Manifest(reading: files.manifest)
    let file = try FileDescriptor(files.data, O_RDONLY)
    for _ in 0..<3 {
      let pages = try MetaPages(file)
      do throws(StorageFault) {
        try PageWalk.check(file, fileBytes: FileIdentity(of: file.raw, path: file.path).byteCount, pages: pages)
        return true
      } catch {
        guard try MetaPages(file).newest.transaction != pages.newest.transaction else { throw error }
      }
    }
    return false
  }
}
