internal import SuntingCore

/// Lints many files on all cores and hands out the results in the order of the files.
package struct CheckRun: Sendable {
  package let engine: Engine
  package let threads: Int
  package let standardInputName: String?

  package init(engine: Engine, threads: Int, standardInputName: String? = nil) {
    self.engine = engine
    self.threads = max(1, threads)
    self.standardInputName = standardInputName
  }

  /// Calls `emit` once per input, in order, whatever finished first.
  package func run(_ inputs: [FileWalk.Input], emit: (Result<FileReport, FileError>) -> Void) async {
    // a little more in flight than there are threads, so that none waits for the slowest file
    let window = threads == 1 ? 1 : threads * 4
    await withTaskGroup(of: (Int, Result<FileReport, FileError>).self) { group in
      var waiting: [Int: Result<FileReport, FileError>] = [:]
      var next = 0
      var emitted = 0
      func start() {
        guard next < inputs.count else { return }
        let (index, input) = (next, inputs[next])
        next += 1
        group.addTask { (index, lint(input)) }
      }
      for _ in 0..<window { start() }
      while let (index, result) = await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: emitted) {
          emit(ready)
          emitted += 1
          start()
        }
      }
    }
  }

  package func lint(_ input: FileWalk.Input) -> Result<FileReport, FileError> {
    do {
      let source: SourceFile
      switch input {
      case .standardInput: source = try FileReader.readStandardInput(name: standardInputName)
      case .file(let path): source = try FileReader.read(path)
      }
      return .success(try engine.lint(source, prose: PlainText.prose(source.bytes)))
    } catch let error as FileError {
      return .failure(error)
    } catch {
      return .failure(FileError(path: "\(input)", reason: "internal error: \(error); please report it"))
    }
  }
}
