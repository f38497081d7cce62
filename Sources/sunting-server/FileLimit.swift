import Foundation

/// Each connection is an open file, of which systems allow few until asked.
enum FileLimit {
  /// Asks for as many as may be had, and says how many connections that bears.
  static func raised(for connections: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, rlim_t(connections + 256)))
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return min(connections, max(64, Int(clamping: limit.rlim_cur) - 256))
  }
}
