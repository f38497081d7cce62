import Foundation
import SuntingKit

/// A document as the editor has it.
struct OpenDocument: Sendable {
  let uri: String
  let languageID: String
  var version: Int?
  var text: TextBuffer
  /// Counts every change, whatever the client's version says.
  var revision = 0

  /// The path from the root; a document without a file gets a name that its language decides.
  var path: String {
    if let url = URL(string: uri), url.isFileURL { return url.path }
    let endings = ["markdown": "md", "html": "html"]
    return AbsolutePath.current() + "/untitled." + (endings[languageID] ?? "txt")
  }

  var isFile: Bool { uri.hasPrefix("file:") }

  /// Whether comments can turn rules off in it.
  var hasComments: Bool {
    ["markdown", "html"].contains(languageID) || [".md", ".markdown", ".html", ".htm"].contains { path.hasSuffix($0) }
  }
}
