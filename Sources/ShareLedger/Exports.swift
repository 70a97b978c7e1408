// One `import ShareLedger` is enough: the words of the rooms below come with it. What is `package` there stays hidden.
@_exported public import Cryptography
@_exported public import EventLog
@_exported public import EventModel
@_exported public import LMDB
@_exported public import Sharing
@_exported public import TransparencyLog
