internal import Glibc

/// The paths of one ledger directory.
struct LedgerFiles: Sendable, Hashable {
  let directory: String

  /// The B-trees.
  var data: String { directory + "/data.mdb" }
  /// LMDB's reader table and writer mutex; never opened by us.
  var lock: String { directory + "/lock.mdb" }
  /// Format, id and creation of the ledger, for people and for the check at open.
  var manifest: String { directory + "/ledger.json" }
  /// Process id of the writer, for its competitors' error messages.
  var writer: String { directory + "/writer.pid" }
  /// The directory that holds the ledger's directory.
  var parent: String { LedgerFiles.parent(of: directory) }

  /// Takes a directory's path; slashes at the end are dropped.
  init(_ directory: String) {
    var path = Substring(directory)
    while path.count > 1, path.last == "/" { path.removeLast() }
    self.directory = path.isEmpty ? "." : String(path)
  }

  /// Whether a reader can be entered in the lock file, which LMDB makes when it is missing.
  ///
  /// What no mode bit lets anyone write is left alone even by those whom the system would let: a copy that was made
  /// read-only is meant to stay as it is.
  func takesReaders() throws(StorageFault) -> Bool {
    let place = try FileIdentity(at: lock) == nil ? directory : lock
    guard let identity = try FileIdentity(at: place), !identity.isReadOnly else { return false }
    return unsafe Glibc.access(place, R_OK | W_OK) == 0
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
