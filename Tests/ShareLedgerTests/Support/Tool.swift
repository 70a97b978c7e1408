import Foundation

/// Runs the built `shareledger`, which lies beside the tests.
enum Tool {
  struct Answer {
    let status: Int32
    let output: String
    let error: String
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    var linesAboveCertificate: [String] { Array(lines.prefix { !$0.hasPrefix("certificate: ") }) }
  }

  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("shareledger").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return Samples.root + "/.build/debug/shareledger"
  }()

  /// Runs a command to its end; output goes through files, so that no pipe can fill up.
  ///
  /// - Parameter dataKilobytesMax: the most private memory the process may ask for.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], dataKilobytesMax: Int? = nil
  ) throws -> Answer {
    let folder = try TemporaryFolder()
    let process = Process()
    if let limit = dataKilobytesMax {
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", "ulimit -d \(limit); exec \"$0\" \"$@\"", path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.file("in", input)))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("out", [])))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.file("err", [])))
    try process.run()
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Answer(status: status, output: try folder.text("out"), error: try folder.text("err"))
  }

  static func run(_ arguments: String...) throws -> Answer { try run(arguments) }
}
