import Testing

@testable import EventModel
import TestSupport

struct ChecksumTests {
  @Test func `the standard vectors hold`() {
    #expect(Checksum.plain(Array("123456789".utf8).span.bytes) == 0xE306_9283)
    // RFC 3720 B.4.
    #expect(Checksum.plain([UInt8](repeating: 0, count: 32).span.bytes) == 0x8A91_36AA)
    #expect(Checksum.plain([UInt8](repeating: 0xFF, count: 32).span.bytes) == 0x62A8_AB43)
    #expect(Checksum.plain(Array(0..<32 as Range<UInt8>).span.bytes) == 0x46DD_794E)
  }

  @Test func `hardware and tables agree on every length and alignment`() {
    var generator = SeededRandom(seed: 32)
    let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for start in 0..<9 {
      for count in 0..<(bytes.count - start) {
        let part = bytes.span.bytes.extracting(start..<start + count)
        #expect(Checksum.plain(part) == Checksum.byTable(part))
      }
    }
  }

  @Test func `the position goes before the bytes, lowest byte first`() {
    let record: [UInt8] = [9, 8, 7]
    let tied: [UInt8] = [0x02, 0x01, 0, 0, 0, 0, 0, 0, 9, 8, 7]
    #expect(Checksum.crc32c(record.span.bytes, position: 0x0102) == Checksum.plain(tied.span.bytes))
  }

  @Test func `every flipped bit and every other position is noticed`() {
    let record = Array("a record of some bytes".utf8)
    let sum = Checksum.crc32c(record.span.bytes, position: 41)
    for bit in 0..<record.count * 8 {
      var flipped = record
      flipped[bit / 8] ^= 1 << (bit % 8)
      #expect(Checksum.crc32c(flipped.span.bytes, position: 41) != sum)
    }
    for bit in 0..<64 {
      #expect(Checksum.crc32c(record.span.bytes, position: 41 ^ (1 << bit)) != sum)
    }
    #expect(Checksum.crc32c(record.span.bytes.extracting(0..<0), position: 41) != sum)
  }
}
