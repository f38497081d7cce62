internal import SuntingRuleFormat

/// What a run has to do, piece by piece: a file, or some records of a container, which need not fit into memory.
final class CheckJobs {
  enum Job: Sendable {
    case file(FileChoice.File)
    case records(RecordBatch)
    case failed(CheckRun.RunErrors)
    /// All records of a container are handed out.
    case containerEnd

    /// Whether it is the last of its file.
    var isEnd: Bool {
      if case .records = self { return false }
      return true
    }
  }

  private struct Container {
    let file: FileChoice.File
    let linter: FileLinter
    let reader: ChunkReader
    let columns: TSVColumns?
  }

  private let run: CheckRun
  private var files: ArraySlice<FileChoice.File>
  private var container: Container?

  init(_ run: CheckRun, _ files: [FileChoice.File]) {
    self.run = run
    self.files = files[...]
  }

  func next() -> Job? {
    if let container {
      if let chunk = container.reader.next() {
        return .records(
          RecordBatch(
            file: container.file, path: shown(container.file), linter: container.linter, chunk: chunk,
            columns: container.columns, changed: run.changed))
      }
      self.container = nil
      let errors = container.reader.errors
      return errors.isEmpty ? .containerEnd : .failed(CheckRun.RunErrors(errors: errors))
    }
    guard let file = files.popFirst() else { return nil }
    guard (try? run.resolver.isContainer(file.absolute)) == true else { return .file(file) }
    do {
      container = try open(file)
      return next()
    } catch let error as RuleFileErrors {
      return .failed(CheckRun.RunErrors(errors: error.errors.map(\.asFileError)))
    } catch let error as FileError {
      return .failed(CheckRun.RunErrors(errors: [error]))
    } catch {
      return .failed(CheckRun.RunErrors(errors: [FileError(path: shown(file), reason: "\(error)")]))
    }
  }

  private func shown(_ file: FileChoice.File) -> String {
    PathText.display(file.path ?? run.standardInputName ?? "-")
  }

  private func open(_ file: FileChoice.File) throws -> Container {
    guard run.fixMode.isNone else {
      throw FileError(path: shown(file), reason: "records are mended with `sunting corpus fix`")
    }
    let linter = try run.linter(for: file)
    let options = linter.settings.formatOptions
    let isTable = linter.settings.format == .tsv
    if isTable, options.fields.count > 1 {
      throw FileError(path: shown(file), reason: "only one column of tab-separated values is linted; name one field")
    }
    let columns = isTable ? try TSVColumns(field: options.fields[0], id: options.id, path: file.path) : nil
    return Container(file: file, linter: linter, reader: ChunkReader(paths: [file.path]), columns: columns)
  }
}

extension FixMode {
  fileprivate var isNone: Bool {
    if case .none = self { return true }
    return false
  }
}
