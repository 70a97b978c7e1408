// swift-tools-version: 6.2
import PackageDescription

// Rooms, from matter up to faces; imports go down this list only (a test reads the import lines).
let package = Package(
  name: "ShareLedger",
  products: [
    .library(name: "ShareLedger", targets: ["ShareLedger"]),
    .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
    .executable(name: "shareledger", targets: ["ShareLedgerCLI"]),
    .executable(name: "shareledger-verify", targets: ["ShareLedgerVerify"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])]),
    .target(name: "CCRC32C"),
    .target(name: "LMDB", dependencies: ["CLMDB"]),
    .target(name: "TransparencyLog", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .executableTarget(name: "SchemaGenerator"),
    .plugin(
      name: "SchemaPlugin", capability: .buildTool(), dependencies: ["SchemaGenerator"], path: "Sources/SchemaPlugin"),
    .target(
      name: "EventModel", dependencies: ["CCRC32C", .product(name: "Crypto", package: "swift-crypto")],
      plugins: ["SchemaPlugin"]),
    .target(
      name: "Cryptography", dependencies: ["EventModel", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "EventLog", dependencies: ["LMDB", "EventModel", "TransparencyLog"]),
    .target(name: "Sharing", dependencies: ["Cryptography", "EventLog", "EventModel", "TransparencyLog"]),
    .target(
      name: "ShareLedger", dependencies: ["Sharing", "Cryptography", "EventLog", "EventModel", "TransparencyLog"]),
    .executableTarget(
      name: "ShareLedgerCLI",
      dependencies: [
        "ShareLedger", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "ShareLedgerVerify", dependencies: ["TransparencyLog"]),
    .executableTarget(
      name: "ledger-benchmarks",
      dependencies: [
        "ShareLedger", "EventLog", "EventModel", "TransparencyLog",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks/LedgerBenchmarks"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "LMDBTests", dependencies: ["TestSupport", "LMDB"]),
    .testTarget(
      name: "TransparencyLogTests",
      dependencies: ["TestSupport", "TransparencyLog", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Vectors"]),
    .testTarget(name: "SchemaGeneratorTests", dependencies: ["SchemaGenerator"]),
    .testTarget(name: "EventModelTests", dependencies: ["TestSupport", "EventModel"], exclude: ["Golden"]),
    .testTarget(name: "CryptographyTests", dependencies: ["Cryptography", "EventModel"]),
    .testTarget(
      name: "EventLogTests", dependencies: ["TestSupport", "EventLog", "EventModel", "LMDB", "TransparencyLog"]),
    .testTarget(
      name: "SharingTests",
      dependencies: ["TestSupport", "ShareLedger", "Sharing", "Cryptography", "EventLog", "EventModel"]),
    .testTarget(
      name: "ShareLedgerTests",
      dependencies: [
        "TestSupport", "ShareLedger", "ShareLedgerCLI", "ShareLedgerVerify", "Sharing", "EventLog", "EventModel",
        "LMDB",
        "TransparencyLog",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "ReferenceTests", dependencies: ["TestSupport", "ShareLedger", "Sharing", "EventLog", "EventModel"]),
    .testTarget(name: "ProjectTests"),
  ],
  swiftLanguageModes: [.v6]
)

// One loop sets the strict features of every Swift target.
let unsafeRooms: Set = ["LMDB", "EventModel", "TransparencyLog"]
for target in package.targets where target.type != .system && target.type != .plugin && target.name != "CCRC32C" {
  var settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
  ]
  if unsafeRooms.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
