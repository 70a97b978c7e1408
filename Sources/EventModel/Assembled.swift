/// A field of no size that lets a struct be made by the initializer the compiler writes.
///
/// Swift 6.3 makes a struct of more than six numbers and references piece by piece in memory when its initializer is
/// written out, then copies the whole, retains each reference and releases the first again: a quarter of decoding an
/// event. The compiler's own memberwise initializer makes it once. But that one cannot be public, and a public one of
/// the same signature may not stand beside it; with this field last, the signatures differ.
struct Assembled: Sendable, Hashable {}
