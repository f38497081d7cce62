package import Hummingbird
import NIOCore

/// What a request knows of its connection.
package struct SuntingContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end's address, by which requests are counted.
  package let client: String
  private let channel: any Channel

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
    client = source.channel.remoteAddress?.ipAddress ?? "local"
  }

  /// Requests of tests come over no socket.
  var isConnected: Bool { channel.isActive || channel.remoteAddress == nil }
}
