/// Writes what events and shared objects have in common: a struct of fields.
struct ObjectWriter {
  let swiftName: String
  let protocolName: String
  let fields: [Field]

  /// The public initializer leaves the making to the compiler's own; `Assembled` says why.
  func writeStruct(to source: inout SourceText) {
    source.block("public struct \(swiftName): \(protocolName)") { source in
      for field in fields {
        source.doc(field.description)
        source.line("public var \(field.swiftName): \(field.swiftType)")
      }
      source.line("  var assembled = Assembled()")
    }
    source.line()
    source.block("extension \(swiftName)") { source in
      source.doc("Takes the fields in the order of their keys.")
      source.line("public init(")
      for (index, field) in fields.enumerated() {
        let initial = field.isRequired ? "" : " = nil"
        source.line(
          "  \(field.swiftName): \(field.swiftType)\(initial)" + (index < fields.count - 1 ? "," : ""))
      }
      source.block(")") { source in
        source.line("self.init(")
        for field in fields { source.line("  \(field.name): \(field.swiftName),") }
        source.line("  assembled: Assembled())")
      }
    }
  }
}
