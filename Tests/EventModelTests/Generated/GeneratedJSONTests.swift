import EventModel
import Testing

/// The members of a JSON object, on a booking.
struct GeneratedJSONTests {
  private func error(_ text: String, _ type: EventType = .resourceAcquired) -> InputError? {
    let bytes = Array(text.utf8)
    do throws(InputError) {
      var reader = JSONReader(bytes.span.bytes)
      _ = try EventPayload(type: type, from: &reader)
      return nil
    } catch {
      return error
    }
  }

  private let good =
    #""resource":"R","unit":"U","kind":"talent","name":"N","funding":[],"acceptedOn":"2024-01-31","source":"other""#

  @Test func `members come in any order and optional ones may be absent`() {
    #expect(error("{\(good)}") == nil)
    let reversed = good.split(separator: ",").reversed().joined(separator: ",")
    #expect(error("{\(reversed)}") == nil)
  }

  @Test(arguments: [
    (#", "colour": 1"#, InputRule.unknownField, "colour"), (#", "unit": "V""#, .duplicateField, "unit"),
    (#", "classCode": null"#, .wrongType, "classCode"), (#", "originalValue": "5""#, .wrongType, "originalValue"),
    (#", "location": """#, .illegalValue, "location"),
    (#", "attributes": [{"name": "a"}]"#, .missingField, "attributes[0].value"),
    (#", "attributes": [{"name": "a", "value": "b", "x": 1}]"#, .unknownField, "attributes[0].x"),
  ])
  func `an illegal member is refused by its name`(more: String, rule: InputRule, field: String) {
    let error = error("{\(good)\(more)}")
    #expect(error?.rule == rule)
    #expect(error?.field == field)
  }

  @Test func `every required member is missed`() {
    let members = good.split(separator: ",")
    for index in members.indices {
      var rest = members
      let name = rest.remove(at: index).split(separator: "\"")[0]
      let error = error("{\(rest.joined(separator: ","))}")
      #expect(error?.rule == .missingField)
      #expect(error?.field == String(name))
    }
  }

  @Test func `a list holds at most a thousand items`() {
    func updated(_ count: Int) -> String {
      let change = #"{"field":"name","value":null}"#
      return #"{"resource":"R","changes":[\#(Array(repeating: change, count: count).joined(separator: ","))]}"#
    }
    #expect(error(updated(1000), .resourceUpdated) == nil)
    #expect(error(updated(1001), .resourceUpdated)?.field.hasPrefix("changes") == true)
  }

  @Test func `an enumeration takes its own names only`() {
    let error = error("{\(good.replacing("talent", with: "Talent"))}")
    #expect(error?.field == "kind")
    #expect(error?.message.contains("equipment") == true)
    for kind in ResourceKind.allCases { #expect(ResourceKind(wireName: kind.wireName) == kind) }
  }
}
