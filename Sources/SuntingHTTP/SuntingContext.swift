package import Hummingbird
import NIOCore

/// What a request knows of its connection.
package struct SuntingContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end's address, by which requests are counted.
  package let client: String

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    client = source.channel.remoteAddress?.ipAddress ?? "local"
  }
}
