internal import Glibc
public import TransparencyLog

/// The private key that signs a ledger's checkpoints, in a file of its owner's alone; locked while it is open.
///
/// One line in the text form of golang.org/x/mod/sumdb/note. Its name is the origin of the checkpoints.
public struct LogKeyFile: ~Copyable {
  /// The file.
  public let path: String
  /// The key.
  public let key: SigningKey
  private let descriptor: Int32

  /// Makes a new key out of random bytes and keeps it in a new file with mode 0600.
  ///
  /// - Parameters:
  ///   - path: where; nothing is ever overwritten.
  ///   - origin: the name of the log, such as `example.com/lab`.
  /// - Returns: the public key.
  /// - Throws: ``SigningError/file(_:)``.
  @discardableResult
  public static func generate(at path: String, origin: NoteName) throws(SigningError) -> VerifierKey {
    do {
      let key = try SigningKey(name: origin, seed: RandomBytes.make(32))
      try SecretFile.create(path, Array("\(key.secretText)\n".utf8))
      return key.verifier
    } catch let error as TransparencyError {
      throw .unusableKey(path: path, error)
    } catch let error as FileFault {
      throw .file(error)
    } catch {
      throw .ledger(LedgerError(error))
    }
  }

  /// Reads a key and locks its file; links are not followed.
  ///
  /// - Throws: ``SigningError``; ``SigningError/signerActive(path:)`` at once when another has it open.
  public init(_ path: String) throws(SigningError) {
    let descriptor = try LogKeyFile.open(path)
    do throws(SigningError) {
      key = try LogKeyFile.key(descriptor, path)
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    // A process that is being started has a copy of the descriptor, and the lock would end with that.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func open(_ path: String) throws(SigningError) -> Int32 {
    do throws(KeyFileError) {
      return try SecretFile.open(path, O_RDONLY)
    } catch {
      switch error {
      case .file(let fault) where fault.number == ENOENT: throw .noKey(path: path)
      case .file(let fault): throw .file(fault)
      case .notPrivate(let path, let mode): throw .notPrivate(path: path, mode: mode)
      default: throw .file(FileFault(path: path, operation: "read", number: EINVAL))
      }
    }
  }

  private static func key(_ descriptor: Int32, _ path: String) throws(SigningError) -> SigningKey {
    // The lock belongs to the open file and ends with it, whatever becomes of the process.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .signerActive(path: path) : .file(.last("lock", path))
    }
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try SmallFile.read(descriptor, path, byteCountMax: 4_096)
    } catch {
      throw .file(error)
    }
    let text = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    do throws(TransparencyError) {
      return try SigningKey(secretText: String(decoding: text, as: UTF8.self))
    } catch {
      throw .unusableKey(path: path, error)
    }
  }
}
