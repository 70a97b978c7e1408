/// The major types of CBOR the schemas use; the raw value is the head byte's upper three bits in place.
@usableFromInline
enum CBORKind: UInt8 {
  case unsigned = 0x00
  case negative = 0x20
  case bytes = 0x40
  case text = 0x60
  case array = 0x80
  case map = 0xA0
}

/// The simple values of CBOR the schemas use.
@usableFromInline
enum CBORByte {
  @usableFromInline static let `false`: UInt8 = 0xF4
  @usableFromInline static let `true`: UInt8 = 0xF5
  @usableFromInline static let null: UInt8 = 0xF6
}
