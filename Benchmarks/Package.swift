// swift-tools-version: 6.2
import PackageDescription

// Run from the project's folder:
//   make -C Benchmarks/naive-lmdb
//   swift run --package-path Benchmarks --configuration release ledger-benchmarks all --directory DIR
let package = Package(
  name: "LedgerBenchmarks",
  dependencies: [
    .package(name: "ShareLedger", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "ledger-benchmarks",
      dependencies: [
        .product(name: "ShareLedger", package: "ShareLedger"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/LedgerBenchmarks",
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
