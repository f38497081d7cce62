/// What was found out about words, thrown away whole when it grows too large: simpler than ages of entries, and the
/// common words are back after one article.
struct BoundedCache<Value> {
  private var values: [String: Value] = [:]
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Set after the value was found, not around the search: the search itself asks the cache for parts of the word.
  subscript(word: String) -> Value? {
    get { values[word] }
    set {
      if values.count >= limit { values.removeAll(keepingCapacity: true) }
      values[word] = newValue
    }
  }
}
