import Synchronization

/// Counts for Prometheus.
final class Metrics: Sendable {
  private struct Series: Hashable {
    let path: String
    let status: Int
  }

  private struct State {
    var requests: [Series: Int] = [:]
    var buckets: [String: [Int]] = [:]
    var seconds: [String: Double] = [:]
  }

  private static let bounds = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
  private let state = Mutex(State())

  func count(_ path: String, _ status: Int, _ duration: Duration) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock {
      $0.requests[Series(path: path, status: status), default: 0] += 1
      $0.buckets[path, default: Array(repeating: 0, count: Self.bounds.count + 1)][bucket] += 1
      $0.seconds[path, default: 0] += seconds
    }
  }

  func text() -> String {
    let state = state.withLock { $0 }
    var lines = ["# HELP sunting_requests_total Requests by path and status.", "# TYPE sunting_requests_total counter"]
    for (series, count) in state.requests.sorted(by: { ($0.key.path, $0.key.status) < ($1.key.path, $1.key.status) }) {
      lines.append("sunting_requests_total{path=\"\(series.path)\",status=\"\(series.status)\"} \(count)")
    }
    lines.append("# HELP sunting_request_seconds Time taken to answer.")
    lines.append("# TYPE sunting_request_seconds histogram")
    for (path, counts) in state.buckets.sorted(by: { $0.key < $1.key }) {
      var sum = 0
      for (index, bound) in Self.bounds.enumerated() {
        sum += counts[index]
        lines.append("sunting_request_seconds_bucket{path=\"\(path)\",le=\"\(bound)\"} \(sum)")
      }
      sum += counts[Self.bounds.count]
      lines.append("sunting_request_seconds_bucket{path=\"\(path)\",le=\"+Inf\"} \(sum)")
      lines.append("sunting_request_seconds_sum{path=\"\(path)\"} \(state.seconds[path] ?? 0)")
      lines.append("sunting_request_seconds_count{path=\"\(path)\"} \(sum)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
