import EventModel

/// How many items a charge says were handed out, for each line of the standard: no usage records them.
///
/// A line of the charge belongs to the standard's line of the same component and label; when the standard has several of
/// these, the first to the first and so on.
struct ItemCounts {
  private var counts: [Int64] = []

  /// Counts by the lines of a charge and those of the standard for the class of user.
  init(_ charged: [ChargeLine], _ lines: [FeeLine]) {
    for (index, line) in lines.enumerated() {
      let isPeer = { (peer: FeeLine) in peer.component == line.component && peer.label == line.label }
      let own = charged.filter { $0.component == line.component && $0.label == line.label }
      let place = lines[..<index].filter(isPeer).count
      if lines.filter(isPeer).count == 1 {
        counts.append(max(0, own.reduce(0) { $0.plus($1.quantity.value) }))
      } else {
        counts.append(place < own.count ? max(0, own[place].quantity.value) : 0)
      }
    }
  }

  subscript(_ index: Int) -> Int64 { counts.indices.contains(index) ? counts[index] : 0 }
}
