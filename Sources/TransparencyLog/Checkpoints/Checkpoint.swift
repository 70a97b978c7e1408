/// What a log signs: its name, how many leaves it has and the root over them (C2SP tlog-checkpoint).
///
/// A log must never sign one that is inconsistent with one it signed before; see ``ConsistencyProof``.
public struct Checkpoint: Sendable, Hashable {
  /// Which log it is of.
  public let origin: TextLine
  /// How large the tree is and its root.
  public let head: TreeHead
  /// Further lines, which no auditor can check; better left out.
  public let extensions: [TextLine]

  /// Puts a checkpoint together.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedCheckpoint` for a size beyond ``TreeHead/sizeMax``.
  public init(origin: TextLine, head: TreeHead, extensions: [TextLine] = []) throws(TransparencyError) {
    guard head.size <= TreeHead.sizeMax else {
      throw TransparencyError(
        .malformedCheckpoint, "a checkpoint's size is at most \(TreeHead.sizeMax), not \(head.size)")
    }
    self.origin = origin
    self.head = head
    self.extensions = extensions
  }

  /// Reads a note's text.
  ///
  /// - Throws: ``TransparencyError`` with code `malformedCheckpoint` or `tooLong`.
  public init(text: [UInt8]) throws(TransparencyError) {
    var lines = try TextLines(limited: text)
    guard let origin = lines.next().flatMap(TextLine.init(utf8:)),
      let size = lines.next().flatMap({ Decimal.read($0) }),
      let root = lines.next().flatMap({ try? TreeHash(base64: $0) })
    else {
      throw TransparencyError(.malformedCheckpoint, "a checkpoint begins with lines for its origin, size and root")
    }
    var extensions: [TextLine] = []
    while !lines.rest.isEmpty {
      guard let line = lines.next().flatMap(TextLine.init(utf8:)) else {
        throw TransparencyError(.malformedCheckpoint, "extension line \(extensions.count + 1) does not have its form")
      }
      extensions.append(line)
    }
    try self.init(origin: origin, head: TreeHead(size: size, root: root), extensions: extensions)
  }

  /// The text that is signed: every line with its newline.
  public var text: [UInt8] {
    var text: [UInt8] = []
    text.append(line: origin.text)
    text.append(line: String(head.size))
    text.append(line: head.root.base64)
    for line in extensions { text.append(line: line.text) }
    return text
  }

  /// Signs it as its log.
  ///
  /// Sign only what is stored for good, and only after proving it consistent with what was signed last.
  ///
  /// - Throws: ``TransparencyError`` with code `signingFailed` or `tooLong`.
  public func signed(by key: SigningKey) throws(TransparencyError) -> Note {
    try Note(signing: text, with: key)
  }
}
