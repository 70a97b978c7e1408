public import EventModel

extension Disclosure {
  /// Writes the tables; a cell that is not published has no figures.
  public func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("period")
    writer.beginObject()
    writer.member("from", question.period.from.description)
    writer.member("to", question.period.through.description)
    writer.endObject()
    if let unit = question.unit { writer.member("unit", unit.text) }
    writer.member("usersMin", Int64(question.usersMin))
    writer.member("classDigits", Int64(question.classDigits))
    writer.list("resources", resources) { writer, row in
      if let classCode = row.classCode { writer.member("class", classCode) }
      writer.member("unit", row.unit.text)
      writer.member("count", Int64(row.count))
      writer.member("inScope", Int64(row.inScopeCount))
      writer.member("open", Int64(row.openCount))
    }
    writer.list("use", sides) { writer, side in
      writer.member("side", side.side.wireName)
      writer.list("cells", side.cells) { $1.write(to: &$0) }
      writer.list("byClass", side.byClass) { $1.write(to: &$0) }
      writer.list("byUnit", side.byUnit) { $1.write(to: &$0) }
      writer.list("total", [side.total]) { $1.write(to: &$0) }
    }
    writer.endObject()
  }
}

extension DisclosedUse {
  /// Writes the members of an object.
  fileprivate func write(to writer: inout JSONWriter) {
    if let classCode { writer.member("class", classCode) }
    if let unit { writer.member("unit", unit.text) }
    guard let figures else { return writer.member("published", false) }
    writer.member("published", true)
    writer.member("seconds", figures.seconds)
    writer.member("services", figures.services)
    writer.member("users", Int64(figures.users))
  }
}
