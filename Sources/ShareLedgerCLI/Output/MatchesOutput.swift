import ShareLedger

/// Resources that may do, as rows.
enum MatchesOutput {
  static func sheet(_ name: String, _ matches: [ResourceMatch]) -> Sheet {
    var sheet = Sheet(
      name, ["resource", "name", "unit", "unitName", "class", "sameClass", "similarity", "used", "area", "location"])
    for match in matches {
      let entry = match.entry
      sheet.add([
        .text(entry.resource.text), .text(entry.name.string), .text(entry.unit.text), .text(entry.unitName?.string),
        .text(entry.classCode?.text), .flag(match.isSameClass), .hundredths(match.similarity?.hundredths),
        .seconds(match.usedSeconds), .text(match.area?.text), .text(entry.location?.string),
      ])
    }
    return sheet
  }
}
