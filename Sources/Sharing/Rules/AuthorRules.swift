import EventLog
import EventModel

/// Who signed is who says so: a signature is judged by the keys bound when the event is recorded.
enum AuthorRules {
  static let all = [
    Rule("authorSigned") { event, context in
      // Of the actor nothing but the keys is asked, so that no long timeline is read for it.
      let (tag, types): (Tag, Set<EventType>?) =
        event.signature.map { (Tag(.key, $0.key), nil) } ?? (Tag(.party, event.actor), [.keyBound])
      let book = try context.log.folded(tag, .parties, types: types) { AuthorBook(folding: $0) }
      try book.check(event)
    }
  ]
}
