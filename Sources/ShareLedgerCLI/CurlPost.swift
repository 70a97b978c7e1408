import Glibc
import ShareLedger

/// Posts bytes over HTTP with the `curl` program: TLS and proxies are its business, and the tool starts without them.
enum CurlPost {
  private static let secondsMax = 60

  /// Posts a body and answers what came back.
  ///
  /// - Throws: ``CurlFault``, or `FileFault` for the files in between.
  static func send(_ body: [UInt8], to url: String) throws -> Witness.Answer {
    let folder = try TemporaryFiles()
    defer { folder.remove() }
    try PartialFile.write(body, to: folder.path("request"))
    try run([
      "curl", "--silent", "--show-error", "--max-time", "\(secondsMax)", "--max-filesize", "\(1 << 20)",
      "--header", "Content-Type: application/octet-stream", "--data-binary", "@\(folder.path("request"))",
      "--dump-header", folder.path("head"), "--output", folder.path("answer"), "--url", url,
    ])
    let heads = String(decoding: try SmallFile.read(folder.path("head")) ?? [], as: UTF8.self)
    guard let (status, contentType) = head(of: heads) else { throw CurlFault(reason: "\(url) did not answer in HTTP") }
    return Witness.Answer(
      status: status, contentType: contentType, body: try SmallFile.read(folder.path("answer")) ?? [])
  }

  /// The status and content type of the last head: others before it are interim ones, such as `100 Continue`.
  static func head(of text: String) -> (status: Int, contentType: String?)? {
    let heads = text.replacing("\r\n", with: "\n").split(separator: "\n\n")
    guard let lines = heads.last?.split(separator: "\n"), let first = lines.first?.split(separator: " "),
      first.count > 1, first[0].hasPrefix("HTTP/"), let status = Int(first[1])
    else { return nil }
    let field = lines.first { $0.lowercased().hasPrefix("content-type:") }
    let value = field?.dropFirst("content-type:".count).drop { $0 == " " }
    return (status, value.map(String.init))
  }

  private static func run(_ words: [String]) throws(CurlFault) {
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], nil, nil, arguments + [nil], environ)
    guard code == 0 else { throw CurlFault(reason: "curl could not be started; install it to ask witnesses") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw CurlFault(reason: "curl was lost") }
    }
    guard status == 0 else {
      throw CurlFault(reason: "the witness could not be asked (curl ended with \(status >> 8))")
    }
  }
}

/// `curl` could not be run, or could not reach the other side.
struct CurlFault: Error, CustomStringConvertible {
  let reason: String
  var description: String { reason }
}

/// A directory for files that live as long as one call.
private struct TemporaryFiles {
  private let folder: String
  private static let names = ["request", "head", "answer"]

  init() throws(FileFault) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(base)/shareledger-XXXXXX\u{0}".utf8CString.dropLast())
    guard mkdtemp(&name) != nil else {
      throw FileFault(path: base, operation: "create", number: errno)
    }
    folder = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func remove() {
    for name in Self.names { unlink(path(name)) }
    rmdir(folder)
  }
}
