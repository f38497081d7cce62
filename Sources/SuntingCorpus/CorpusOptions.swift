package import SuntingCore
package import SuntingKit

/// What becomes of each record.
package enum CorpusMode: String, Sendable { case annotate, filter, fix, stats }

/// How records are written.
package enum RecordFormat: String, Sendable, CaseIterable {
  case jsonl, tsv
  /// JSON lines in, attribute lines of Dolma out.
  case dolma

  package static func of(path: String) -> RecordFormat {
    path.hasSuffix(".tsv") || path.hasSuffix(".tsv.gz") || path.hasSuffix(".tsv.zst") ? .tsv : .jsonl
  }
}

/// How much an annotation says of each finding.
package enum DiagnosticDetail: String, Sendable, CaseIterable { case none, compact, full }

/// All that decides what a record becomes; the same for every chunk.
package struct CorpusOptions: Sendable {
  package var mode: CorpusMode
  package var format: RecordFormat
  package var field = "text"
  package var idField = "id"
  package var detail = DiagnosticDetail.compact
  package var language = MessageLanguage.id
  package var least = FixSafety.safe
  package var filter = RecordFilter()
  /// Rejected records are wanted.
  package var keepsRejected = false
  /// Rejected records stay among the others, with their reason.
  package var mixesRejected = false
  package var compression = Compression.none
  package var rejectedCompression = Compression.none
  /// Longer texts are passed on unread: the memory of a run stays bounded.
  package var longestText = FileLinter.longestText
  /// The rules in use, as annotations name them.
  package var rules: String

  package init(mode: CorpusMode, format: RecordFormat, rules: String) {
    self.mode = mode
    self.format = format
    self.rules = rules
  }
}
