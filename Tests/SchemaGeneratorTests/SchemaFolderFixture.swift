import Foundation

@testable import SchemaGenerator

/// A folder of one event type and its shared types, as good as it gets; tests break one thing in it.
struct SchemaFolderFixture {
  var types = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:shareledger:schema:types",
      "title": "Types", "description": "Shared types.",
      "x-tagKinds": { "party": 1, "resource": 2 },
      "$defs": {
        "id": { "description": "An identifier.", "type": "string" },
        "text": { "description": "A text.", "type": "string" },
        "sealed": { "description": "A sealed text.", "type": "object" },
        "colour": { "description": "A colour.", "enum": ["red", "default", "RGB"] },
        "score": { "description": "A score.", "type": "integer", "minimum": 1, "maximum": 5 },
        "part": {
          "title": "Part", "description": "A part.", "type": "object", "additionalProperties": false,
          "required": ["name"],
          "properties": { "name": { "$ref": "#/$defs/text", "description": "Its name.", "x-key": 1 } }
        }
      }
    }
    """#

  var event = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:shareledger:schema:thing.made:1",
      "title": "Thing made", "description": "A thing was made.", "x-code": 901, "x-group": "use", "x-article": "art. 1",
      "type": "object", "additionalProperties": false, "required": ["thing", "note"],
      "properties": {
        "thing": { "$ref": "urn:shareledger:schema:types#/$defs/id", "description": "It.", "x-key": 1, "x-tag": "resource" },
        "operator": { "$ref": "urn:shareledger:schema:types#/$defs/colour", "description": "Its colour.", "x-key": 30 },
        "parts": { "type": "array", "maxItems": 1000, "items": { "$ref": "urn:shareledger:schema:types#/$defs/part" }, "description": "Its parts.", "x-key": 3 },
        "note": { "anyOf": [{ "$ref": "urn:shareledger:schema:types#/$defs/text" }, { "type": "null" }], "description": "A note.", "x-key": 4 },
        "secret": { "$ref": "urn:shareledger:schema:types#/$defs/sealed", "description": "Hidden.", "x-key": 40, "x-tag": "party" }
      },
      "examples": [{ "thing": "T", "note": null }]
    }
    """#

  /// Files beside the good ones, by path.
  var others: [String: String] = [:]

  /// Reads the folder, written to a temporary place.
  func catalogue() throws -> Catalogue {
    let folder = FileManager.default.temporaryDirectory.appending(path: "schemas-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = others
    files["types.json"] = types
    files["thing.made/1.json"] = event
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try SchemaFolder(path: folder.path(percentEncoded: false)).catalogue()
  }

  /// What the generator says about the folder; `nil` when it has nothing to say.
  func complaint() -> String? {
    do {
      _ = try catalogue()
      return nil
    } catch {
      return "\(error)"
    }
  }
}
