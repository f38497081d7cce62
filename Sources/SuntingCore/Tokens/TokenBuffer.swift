/// The tokens of a document in the making, in plain memory: a token is written once and its flags many times.
struct TokenBuffer: ~Copyable {
  private var tokens: UnsafeMutablePointer<Token>
  private var forms: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    tokens = .allocate(capacity: self.capacity)
    forms = .allocate(capacity: self.capacity)
  }

  deinit {
    tokens.deallocate()
    forms.deallocate()
  }

  @inline(__always)
  mutating func append(_ token: Token, form: UInt32 = 0) {
    if count == capacity { grow() }
    (tokens + count).initialize(to: token)
    (forms + count).initialize(to: form)
    count += 1
  }

  mutating func removeLast(_ number: Int = 1) { count -= number }

  @inline(__always)
  subscript(index: Int) -> Token {
    unsafeAddress { UnsafePointer(tokens + index) }
    unsafeMutableAddress { tokens + index }
  }

  func form(of index: Int) -> UInt32 { forms[index] }
  mutating func setForm(_ form: UInt32, of index: Int) { forms[index] = form }

  func allTokens() -> [Token] { Self.copy(tokens, count) }
  func allForms() -> [UInt32] { Self.copy(forms, count) }

  private static func copy<Element: BitwiseCopyable>(_ source: UnsafeMutablePointer<Element>, _ count: Int) -> [Element]
  {
    [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0 { buffer.baseAddress!.initialize(from: source, count: count) }
      initialized = count
    }
  }

  private mutating func grow() {
    let (oldTokens, oldForms) = (tokens, forms)
    capacity *= 2
    tokens = .allocate(capacity: capacity)
    forms = .allocate(capacity: capacity)
    tokens.moveInitialize(from: oldTokens, count: count)
    forms.moveInitialize(from: oldForms, count: count)
    oldTokens.deallocate()
    oldForms.deallocate()
  }
}
