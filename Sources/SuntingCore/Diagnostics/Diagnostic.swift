/// One replacement of bytes. Offsets are those of the file (UTF-8).
package struct Edit: Hashable, Sendable {
  package let range: TextRange
  package let text: String

  package init(range: TextRange, text: String) {
    self.range = range
    self.text = text
  }
}

/// Edits that belong together, and how far they may be trusted. Applied whole or not at all.
package struct Fix: Hashable, Sendable {
  package let safety: FixSafety
  package let edits: [Edit]

  package init(safety: FixSafety, edits: [Edit]) {
    precondition(safety != .none && !edits.isEmpty, "a fix that does nothing is no fix")
    self.safety = safety
    self.edits = edits
  }
}

/// Another place that a diagnostic speaks of.
package struct RelatedPlace: Hashable, Sendable {
  package let range: TextRange
  package let message: Bilingual

  package init(range: TextRange, message: Bilingual) {
    self.range = range
    self.message = message
  }
}

/// What is wrong, where, and what to write instead; the same value from rule to reporter.
package struct Diagnostic: Sendable {
  package let rule: String
  package var severity: Severity
  package let mqm: String
  /// Bytes of the file.
  package let range: TextRange
  package let message: Bilingual
  /// What stands at `range`, as prose (without markup between).
  package let text: String
  package let fixes: [Fix]
  package let alternatives: [String]
  package let related: [RelatedPlace]
  package let penalty: Int
  /// Rule, matched words and their occurrence in the document, hashed: the same after lines moved or neighbours changed.
  package let fingerprint: String

  package init(
    rule: String, severity: Severity, mqm: String, range: TextRange, message: Bilingual, text: String, fixes: [Fix],
    alternatives: [String], related: [RelatedPlace], penalty: Int, fingerprint: String
  ) {
    self.rule = rule
    self.severity = severity
    self.mqm = mqm
    self.range = range
    self.message = message
    self.text = text
    self.fixes = fixes
    self.alternatives = alternatives
    self.related = related
    self.penalty = penalty
    self.fingerprint = fingerprint
  }

  package var family: String { String(rule.prefix { $0 != "/" }) }

  /// By place, then by rule: one order whatever the number of threads.
  package static func inOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    a.range != b.range ? a.range < b.range : a.rule < b.rule
  }
}
