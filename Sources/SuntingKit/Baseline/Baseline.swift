package import SuntingCore
package import SuntingRuleFormat

/// Findings that were there before: they do not count. A finding is known by its fingerprint; the path beside it
/// decides where more files claim one than the baseline holds.
package struct Baseline: Sendable {
  package private(set) var list: FindingList
  /// Absolute; paths in the list are relative to it.
  package let folder: String
  /// Entries not claimed yet: for each fingerprint the paths.
  private var left: [String: [String]] = [:]

  package init(_ list: FindingList, folder: String) {
    self.list = list
    self.folder = folder
    for finding in list.findings { left[finding.fingerprint, default: []].append(finding.path) }
  }

  /// The path as the list writes it.
  package static func path(_ absolute: String, in folder: String) -> String {
    PathText.display(AbsolutePath.relative(absolute, to: folder) ?? absolute)
  }

  /// For each report the fingerprints that the baseline knows.
  ///
  /// - Parameter reports: of all files, with their absolute paths, in the order of the run.
  package mutating func known(in reports: [(absolute: String, diagnostics: [Diagnostic])]) -> [Set<String>] {
    var result = [Set<String>](repeating: [], count: reports.count)
    var open: [(report: Int, fingerprint: String)] = []
    for (number, report) in reports.enumerated() {
      let path = Self.path(report.absolute, in: folder)
      for diagnostic in report.diagnostics {
        if claim(diagnostic.fingerprint, path) {
          result[number].insert(diagnostic.fingerprint)
        } else {
          open.append((number, diagnostic.fingerprint))
        }
      }
    }
    // what no file of its own path claimed may have moved: with its whole file, or alone
    let moves = moves(of: open, names: reports.map { Self.name($0.absolute) })
    for entry in open {
      if let path = moves[entry.report], claim(entry.fingerprint, path) {
        result[entry.report].insert(entry.fingerprint)
      }
    }
    for entry in open where !result[entry.report].contains(entry.fingerprint) && claim(entry.fingerprint, nil) {
      result[entry.report].insert(entry.fingerprint)
    }
    return result
  }

  /// For files that were renamed the path they had: the one that shares most findings, then the file name.
  private func moves(of open: [(report: Int, fingerprint: String)], names: [Substring]) -> [Int: String] {
    struct Pair: Hashable {
      let report: Int
      let path: String
    }
    var votes: [Pair: Int] = [:]
    for entry in open {
      // what stands in very many files says little about any
      guard let paths = left[entry.fingerprint], paths.count <= 64 else { continue }
      for path in Set(paths) { votes[Pair(report: entry.report, path: path), default: 0] += 2 }
    }
    for pair in votes.keys where Self.name(pair.path) == names[pair.report] { votes[pair, default: 0] += 1 }
    var moves: [Int: String] = [:]
    var taken: Set<String> = []
    let order = votes.sorted { ($1.value, $0.key.report, $0.key.path) < ($0.value, $1.key.report, $1.key.path) }
    for (pair, _) in order where moves[pair.report] == nil && taken.insert(pair.path).inserted {
      moves[pair.report] = pair.path
    }
    return moves
  }

  private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

  private mutating func claim(_ fingerprint: String, _ path: String?) -> Bool {
    guard var paths = left[fingerprint], let index = path.map({ paths.firstIndex(of: $0) }) ?? paths.indices.first
    else {
      return false
    }
    paths.remove(at: index)
    left[fingerprint] = paths.isEmpty ? nil : paths
    return true
  }

  /// Entries that nothing claimed: mended since, or of files not in the run.
  package var unclaimed: [ListedFinding] {
    var left = left
    return list.findings.filter { finding in
      guard let index = left[finding.fingerprint]?.firstIndex(of: finding.path) else { return false }
      left[finding.fingerprint]?.remove(at: index)
      return true
    }
  }

  /// The entries that were claimed.
  package var claimed: FindingList {
    var gone = Dictionary(grouping: unclaimed, by: { $0.fingerprint + "\u{0}" + $0.path }).mapValues(\.count)
    return FindingList(
      list.findings.filter { finding in
        let key = finding.fingerprint + "\u{0}" + finding.path
        guard let count = gone[key], count > 0 else { return true }
        gone[key] = count - 1
        return false
      })
  }
}
