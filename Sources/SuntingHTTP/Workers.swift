import Foundation

/// Runs work that computes away from the threads that read and write, on as many threads as there are cores.
final class Workers: Sendable {
  private let queue: OperationQueue

  init(threads: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = threads
    queue.qualityOfService = .userInitiated
  }

  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.addOperation { continuation.resume(returning: work()) }
    }
  }
}
