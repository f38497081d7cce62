import SuntingKit

/// What decides about the diagnostics besides the text: the tool, its rules, ICU and the dictionaries.
func versionText() -> String { VersionReport.text() }
