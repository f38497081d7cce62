package enum Severity: UInt32, Sendable, CaseIterable, Comparable {
  case suggestion, warning, error
  package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  package var name: String {
    switch self {
    case .suggestion: "suggestion"
    case .warning: "warning"
    case .error: "error"
    }
  }
  package init?(name: String) {
    guard let match = Severity.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

/// How far a fix may be trusted.
package enum FixSafety: UInt32, Sendable, CaseIterable, Comparable {
  case none, unsafe, safe
  package static func < (a: FixSafety, b: FixSafety) -> Bool { a.rawValue < b.rawValue }
  package var name: String {
    switch self {
    case .none: "none"
    case .unsafe: "unsafe"
    case .safe: "safe"
    }
  }
  package init?(name: String) {
    guard let match = FixSafety.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}

package enum MessageLanguage: String, Sendable, CaseIterable { case id, en }

/// One text in both languages.
package struct Bilingual: Sendable, Hashable {
  package let id: String
  package let en: String
  package init(id: String, en: String) {
    self.id = id
    self.en = en
  }
  package subscript(language: MessageLanguage) -> String { language == .id ? id : en }
}

/// Places that do not count for a rule.
package struct SkippedPlaces: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package static let quotes = SkippedPlaces(rawValue: 1)
  package static let emphasis = SkippedPlaces(rawValue: 2)
  package static let gloss = SkippedPlaces(rawValue: 4)
  package static let headings = SkippedPlaces(rawValue: 8)
  package static let names = SkippedPlaces(rawValue: 16)
  package static let byName: [String: SkippedPlaces] = [
    "quotes": .quotes, "emphasis": .emphasis, "gloss": .gloss, "headings": .headings, "names": .names,
  ]
}

/// What a matched line of furniture is.
package enum FurnitureKind: UInt32, Sendable, CaseIterable {
  /// Furniture wherever it stands.
  case furniture
  /// Furniture only beside other furniture, or as the article's first line.
  case label
  /// A heading that makes furniture of the headline-like lines below it, when it stands in the article's foot.
  case zone

  package var name: String {
    switch self {
    case .furniture: "furniture"
    case .label: "label"
    case .zone: "zone"
    }
  }
}

/// One rule as its YAML file says it, read and checked, but not compiled.
package struct RuleDefinition: Sendable {
  package struct Entry: Sendable {
    package let pattern: Pattern
    /// nil: no replacement. Several alternatives are separated by ` | `.
    package let replacement: String?
    package let english: String?
    package let fix: FixSafety
    package init(pattern: Pattern, replacement: String?, english: String?, fix: FixSafety) {
      self.pattern = pattern
      self.replacement = replacement
      self.english = english
      self.fix = fix
    }
  }

  package struct BlockLine: Sendable {
    package let pattern: Pattern
    package let kind: FurnitureKind
    package init(pattern: Pattern, kind: FurnitureKind) {
      self.pattern = pattern
      self.kind = kind
    }
  }

  package enum Body: Sendable {
    case phrases([Entry])
    case words([Entry])
    case blocks([BlockLine])
    /// An algorithm in Swift by its name, with options as text.
    case check(name: String, options: [String: [String]])
  }

  package let id: String
  package let severity: Severity
  package let mqm: String
  package let isDefault: Bool
  package let message: Bilingual
  package let why: Bilingual
  package let english: String
  package let fix: FixSafety
  package let fixReason: Bilingual
  package let skip: SkippedPlaces
  package let except: [Pattern]
  package let body: Body

  package init(
    id: String, severity: Severity, mqm: String, isDefault: Bool, message: Bilingual, why: Bilingual, english: String,
    fix: FixSafety, fixReason: Bilingual, skip: SkippedPlaces, except: [Pattern], body: Body
  ) {
    self.id = id
    self.severity = severity
    self.mqm = mqm
    self.isDefault = isDefault
    self.message = message
    self.why = why
    self.english = english
    self.fix = fix
    self.fixReason = fixReason
    self.skip = skip
    self.except = except
    self.body = body
  }

  package var family: String { String(id.prefix { $0 != "/" }) }
}
