import EventModel

/// A good line whose members can be replaced, removed, added and put in another order.
struct CloudEventLines {
  /// Names and raw JSON of the members in canonical order, `data` last.
  var members: [(name: String, json: String)] = [
    ("specversion", #""1.0""#),
    ("id", #""pnnl-000001""#),
    ("source", #""urn:example:catalogue""#),
    ("type", #""resource.acquired""#),
    ("time", #""2024-03-25T12:43:11.5+08:00""#),
    ("datacontenttype", #""application/json""#),
    ("actor", #""12500000450401234X""#),
    ("correlationid", #""case-7""#),
    ("causationid", #""pnnl-000000""#),
    ("dataversion", #""1""#),
    ("recordedtime", #""2024-03-26T00:00:00.000001+08:00""#),
    ("position", #""42""#),
    ("batch", #""2/5""#),
  ]
  /// Names and raw JSON of the members of `data` in canonical order.
  var data: [(name: String, json: String)] = [
    ("resource", #""NMR-600""#),
    ("unit", #""12500000450401234X""#),
    ("kind", #""equipment""#),
    ("name", #""600 MHz 核磁共振波谱仪""#),
    ("classCode", #""010503""#),
    ("originalValue", "480000000"),
    ("funding", #"[{"source":"local","amount":300000000},{"source":"own","amount":180000000}]"#),
    ("acceptedOn", #""2024-01-31""#),
    ("source", #""purchase""#),
    ("location", #""A区 3-101""#),
    ("attributes", #"[{"name":"field","value":"14.1 T"}]"#),
  ]

  var text: String { Self.object(members + [("data", Self.object(data))]) }

  static func object(_ members: [(name: String, json: String)]) -> String {
    "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
  }

  /// Replaces a member by raw JSON, removes it when that is `-`, or adds it when there is none; `data.` names a member of
  /// `data`.
  mutating func set(_ path: Substring, to json: Substring) {
    if path.hasPrefix("data.") {
      Self.set(&data, path.dropFirst(5), to: json)
    } else {
      Self.set(&members, path, to: json)
    }
  }

  private static func set(_ members: inout [(name: String, json: String)], _ name: Substring, to json: Substring) {
    let index = members.firstIndex { $0.name == name }
    switch (index, json) {
    case (let index?, "-"): members.remove(at: index)
    case (let index?, _): members[index].json = String(json)
    case (nil, _): members.append((String(name), String(json)))
    }
  }
}

/// Reads a line as the third of a file.
func parse(_ line: some StringProtocol) throws(InputError) -> CloudEventLine {
  let bytes = tableBytes(line)
  return try CloudEvents.parse(bytes.span.bytes, number: 3)
}

/// The line a value is written as.
func written(_ line: CloudEventLine) -> String {
  var writer = JSONWriter()
  if let recorded = line.recorded {
    CloudEvents.write(recorded, into: &writer)
  } else {
    CloudEvents.write(line.event, into: &writer)
  }
  return String(decoding: writer.bytes, as: UTF8.self)
}
