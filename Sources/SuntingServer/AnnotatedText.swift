import SuntingCore
import SuntingKit

/// A text whose client says which parts are markup. Offsets count text and markup.
struct AnnotatedText {
  let bytes: [UInt8]
  let prose: Prose

  init(plain text: String) {
    bytes = Array(text.utf8)
    prose = PlainText.prose(bytes)
  }

  /// `{"annotation": [{"text": …}, {"markup": …, "interpretAs": …}, …]}`
  init(data: String) throws(APIError) {
    let parts: [JSONValue]?
    do { parts = try JSONParser.parse(data)["annotation"].array } catch {
      throw APIError(400, "“data” is not JSON: \(error)")
    }
    guard let parts else { throw APIError(400, "“data” must be {\"annotation\": [{\"text\": …}, {\"markup\": …}]}") }
    var source: [UInt8] = []
    var text: [UInt8] = []
    var pieces: [SourceMap.Piece] = []
    for part in parts {
      let shown = part["text"].string ?? part["markup"].string
      guard let shown, part["text"].isNull != part["markup"].isNull else {
        throw APIError(400, "each annotation needs either “text” or “markup”, a string")
      }
      let meant = part["markup"].isNull ? shown : part["interpretAs"].string ?? ""
      let piece = SourceMap.Piece(
        text: TextRange(text.count..<(text.count + meant.utf8.count)),
        source: TextRange(source.count..<(source.count + shown.utf8.count)), isVerbatim: part["markup"].isNull)
      if !meant.isEmpty { pieces.append(piece) }
      source += shown.utf8
      text += meant.utf8
    }
    let map = SourceMap(pieces: pieces)
    let blocks = PlainText.prose(text).blocks.map {
      ProseBlock(range: $0.range, kind: $0.kind, shell: map.source(of: $0.shell))
    }
    bytes = source
    prose = Prose(utf8: text, blocks: blocks, map: map)
  }
}
