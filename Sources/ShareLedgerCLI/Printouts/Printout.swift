import EventModel
import ShareLedger

/// An answer as a page for paper: one file that opens without a network, and reads in grey.
///
/// Every number in it is one of the answer's JSON, or follows from those beside it.
struct Printout {
  /// What kind of paper it is.
  let kind: PrintoutWord
  /// Whom or what it is about, in anyone's words.
  let heading: String
  /// Below the heading, such as an id.
  var subheading: String?
  let asOf: AsOf
  let language: LabelLanguage
  /// Whether its tables need the wide side of the paper.
  var isWide = false
  /// What holds for all of it, by the names of JSON.
  var facts: [Fact] = []
  private(set) var sections: [HTML] = []

  /// One value with a label.
  struct Fact {
    let name: String
    let label: String
    let value: Sheet.Value
  }

  init(
    _ kind: PrintoutWord, heading: String, subheading: String? = nil, asOf: AsOf, language: LabelLanguage
  ) {
    (self.kind, self.heading, self.subheading) = (kind, heading, subheading)
    (self.asOf, self.language) = (asOf, language)
  }

  /// Adds a part of the page under a title.
  mutating func section(_ title: String, _ body: (inout HTML) -> Void) {
    var html = HTML()
    html.element(.section) { html in
      html.element(.h2, text: title)
      body(&html)
    }
    html.lineFeed()
    sections.append(html)
  }

  /// The document.
  ///
  /// - Parameter certificate: what it rests on, at its end.
  func document(_ certificate: Certificate) -> String {
    HTML.document(
      title: "\(kind[language]) – \(heading)", language: language == .zh ? "zh-CN" : "en", style: PrintoutStyle.sheet
    ) { html in
      html.element(.div, [.class: isWide ? "page wide" : "page"]) { html in
        head(&html)
        for section in sections { html.add(section) }
        foot(certificate, &html)
      }
      html.lineFeed()
    }
  }

  private func head(_ html: inout HTML) {
    html.element(.header) { html in
      html.element(.p, [.class: "kind"], text: kind[language])
      html.element(.h1) { $0.isolated(heading) }
      if let subheading { html.element(.p, [.class: "subheading"]) { $0.isolated(subheading) } }
    }
    html.lineFeed()
    html.element(.dl, [.class: "facts"]) { html in
      for fact in facts {
        Printout.term(fact.label, fact.name, &html) { $0.value(fact.value, language) }
      }
      Printout.term(PrintoutWord.valid[language], "valid", &html) {
        $0.data("\(asOf.valid)", shown: asOf.valid == asOf.valid.day.end ? "\(asOf.valid.day)" : "\(asOf.valid)")
      }
      Printout.term(PrintoutWord.known[language], "known", &html) {
        $0.data("\(asOf.known)", shown: HTML.grouped("\(asOf.known)"))
      }
    }
    html.lineFeed()
  }

  private static func term(_ label: String, _ name: String, _ html: inout HTML, _ value: (inout HTML) -> Void) {
    html.element(.div) { html in
      html.element(.dt, text: label)
      html.element(.dd, [.dataName: name], value)
    }
  }

  private func foot(_ certificate: Certificate, _ html: inout HTML) {
    html.element(.footer) { html in
      html.element(.h2, text: PrintoutWord.certificate[language])
      html.element(.p, text: PrintoutWord.certificateNote[language])
      for line in certificate.footer {
        html.element(.p, [.class: "certificate"]) { $0.isolated(line) }
      }
    }
    html.lineFeed()
  }
}
