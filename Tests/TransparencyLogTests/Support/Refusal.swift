import Testing
import TransparencyLog

/// The code of the error the body throws, or `nil` when it throws none; any other error is a failure of the test.
func refusal<Result>(_ body: () throws -> Result) -> TransparencyError.Code? {
  do {
    _ = try body()
    return nil
  } catch let error as TransparencyError {
    return error.code
  } catch {
    Issue.record(error)
    return nil
  }
}
