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

  /// Runs `shareledger-verify`, which lies beside the tool.
  static func verify(_ arguments: [String]) throws -> Answer {
    let folder = try TemporaryFolder()
    let script = #"exec "$(dirname "$TOOL")/shareledger-verify" "$@""#
    return try shell(script, arguments, in: folder)
  }

  /// Runs a script with the tools on its path.
  static func shell(_ script: String, _ arguments: [String] = [], in folder: TemporaryFolder) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-e", "-c", script, "bash"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let tools = URL(fileURLWithPath: path).deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TOOL": path, "PATH": tools + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")]) { $1 }
    let output = try TemporaryFolder()
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output.file("out", [])))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: output.file("err", [])))
    try process.run()
    process.waitUntilExit()
    return Answer(status: process.terminationStatus, output: try output.text("out"), error: try output.text("err"))
  }
}
