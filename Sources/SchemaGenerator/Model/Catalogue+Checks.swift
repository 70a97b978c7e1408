extension Catalogue {
  /// What no single file can see: codes and Swift names used twice.
  func checkAcrossFiles() throws {
    guard !events.isEmpty else { throw SchemaError(file: "Schemas", path: "", message: "holds no event type") }
    var codes: [Int64: String] = [:]
    var names: [String: String] = [:]
    for type in types { names[type.swiftName] = "Schemas/types.json" }
    for event in events {
      if let other = codes.updateValue(event.file, forKey: event.code) {
        throw SchemaError(file: event.file, path: "x-code", message: "\(event.code) is already the code of \(other)")
      }
      for name in [event.swiftName, event.swiftName + "View"] {
        if let other = names.updateValue(event.file, forKey: name) {
          throw SchemaError(file: event.file, path: "", message: "its Swift name \(name) is already used by \(other)")
        }
      }
    }
  }
}
