package import SuntingCore

/// Sets of rules under one name.
package enum Profile: String, Sendable, CaseIterable {
  /// What is on when nothing is chosen.
  case `default`
  /// Every rule there is.
  case strict
  case all
  /// The default rules and the house style of most dailies.
  case koran

  /// Rules of house style that are off by default.
  private static let houseStyle: Set<String> = [
    "spelling/religious", "grammar/possessive-dari", "grammar/relative-di-mana",
  ]

  package func contains(_ rule: RuleTables.Rule) -> Bool {
    switch self {
    case .default: rule.isDefault
    case .strict, .all: true
    case .koran: rule.isDefault || Self.houseStyle.contains(rule.id)
    }
  }
}
