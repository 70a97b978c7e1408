/// A text about a natural person that only the holder of the subject's key can read.
///
/// The record, and so the proof, covers these bytes: destroying the key changes no record. The type itself knows no
/// cryptography; it keeps what was sealed at the edge.
public struct Sealed: Sendable, Hashable {
  /// How many bytes the blinding has.
  public static let blindingByteCount = 16
  /// How many bytes the nonce has, as AES-GCM wants it.
  public static let nonceByteCount = 12
  /// How many bytes the tag at the end of a ciphertext has.
  public static let tagByteCount = 16
  /// A text is filled up to a multiple of so many bytes, so that its length says little.
  public static let paddingByteCount = 32
  /// The least and the most bytes of a ciphertext, its tag included.
  public static let ciphertextByteCounts =
    paddingByteCount + tagByteCount...4 * Text.scalarCountMax + tagByteCount

  /// The pseudonym of the person.
  public let subject: Identifier
  /// How it is sealed.
  public let suite: SealSuite
  /// Random bytes that make the value's own key out of the subject's.
  public let blinding: [UInt8]
  /// Random bytes that are never used twice with one key.
  public let nonce: [UInt8]
  /// The encrypted text and its tag.
  public let ciphertext: [UInt8]

  /// Takes the parts if each has a possible length.
  ///
  /// - Throws: ``ValueError`` with rule `outOfRange` and the number of bytes.
  public init(
    subject: Identifier, suite: SealSuite, blinding: [UInt8], nonce: [UInt8], ciphertext: [UInt8]
  ) throws(ValueError) {
    for (part, count) in [(blinding, Self.blindingByteCount), (nonce, Self.nonceByteCount)] where part.count != count {
      throw ValueError(.outOfRange, number: part.count, message: "bytes stand where \(count) should")
    }
    guard Self.canBeCiphertext(ciphertext) else {
      throw ValueError(.outOfRange, number: ciphertext.count, message: "bytes are no sealed text")
    }
    self.subject = subject
    self.suite = suite
    self.blinding = blinding
    self.nonce = nonce
    self.ciphertext = ciphertext
  }

  fileprivate static func canBeCiphertext(_ bytes: [UInt8]) -> Bool {
    ciphertextByteCounts.contains(bytes.count) && (bytes.count - tagByteCount).isMultiple(of: paddingByteCount)
  }
}

/// A sealed value of an event and the field it stands in.
public struct SealedField: Sendable, Hashable {
  /// The field's name.
  public let name: String
  /// The value.
  public let value: Sealed
}

extension Sealed: FieldValue {
  /// Writes a map with the keys of the schema.
  public func encode(to writer: inout CBORWriter) {
    writer.map(count: 5)
    writer.key(1)
    subject.encode(to: &writer)
    writer.key(2)
    suite.encode(to: &writer)
    writer.key(3)
    writer.bytes(blinding)
    writer.key(4)
    writer.bytes(nonce)
    writer.key(5)
    writer.bytes(ciphertext)
  }

  /// Reads what ``encode(to:)`` writes, and nothing else.
  public init(from reader: inout CBORReader) throws(CodecError) {
    var fields = try reader.fields()
    try reader.required(1, &fields)
    subject = try Identifier(from: &reader)
    try reader.required(2, &fields)
    suite = try SealSuite(from: &reader)
    try reader.required(3, &fields)
    blinding = try reader.bytes(Self.blindingByteCount...Self.blindingByteCount)
    try reader.required(4, &fields)
    nonce = try reader.bytes(Self.nonceByteCount...Self.nonceByteCount)
    try reader.required(5, &fields)
    let start = reader.offset
    ciphertext = try reader.bytes(Self.ciphertextByteCounts)
    guard Self.canBeCiphertext(ciphertext) else { throw reader.failure(.illegalValue, at: start) }
    try reader.end(fields)
  }

  /// Writes an object, its bytes in base64.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("subject")
    subject.write(to: &writer)
    writer.key("suite")
    suite.write(to: &writer)
    writer.key("blinding")
    writer.string(Base64.text(blinding))
    writer.key("nonce")
    writer.string(Base64.text(nonce))
    writer.key("ciphertext")
    writer.string(Base64.text(ciphertext))
    writer.endObject()
  }

  /// Reads an object with exactly these members, in any order.
  ///
  /// A text in its place is refused without being shown: it is what should have been sealed.
  public init(from reader: inout JSONReader) throws(InputError) {
    if reader.peek() == .string {
      throw reader.error(.wrongType, value: "", "is text in clear where a sealed value should stand")
    }
    var subject: Identifier?
    var suite: SealSuite?
    var blinding: [UInt8]?
    var nonce: [UInt8]?
    var ciphertext: [UInt8]?
    try reader.beginObject()
    while let member = try reader.nextKey() {
      let isRepeated: Bool
      switch member {
      case "subject": isRepeated = subject.replace(with: try Identifier(from: &reader))
      case "suite": isRepeated = suite.replace(with: try SealSuite(from: &reader))
      case "blinding":
        isRepeated = blinding.replace(with: try reader.bytes(Self.blindingByteCount...Self.blindingByteCount))
      case "nonce": isRepeated = nonce.replace(with: try reader.bytes(Self.nonceByteCount...Self.nonceByteCount))
      case "ciphertext":
        let bytes = try reader.bytes(Self.ciphertextByteCounts)
        guard Self.canBeCiphertext(bytes) else { throw reader.error(.illegalValue, value: "", "is no sealed text") }
        isRepeated = ciphertext.replace(with: bytes)
      default: throw reader.unknownField(member)
      }
      if isRepeated { throw reader.duplicate(member) }
    }
    guard let subject else { throw reader.missing("subject") }
    guard let suite else { throw reader.missing("suite") }
    guard let blinding else { throw reader.missing("blinding") }
    guard let nonce else { throw reader.missing("nonce") }
    guard let ciphertext else { throw reader.missing("ciphertext") }
    self.subject = subject
    self.suite = suite
    self.blinding = blinding
    self.nonce = nonce
    self.ciphertext = ciphertext
  }
}

extension Optional {
  /// Puts a value in and answers whether there was one.
  fileprivate mutating func replace(with value: Wrapped) -> Bool {
    defer { self = value }
    return self != nil
  }
}
