import FoundationEssentials

/// An answer in JSON, read back: what answers are made of.
enum AnswerValue: Decodable {
  case text(String)
  case list([AnswerValue])
  case object([String: AnswerValue])
  /// Numbers, flags and nulls, which no check needs.
  case other

  /// Reads an answer's bytes.
  static func read(_ bytes: [UInt8]) throws -> AnswerValue {
    try JSONDecoder().decode(AnswerValue.self, from: Data(bytes))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([AnswerValue].self) {
      self = .list(list)
    } else if let object = try? value.decode([String: AnswerValue].self) {
      self = .object(object)
    } else {
      self = .other
    }
  }

  /// The items of a list; none for anything else.
  var items: [AnswerValue] { if case .list(let items) = self { items } else { [] } }

  /// A member of an object.
  subscript(name: String) -> AnswerValue? { if case .object(let members) = self { members[name] } else { nil } }

  /// The text of a member.
  func text(_ name: String) -> String? { if case .text(let text)? = self[name] { text } else { nil } }
}
