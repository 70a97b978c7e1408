import EventLog
import EventModel

/// Who signed is who says so: a signature is judged by the keys bound when the event is recorded.
enum AuthorRules {
  static let all = [
    Rule("authorSigned") { event, context in
      var book = AuthorBook()
      if let signature = event.signature {
        for event in try context.timeline(of: Tag(.key, signature.key), .parties) { book.take(event) }
      } else {
        // Nothing else about the actor is asked, so that a long timeline is not read for it.
        let bound = try context.log.timeline(
          of: Tag(.party, event.actor), .parties, types: [.keyBound],
          asOf: AsOf(valid: .last, known: context.log.head))
        for event in bound { book.take(event) }
      }
      try book.check(event)
    }
  ]
}
