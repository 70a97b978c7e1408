internal import EventModel
internal import Glibc

/// The open file of a key store: its slots, read each time they are asked for, so that a key another process destroyed
/// is gone here too.
///
/// Slots are appended and overwritten in place, each durably; nothing is ever rewritten elsewhere, so no copy of a key is
/// left in blocks the file system has freed.
struct KeyFile: ~Copyable {
  let path: String
  private var descriptor: Int32
  /// Which slot a subject has.
  private var numbers: [Identifier: Int] = [:]
  /// How many slots are known, the head included.
  private var count = 1

  init(_ path: String, _ flags: Int32 = O_RDWR) throws(KeyFileError) {
    self.path = path
    descriptor = try SecretFile.open(path, flags)
  }

  deinit { close(descriptor) }

  /// Runs the closure alone among all processes, with every slot there is now.
  mutating func locked<R>(_ body: (inout KeyFile) throws(KeyFileError) -> R) throws(KeyFileError) -> R {
    try lock()
    defer { flock(descriptor, LOCK_UN) }
    try refresh()
    return try body(&self)
  }

  /// The subjects with a slot, in the order they came.
  var subjects: [Identifier] { numbers.sorted { $0.value < $1.value }.map(\.key) }

  /// The slot of a subject, if there is one.
  func slot(of subject: Identifier) throws(KeyFileError) -> KeySlot? {
    guard let number = numbers[subject] else { return nil }
    guard let slot = KeySlot(try read(number), number: number), slot.subject == subject else { throw damaged(number) }
    return slot
  }

  /// Writes the slot over the subject's, or behind all others when it is new, durably.
  mutating func put(_ slot: KeySlot) throws(KeyFileError) {
    let number = numbers[slot.subject] ?? count
    do throws(FileFault) {
      try SecretFile.write(slot.bytes(number: number), at: number * KeySlot.byteCount, descriptor, path)
      guard fsync(descriptor) == 0 else { throw .last("sync", path) }
    } catch {
      throw .file(error)
    }
    numbers[slot.subject] = number
    count = max(count, number + 1)
  }

  /// Locks the file the path leads to, which may be another than was opened: one that was put in its place.
  private mutating func lock() throws(KeyFileError) {
    while true {
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw .file(.last("lock", path)) }
      }
      var (here, there) = (stat(), stat())
      guard fstat(descriptor, &here) == 0, stat(path, &there) == 0 else { throw .file(.last("examine", path)) }
      if here.st_ino == there.st_ino, here.st_dev == there.st_dev { return }
      let other = try SecretFile.open(path, O_RDWR)
      close(descriptor)
      descriptor = other
      (numbers, count) = ([:], 1)
    }
  }

  /// Reads the slots that came since the last time.
  private mutating func refresh() throws(KeyFileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .file(.last("examine", path)) }
    if Int(status.st_size) < count * KeySlot.byteCount { (numbers, count) = ([:], 1) }
    if count == 1 {
      guard try read(0) == KeySlot.head else { throw .malformed(path: path, reason: "it is not a key store") }
    }
    // A process that died while it appended leaves less than a slot, or zeros, which nobody was told of.
    let end = Int(status.st_size) / KeySlot.byteCount
    while count < end {
      let bytes = try read(count)
      if let slot = KeySlot(bytes, number: count), numbers[slot.subject] == nil {
        numbers[slot.subject] = count
        count += 1
      } else if count == end - 1, bytes.allSatisfy({ $0 == 0 }) {
        return
      } else {
        throw damaged(count)
      }
    }
  }

  private func read(_ number: Int) throws(KeyFileError) -> [UInt8] {
    do throws(FileFault) {
      return try SecretFile.read(KeySlot.byteCount, at: number * KeySlot.byteCount, descriptor, path)
    } catch {
      throw .file(error)
    }
  }

  private func damaged(_ number: Int) -> KeyFileError {
    .malformed(path: path, reason: "slot \(number) is damaged: restore the key store from its backup")
  }
}
