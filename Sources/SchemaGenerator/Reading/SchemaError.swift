/// What is wrong with a schema, and where.
struct SchemaError: Error, CustomStringConvertible {
  /// The file, such as `Schemas/resource.acquired/1.json`.
  let file: String
  /// The path of members inside the file, such as `properties.kind.x-key`; empty for the whole file.
  let path: String
  /// What is wrong and what is wanted.
  let message: String

  var description: String { path.isEmpty ? "\(file): \(message)" : "\(file): \(path): \(message)" }
}
