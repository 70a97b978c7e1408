import Foundation

/// The folder of schemas: `types.json`, and one folder per event type with one file per version.
struct SchemaFolder {
  private let url: URL

  init(path: String) { url = URL(filePath: path) }

  func catalogue() throws -> Catalogue {
    let typesName = "Schemas/types.json"
    let typesFile = try SchemaNode(
      try JSONTreeParser.tree(of: url.appending(path: "types.json"), named: typesName), file: typesName)
    let types = try TypesParser(file: typesFile)
    var events: [EventDefinition] = []
    for wireName in try entries(of: url) where wireName != "types.json" {
      let name = "Schemas/\(wireName)/1.json"
      guard try entries(of: url.appending(path: wireName)) == ["1.json"] else {
        throw SchemaError(
          file: "Schemas/\(wireName)", path: "",
          message: "has to hold exactly 1.json; further versions of a type are not supported yet")
      }
      let tree = try JSONTreeParser.tree(of: url.appending(path: wireName).appending(path: "1.json"), named: name)
      events.append(try EventParser(types: types, wireName: wireName).event(try SchemaNode(tree, file: name), tree))
    }
    let catalogue = Catalogue(
      tagKinds: types.tagKinds, types: types.definitions, events: events.sorted { $0.code < $1.code })
    try catalogue.checkAcrossFiles()
    return catalogue
  }

  private func entries(of folder: URL) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw SchemaError(file: "Schemas/\(folder.lastPathComponent)", path: "", message: "is not a readable folder")
    }
  }
}
