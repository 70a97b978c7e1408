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

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
