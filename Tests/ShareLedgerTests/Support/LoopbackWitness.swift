import Foundation
import Glibc
import ShareLedger
import Synchronization

/// A witness on this machine (C2SP tlog-witness), as small as it can be: one log, one request at a time.
final class LoopbackWitness: Sendable {
  private struct State {
    var head = TreeHead.empty
    var requests: [UInt64] = []
    var isLying = false
  }

  let key: SigningKey
  let url: String
  private let policy: TrustPolicy
  private let state = Mutex(State())
  private let listener: Int32

  init(_ policy: TrustPolicy) throws {
    key = try SigningKey(name: NoteName("witness.example"), seed: [UInt8](repeating: 7, count: 32))
    self.policy = policy
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        let bound = bind(listener, address, length) == 0 && listen(listener, 8) == 0
        return getsockname(listener, address, &length) == 0 && bound
      }
    }
    precondition(isListening)
    self.listener = listener
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/lab"
    Thread.detachNewThread { [self] in serve() }
  }

  /// The old sizes it was asked from, in order.
  var requests: [UInt64] { state.withLock { $0.requests } }

  /// From now on it cosigns with another key than its own.
  func lie() { state.withLock { $0.isLying = true } }

  /// What it cosigned last.
  var head: TreeHead {
    get { state.withLock { $0.head } }
    set { state.withLock { $0.head = newValue } }
  }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0 { return }
      let (status, type, body) = answer(request(connection))
      let fields = ["Content-Type: \(type)", "Content-Length: \(body.count)", "Connection: close"]
      let head = (["HTTP/1.1 \(status) X"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
      let bytes = Array(head.utf8) + body
      _ = write(connection, bytes, bytes.count)
      close(connection)
    }
  }

  /// The body of a request, or `nil` when it is not posted to the right path.
  private func request(_ connection: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let text = String(decoding: bytes, as: UTF8.self)
      if let end = text.range(of: "\r\n\r\n"),
        let field = text.range(of: "content-length: ", options: .caseInsensitive),
        let count = Int(text[field.upperBound...].prefix { $0.isNumber })
      {
        let body = Array(text[end.upperBound...].utf8)
        if body.count >= count { return text.hasPrefix("POST /lab/add-checkpoint HTTP/1.1\r\n") ? body : nil }
      }
      var piece = [UInt8](repeating: 0, count: 4_096)
      let count = read(connection, &piece, piece.count)
      if count <= 0 { return nil }
      bytes += piece.prefix(count)
    }
  }

  private func answer(_ body: [UInt8]?) -> (Int, String, [UInt8]) {
    let text = "text/plain"
    guard let body, let request = try? WitnessRequest(body) else { return (404, text, []) }
    return state.withLock { state in
      state.requests.append(request.oldSize)
      guard let opened = try? policy.open(request.checkpoint) else { return (403, text, []) }
      guard request.oldSize == state.head.size else {
        return (409, WitnessResponse.sizeContentType, Array("\(state.head.size)\n".utf8))
      }
      if request.oldSize > 0 {
        guard (try? request.proof.check(from: state.head, to: opened.head)) != nil else { return (422, text, []) }
      }
      state.head = opened.head
      let other = try? SigningKey(name: NoteName("witness.example"), seed: [UInt8](repeating: 8, count: 32))
      let signer = state.isLying ? other ?? key : key
      guard let line = try? signer.cosign(opened.checkpoint, unixSeconds: 1_700_000_000) else { return (500, text, []) }
      return (200, text, Array("\(line.text)\n".utf8))
    }
  }
}
