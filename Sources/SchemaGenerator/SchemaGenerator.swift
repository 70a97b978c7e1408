import Foundation

/// Turns the package's JSON Schemas into the Swift types of EventModel.
///
/// `SchemaGenerator SCHEMAS OUTPUT` reads `SCHEMAS/types.json` and `SCHEMAS/*/1.json` and writes one file per event type
/// and the registry files into OUTPUT. Anything the schemas say that the Swift types would not enforce is an error, so
/// that contract and code cannot drift apart.
@main
enum SchemaGenerator {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 2, let schemas = arguments.first, let output = arguments.last else {
      stop("usage: SchemaGenerator SCHEMAS OUTPUT")
    }
    do {
      let catalogue = try SchemaFolder(path: schemas).catalogue()
      for file in SwiftSource.files(of: catalogue) {
        try write(file.text, to: URL(filePath: output).appending(path: file.name))
      }
    } catch {
      stop("\(error)")
    }
  }

  /// Leaves an unchanged file alone, so that nothing is compiled again without need.
  private static func write(_ text: String, to file: URL) throws {
    let bytes = Data(text.utf8)
    if let old = try? Data(contentsOf: file), old == bytes { return }
    try bytes.write(to: file, options: .atomic)
  }

  private static func stop(_ message: String) -> Never {
    FileHandle.standardError.write(Data("error: \(message)\n".utf8))
    exit(1)
  }
}
