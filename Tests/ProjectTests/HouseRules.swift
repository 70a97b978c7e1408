import Foundation
import Testing

@Suite struct `House rules` {
  /// Which rooms a room may name: those below it.
  static let below: [String: Set<String>] = [
    "CLMDB": [], "CCRC32C": [], "SchemaGenerator": [], "SchemaPlugin": [],
    "TransparencyLog": [],
    "LMDB": ["CLMDB"],
    "EventModel": ["CCRC32C"],
    "Cryptography": ["EventModel"],
    "EventLog": ["LMDB", "EventModel", "TransparencyLog"],
    "Sharing": ["Cryptography", "EventLog", "EventModel", "TransparencyLog"],
    "ShareLedger": ["Sharing", "Cryptography", "EventLog", "EventModel", "LMDB", "TransparencyLog"],
    "ShareLedgerCLI": ["ShareLedger", "EventModel"],
  ]

  @Test func `imports go down only`() throws {
    let rooms = Set(Self.below.keys)
    for room in rooms {
      let allowed = try #require(Self.below[room])
      for file in Project.swiftFiles(under: "Sources/\(room)") {
        for line in try Project.lines(file) {
          guard let match = line.firstMatch(of: /^(?:@[A-Za-z_]+ )?(?:public |package |internal )?import (\w+)/) else {
            continue
          }
          let module = String(match.1)
          if rooms.contains(module) {
            #expect(allowed.contains(module), "\(Project.name(file)) imports \(module)")
          }
        }
      }
    }
  }

  @Test func `the core knows no Foundation`() throws {
    for room in ["LMDB", "TransparencyLog", "EventModel", "Cryptography", "EventLog", "Sharing"] {
      for file in Project.swiftFiles(under: "Sources/\(room)") {
        for line in try Project.lines(file) {
          #expect(!line.contains("import Foundation"), "\(Project.name(file))")
        }
      }
    }
  }

  @Test func `unsafe code lives in LMDB, in the codec's span readers and where hashes are made only`() throws {
    for room in Self.below.keys where !["LMDB", "EventModel", "CLMDB", "CCRC32C"].contains(room) {
      for file in Project.swiftFiles(under: "Sources/\(room)") {
        if Project.name(file).hasPrefix("Sources/TransparencyLog/Hashing/") { continue }
        for line in try Project.lines(file) {
          #expect(!line.contains(/\bunsafe\b|Unsafe[A-Z]|unsafe[A-Z]/), "\(Project.name(file)): \(line)")
        }
      }
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    for file in Project.swiftFiles(under: "Sources") + Project.swiftFiles(under: "Tests") {
      #expect(try Project.lines(file).count <= 401, "\(Project.name(file))")
    }
  }

  @Test func `nothing traps on purpose and nothing is left for later`() throws {
    let marks = ["try" + "!", "as" + "! ", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME"]
    for file in Project.swiftFiles(under: "Sources") {
      for line in try Project.lines(file) {
        for mark in marks { #expect(!line.contains(mark), "\(Project.name(file)): \(line)") }
        #expect(!line.contains(/^\s*print\(/), "\(Project.name(file)): \(line)")
      }
    }
  }

  @Test func `one term, one meaning`() throws {
    let banned = /\b[tT]imestamp|\b[sS]napshot|\b[aA]ggregate\b|\b[mM]igration/
    for file in Project.swiftFiles(under: "Sources") {
      for line in try Project.lines(file) {
        #expect(!line.contains(banned), "\(Project.name(file)): \(line)")
      }
    }
  }

  @Test func `the top level is fixed`() throws {
    let expected: Set = ["Package.swift", "Sources", "Tests", "Schemas", "Benchmarks", "README.md"]
    let entries = try FileManager.default.contentsOfDirectory(atPath: Project.root.path)
    let visible = Set(entries.filter { !$0.hasPrefix(".") && $0 != "Package.resolved" })
    #expect(visible == expected)
  }
}
