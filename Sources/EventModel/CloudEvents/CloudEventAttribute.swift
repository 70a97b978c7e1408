/// The members of an event in interchange form, in the order they are written.
///
/// CloudEvents 1.0 context attributes, the ledger's extension attributes and `data`; no other member is accepted.
enum CloudEventAttribute: UInt8, CaseIterable {
  case specversion
  case id
  case source
  case type
  case time
  case datacontenttype
  case actor
  case correlationid
  case causationid
  case dataversion
  case signature
  case signingkey
  case recordedtime
  case position
  case batch
  case data

  /// The member's name.
  var name: String {
    switch self {
    case .specversion: "specversion"
    case .id: "id"
    case .source: "source"
    case .type: "type"
    case .time: "time"
    case .datacontenttype: "datacontenttype"
    case .actor: "actor"
    case .correlationid: "correlationid"
    case .causationid: "causationid"
    case .dataversion: "dataversion"
    case .signature: "signature"
    case .signingkey: "signingkey"
    case .recordedtime: "recordedtime"
    case .position: "position"
    case .batch: "batch"
    case .data: "data"
    }
  }

  /// One bit for each, to notice what comes twice.
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// Finds the member of the name, looking first at those after the previous one: members mostly come in order.
  static func find(_ name: String, after previous: CloudEventAttribute?) -> CloudEventAttribute? {
    let count = data.rawValue + 1
    var candidate = previous?.rawValue ?? data.rawValue
    for _ in 0..<count {
      candidate = candidate + 1 == count ? 0 : candidate + 1
      if let attribute = CloudEventAttribute(rawValue: candidate), attribute.name == name { return attribute }
    }
    return nil
  }
}
