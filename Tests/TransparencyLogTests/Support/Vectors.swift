import Foundation
import TransparencyLog

/// The vectors beside the tests; `NOTICE` there says whose they are.
enum Vectors {
  private static func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors/\(name)"))
  }

  struct Merkle: Decodable {
    let inclusion: [Inclusion]
    let consistency: [Consistency]
  }

  struct Inclusion: Decodable {
    let name: String
    let leafIdx, treeSize: UInt64
    let root, leafHash: String
    let proof: [String]?
    let wantErr: Bool
  }

  struct Consistency: Decodable {
    let name: String
    let size1, size2: UInt64
    let root1, root2: String
    let proof: [String]?
    let wantErr: Bool
  }

  static func merkle() throws -> Merkle {
    try JSONDecoder().decode(Merkle.self, from: data("merkle_vectors.json"))
  }

  /// The files of the Tessera test log, by path.
  static func tesseraLog() throws -> [String: [UInt8]] {
    let files = try JSONDecoder().decode([String: Data].self, from: data("tessera_log.json"))
    return files.mapValues { [UInt8]($0) }
  }
}
