/// What the tool tells its caller, as documented in its help.
enum ExitStatus: Int32, Error {
  /// Done.
  case ok = 0
  /// An event is malformed or cannot be a fact; what was to be written with it is not written.
  case refused = 1
  /// A wrong command, option or value.
  case usage = 2
  /// Storage or files failed, or the ledger is damaged.
  case fault = 3
  /// The user stopped it; an append under way was completed or left nothing.
  case interrupted = 130
}
