import Foundation
import Testing
import TransparencyLog

/// The house rule that every kind of no has a test that provokes it, kept for this room's codes.
struct ErrorCodeTests {
  @Test func `every code but one is provoked by a test`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let walk = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var tests = ""
    for case let file as URL in walk where file.pathExtension == "swift" {
      tests += try String(contentsOf: file, encoding: .utf8)
    }
    let missing = TransparencyError.Code.allCases.filter {
      !tests.contains("== .\($0.rawValue)") && !tests.contains(", .\($0.rawValue))")
    }
    // A key that exists can sign, as far as anyone knows; the code is there because the library's call may throw.
    #expect(missing == [.signingFailed])
  }
}
