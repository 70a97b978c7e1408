import EventModel
import ShareLedger

/// What moved a score, a row for each cause.
struct ScoreStepsSheet {
  let explanation: ScoreExplanation
  let language: LabelLanguage

  var sheet: Sheet {
    var sheet = Sheet(
      "steps",
      [
        .cause, .parameter, .position, .type, .validTime, .recordedTime, .source, .id, .before, .after, .pointsBefore,
        .pointsAfter, .change,
      ], language)
    let indicator = explanation.indicator.flatMap { ScoreIndicator(rawValue: $0.text) }
    for step in explanation.steps {
      let (cause, parameter) = step.cause.names
      let event = step.event
      sheet.add([
        .text(cause), .text(parameter), .text(event.map { "\($0.position)" }), .text(event?.event.type.wireName),
        .text(event.map { "\($0.event.validTime)" }), .text(event.map { "\($0.recordedTime)" }),
        .text(event?.event.source.text), .text(event?.event.id.text), .score(step.before.value, indicator),
        .score(step.after.value, indicator), .points(step.before.points), .points(step.after.points),
        .points(step.points),
      ])
    }
    let (from, to) = (explanation.from, explanation.to)
    sheet.facts = [
      ("party", .text(explanation.party.text)), ("role", .text(explanation.role.rawValue)),
      ("from", .text("\(explanation.period.from)")), ("through", .text("\(explanation.period.through)")),
      ("indicator", .text(explanation.indicator?.text)), ("sinceValid", .text("\(from.asOf.valid)")),
      ("sinceKnown", .text("\(from.asOf.known)")), ("sinceIndicatorSet", .text(from.set?.id.text)),
      ("indicatorSet", .text(to.set?.id.text)), ("before", .score(explanation.before.value, indicator)),
      ("after", .score(explanation.after.value, indicator)), ("pointsBefore", .points(explanation.before.points)),
      ("pointsAfter", .points(explanation.after.points)), ("change", .points(explanation.points)),
    ]
    return sheet
  }
}

extension ScoreCause {
  /// The kind of cause, and what it is about.
  fileprivate var names: (cause: String, parameter: String?) {
    switch self {
    case .event: ("event", nil)
    case .day(let day): ("day", "\(day)")
    case .policyParameter(let name): ("policyParameter", name)
    case .target(let id): ("target", id.text)
    case .weight(let id): ("weight", id.text)
    case .cap(let id): ("cap", id.text)
    case .indicator(let id): ("indicator", id.text)
    case .hourBase: ("hourBase", nil)
    }
  }
}

/// The events behind a cell, a row for each.
struct ScoreEvidenceSheet {
  let evidence: ScoreEvidence
  let language: LabelLanguage

  func sheet(_ view: LedgerView) throws(LedgerError) -> Sheet {
    var sheet = Sheet("events", [.part, .position, .type, .validTime, .recordedTime, .source, .id], language)
    let parts = [(ScoreTitle.numerator, evidence.numerator), (.denominator, evidence.denominator)]
    for (part, positions) in parts {
      for position in positions {
        let recorded = try view.event(at: position)
        sheet.add([
          .text(part.rawValue), .text("\(position)"), .text(recorded.event.type.wireName),
          .text("\(recorded.event.validTime)"), .text("\(recorded.recordedTime)"),
          .text(recorded.event.source.text), .text(recorded.event.id.text),
        ])
      }
    }
    return sheet
  }
}

/// The parties a proposal moves.
struct WhatIfSheet {
  let whatIf: WhatIf
  let language: LabelLanguage

  var sheet: Sheet {
    var sheet = Sheet("moves", [.party, .rankBefore, .rankAfter, .totalBefore, .totalAfter, .change], language)
    for move in whatIf.moves {
      let (before, after) = (move.before.card.total, move.after.card.total)
      sheet.add([
        .text(move.party.text), .count(Int64(move.before.rank)), .count(Int64(move.after.rank)), .points(before),
        .points(after), .points(after - before),
      ])
    }
    sheet.facts =
      whatIf.before.question.facts + [
        ("indicatorSet", .text(whatIf.before.set?.id.text)), ("proposedSet", .text(whatIf.after.set?.id.text)),
        ("parties", .count(Int64(whatIf.after.rows.count))),
      ]
    return sheet
  }
}

/// What became of frozen scores: a row for each cell that differs, and for each score that does not come back.
struct DriftSheet {
  let drifts: [ScoreDrift]
  let language: LabelLanguage

  var sheet: Sheet {
    var sheet = Sheet(
      "drifts",
      [.position, .cycle, .party, .isReproduced, .indicator, .before, .after, .pointsBefore, .pointsAfter, .positions],
      language)
    for drift in drifts where drift.isDrifted {
      let start: [Sheet.Value] = [
        .text("\(drift.position)"), .text(drift.frozen.cycle.text), .text(drift.frozen.unit.text),
        .flag(drift.isReproduced),
      ]
      for explanation in drift.explanations {
        let indicator = explanation.indicator.flatMap { ScoreIndicator(rawValue: $0.text) }
        sheet.add(
          start + [
            .text(explanation.indicator?.text), .score(explanation.before.value, indicator),
            .score(explanation.after.value, indicator), .points(explanation.before.points),
            .points(explanation.after.points), .positions(explanation.steps.compactMap { $0.event?.position }),
          ])
      }
      sheet.add(
        start + [
          .text(ScoreTitle.total.rawValue), .score(nil, nil), .score(nil, nil), .points(drift.frozen.total.value),
          .points(drift.now.total), .positions([]),
        ])
    }
    sheet.facts = [
      ("frozen", .count(Int64(drifts.count))), ("drifted", .count(Int64(drifts.count { $0.isDrifted }))),
    ]
    return sheet
  }
}
