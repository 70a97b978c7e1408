public import Cryptography
public import EventModel
internal import Glibc

extension AuthorKey {
  /// A new key out of random bytes.
  public static func random(id: Identifier) throws(ValueError) -> AuthorKey {
    try AuthorKey(id: id, secret: RandomBytes.make(byteCount))
  }

  /// Makes a new key and keeps it in a file of its owner's alone: id, blank, secret key in base64.
  ///
  /// - Throws: ``KeyFileError``; nothing is ever overwritten.
  public static func create(id: Identifier, at path: String) throws(KeyFileError) -> AuthorKey {
    let secret = RandomBytes.make(byteCount)
    do throws(FileFault) {
      try SecretFile.create(path, Array("\(id) \(Base64.text(secret))\n".utf8))
    } catch {
      throw .file(error)
    }
    return try AuthorKey(path: path)
  }

  /// Reads a key from its file.
  public init(path: String) throws(KeyFileError) {
    let descriptor = try SecretFile.open(path, O_RDONLY)
    defer { close(descriptor) }
    let bytes: [UInt8]
    do throws(FileFault) { bytes = try SecretFile.read(256, at: 0, descriptor, path) } catch { throw .file(error) }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix("\n"), let id = try? Identifier(String(parts[0])),
      let secret = Base64.bytes(String(parts[1].dropLast()).utf8Span),
      let key = try? AuthorKey(id: id, secret: secret)
    else { throw .malformed(path: path, reason: "it is not the key of an author") }
    self = key
  }

  /// Signs the events of a file, or of standard input for `-`, and hands each over as a line of CloudEvents.
  ///
  /// - Throws: ``ImportError``, which names the line; lines before it were handed over. What `write` throws comes as it is.
  public func sign(linesOf path: String, write: ([UInt8]) throws -> Void) throws {
    do {
      var lines = try LineReader(path, lineByteCountMax: Importer.lineByteCountMax, isCancelled: { false })
      var writer = JSONWriter()
      while let line = try lines.next() {
        switch line {
        case .tooLong(let number):
          throw InputError(
            line: number, field: "", rule: .tooLong, value: "",
            message: "is longer than \(Importer.lineByteCountMax) bytes, the most a line may have")
        case .line(let number, let bytes):
          let event = try CloudEvents.parse(bytes.span.bytes, number: number).event
          writer.removeAll()
          CloudEvents.write(try sign(event), into: &writer)
          writer.endLine()
          try write(writer.bytes)
        }
      }
    } catch let error as InputError {
      throw ImportError(reason: .input(error), result: ImportResult())
    }
  }
}
