internal import Glibc

/// Reads lines from a descriptor through one buffer; a line over the limit is passed over without being held.
struct LineReader: ~Copyable {
  /// What was found up to the next line feed.
  enum Line {
    /// A line without its line feed; numbers count from 1.
    case line(number: Int, bytes: [UInt8])
    /// A line longer than the limit.
    case tooLong(number: Int)
  }

  private static let chunkByteCount = 1 << 18

  private let path: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let lineByteCountMax: Int
  private let isCancelled: @Sendable () -> Bool
  private var chunk = [UInt8](repeating: 0, count: LineReader.chunkByteCount)
  private var index = 0
  private var end = 0
  private var isAtEnd = false
  private var number = 0
  /// Whether the rest of a line that is too long has still to be passed over.
  private var isInsideLongLine = false
  /// How many bytes were read so far.
  private(set) var byteCount = 0

  /// Opens a file, or standard input for `-`.
  init(
    _ path: String, lineByteCountMax: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(FileFault) {
    self.path = path
    self.lineByteCountMax = lineByteCountMax
    self.isCancelled = isCancelled
    ownsDescriptor = path != "-"
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open", path) }
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  /// The size when it is a regular file, which can be read twice; `nil` for pipes, terminals and devices.
  static func regularFileByteCount(_ path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The next line, or `nil` at the end; a last line needs no line feed.
  ///
  /// A line over the limit is answered as soon as it is known to be; its rest is passed over when the next is asked for.
  mutating func next() throws(FileFault) -> Line? {
    var bytes: [UInt8] = []
    var hasContent = false
    while true {
      if index == end, try !fill() { break }
      let feed = chunk[index..<end].firstIndex(of: UInt8(ascii: "\n"))
      let stop = feed ?? end
      if isInsideLongLine {
        isInsideLongLine = feed == nil
        index = feed.map { $0 + 1 } ?? end
        continue
      }
      hasContent = true
      if bytes.count + (stop - index) > lineByteCountMax {
        isInsideLongLine = true
        number += 1
        return .tooLong(number: number)
      }
      bytes += chunk[index..<stop]
      index = stop
      if feed != nil {
        index += 1
        break
      }
    }
    if !hasContent { return nil }
    number += 1
    return .line(number: number, bytes: bytes)
  }

  private mutating func fill() throws(FileFault) -> Bool {
    while !isAtEnd {
      let count = read(descriptor, &chunk, LineReader.chunkByteCount)
      if count > 0 {
        (index, end) = (0, count)
        byteCount += count
        return true
      }
      if count == 0 {
        isAtEnd = true
      } else if errno != EINTR || isCancelled() {
        throw .last("read", path)
      }
    }
    return false
  }
}
