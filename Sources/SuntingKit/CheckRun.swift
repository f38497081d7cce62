internal import SuntingCore
package import SuntingRuleFormat

/// Lints many files on all cores and hands out the results in the order of the files.
package struct CheckRun: Sendable {
  package typealias Outcome = Result<LintedFile, RunErrors>

  /// Why a file gave nothing: it cannot be read, or its configuration is wrong.
  package struct RunErrors: Error, Sendable {
    package let errors: [FileError]
  }

  package let resolver: SettingsResolver
  package let threads: Int
  package var standardInputName: String?
  package var changed: ChangedFiles?
  package var fixMode = FixMode.none
  /// False where the baselines themselves are written.
  package var usesBaselines = true
  private let ignoreFile: IgnoreFile

  package init(resolver: SettingsResolver, threads: Int) {
    self.resolver = resolver
    self.threads = max(1, threads)
    ignoreFile = IgnoreFile(workingFolder: resolver.finder.workingFolder)
  }

  /// Calls `emit` once per article and `fileDone` once per file, in order, whatever finished first.
  package func run(
    _ files: [FileChoice.File], fileDone: () -> Void = {}, emit: (Outcome) -> Void
  ) async {
    var linted: Set<String> = []
    var linter: FileLinter?
    func hand(_ outcome: Outcome) {
      if case .success(let file) = outcome {
        linted.insert(file.file.absolute)
        linter = linter ?? file.linter
      }
      emit(outcome)
    }
    if hasBaseline(files) {
      // which file may claim a known finding shows only when all are linted
      var outcomes: [Outcome] = []
      await inOrder(files, lint) {
        outcomes += $0
      } fileDone: {
        fileDone()
      }
      for outcome in withoutKnown(outcomes) { hand(mended(outcome)) }
    } else {
      await inOrder(files, { lint($0).map(mended) }) {
        $0.forEach(hand)
      } fileDone: {
        fileDone()
      }
    }
    guard let linter, usesBaselines, changed == nil else { return }
    for sidecar in ignoreFile.sidecars {
      if let report = SidecarReport(sidecar, linted: linted, linter: linter) { emit(report.outcome(fixMode)) }
    }
  }

  private func inOrder(
    _ files: [FileChoice.File], _ work: @escaping @Sendable (CheckJobs.Job) -> [Outcome], emit: ([Outcome]) -> Void,
    fileDone: () -> Void
  ) async {
    let jobs = CheckJobs(self, files)
    // a little more in flight than there are threads, so that none waits for the slowest file
    let window = threads == 1 ? 1 : threads * 4
    await withTaskGroup(of: (Int, [Outcome], Bool).self) { group in
      var waiting: [Int: ([Outcome], isEnd: Bool)] = [:]
      var next = 0
      var emitted = 0
      func start() {
        guard let job = jobs.next() else { return }
        let index = next
        next += 1
        group.addTask { (index, work(job), job.isEnd) }
      }
      for _ in 0..<window { start() }
      while let (index, outcomes, isEnd) = await group.next() {
        waiting[index] = (outcomes, isEnd)
        while let ready = waiting.removeValue(forKey: emitted) {
          emit(ready.0)
          if ready.isEnd { fileDone() }
          emitted += 1
          start()
        }
      }
    }
  }

  private func lint(_ job: CheckJobs.Job) -> [Outcome] {
    switch job {
    case .file(let file): [lint(file)]
    case .records(let batch): batch.outcomes()
    case .failed(let errors): [.failure(errors)]
    case .containerEnd: []
    }
  }

  /// The linter of a file, with what is known of its findings.
  func linter(for file: FileChoice.File) throws -> FileLinter {
    let settings = try resolver.settings(for: file.absolute)
    return FileLinter(settings: settings, ignored: try ignoreFile.findings(for: file.absolute))
  }

  private func lint(_ file: FileChoice.File) -> Outcome {
    Self.guarded(file) {
      let linter = try linter(for: file)
      let source =
        try file.path.map { path throws(FileError) in try FileReader.read(path) }
        ?? FileReader.readStandardInput(name: standardInputName)
      let lines = changed?.ranges(of: file.absolute, in: LineIndex(source.bytes), end: source.bytes.count)
      let report = try linter.lint(source, changed: lines)
      return LintedFile(file: file, linter: linter, report: report, original: source.bytes, changed: lines)
    }
  }

  private func mended(_ outcome: Outcome) -> Outcome {
    guard case .success(var linted) = outcome else { return outcome }
    return Self.guarded(linted.file) {
      switch fixMode {
      case .none: break
      case .compare(let least): try linted.mend(least)
      case .write(let least):
        try linted.mend(least)
        try linted.write()
      }
      return linted
    }
  }

  private static func guarded(_ file: FileChoice.File, _ body: () throws -> LintedFile) -> Outcome {
    do { return .success(try body()) } catch let error as FileError {
      return .failure(RunErrors(errors: [error]))
    } catch let error as RuleFileErrors {
      return .failure(RunErrors(errors: error.errors.map(\.asFileError)))
    } catch {
      let path = file.path.map(PathText.display) ?? "-"
      return .failure(RunErrors(errors: [FileError(path: path, reason: "internal error: \(error); please report it")]))
    }
  }
}

extension CheckRun {
  private func hasBaseline(_ files: [FileChoice.File]) -> Bool {
    guard usesBaselines else { return false }
    if resolver.flags.baseline != nil { return true }
    let folders = Set(files.map { AbsolutePath.parent($0.absolute) ?? "/" })
    return folders.contains { (try? resolver.finder.project(for: $0))?.configuration?.baseline != nil }
  }

  /// The results without the findings that the baselines know.
  private func withoutKnown(_ outcomes: [Outcome]) -> [Outcome] {
    var result = outcomes
    var members: [String: [Int]] = [:]
    for (index, outcome) in outcomes.enumerated() {
      if case .success(let linted) = outcome, let path = linted.linter.settings.baseline {
        members[path, default: []].append(index)
      }
    }
    for (path, indices) in members.sorted(by: { $0.key < $1.key }) {
      do {
        var baseline = try Baseline.read(path, workingFolder: resolver.finder.workingFolder)
        let linted = indices.compactMap { try? outcomes[$0].get() }
        let known = baseline.known(in: linted.map { ($0.file.absolute, $0.report.diagnostics) })
        for (index, (linted, known)) in zip(indices, zip(linted, known)) {
          var linted = linted
          linted.exempt = known
          linted.report.diagnostics.removeAll { known.contains($0.fingerprint) }
          linted.report.baselined += known.count
          result[index] = .success(linted)
        }
      } catch {
        for index in indices { result[index] = .failure(RunErrors(errors: error.errors.map(\.asFileError))) }
      }
    }
    return result
  }
}

extension Baseline {
  /// - Parameter path: as given; the list's paths are relative to its folder.
  package static func read(_ path: String, workingFolder: String) throws(RuleFileErrors) -> Baseline {
    let absolute = AbsolutePath.of(path, in: workingFolder)
    let shown = PathText.display(AbsolutePath.relative(absolute, to: workingFolder) ?? absolute)
    return Baseline(try FindingList.read(absolute, shown: shown), folder: AbsolutePath.parent(absolute) ?? "/")
  }
}

extension RuleFileError {
  package var asFileError: FileError { FileError(path: "\(path):\(line):\(column)", reason: message) }
}
