/// What a witness answered to a ``WitnessRequest`` (C2SP tlog-witness).
public enum WitnessResponse: Sendable, Hashable {
  /// It cosigned. The lines belong under the checkpoint (``Note/adding(_:)``), where they are checked before they count.
  case cosigned([NoteSignature])
  /// It cosigned another size last: prove from there and ask again.
  case conflict(size: UInt64)
  /// It refused; the HTTP status says why: 400 malformed, 403 no trusted signature, 404 unknown log, 422 no proof.
  case refused(status: Int)

  /// The content type of the answer that names a size.
  public static let sizeContentType = "text/x.tlog.size"

  /// Reads an answer.
  ///
  /// - Parameters:
  ///   - status: The HTTP status.
  ///   - contentType: The HTTP content type, if there was one.
  ///   - body: The bytes of the body.
  /// - Throws: ``TransparencyError`` with code `malformedResponse`, `malformedNote` or `tooLong`.
  public init(status: Int, contentType: String?, body: [UInt8]) throws(TransparencyError) {
    var lines = try TextLines(limited: body)
    switch status {
    case 200:
      let signatures = try Note.signatures(lines.rest)
      guard !signatures.isEmpty else {
        throw TransparencyError(.malformedResponse, "the witness answered without a signature")
      }
      self = .cosigned(signatures)
    case 409:
      guard contentType == Self.sizeContentType, let size = lines.next().flatMap({ Decimal.read($0) }),
        lines.rest.isEmpty
      else { throw TransparencyError(.malformedResponse, "the witness did not name the size it cosigned last") }
      self = .conflict(size: size)
    default: self = .refused(status: status)
    }
  }
}
