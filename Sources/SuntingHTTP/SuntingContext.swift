package import Hummingbird
import NIOCore

/// What a request knows of its connection.
package struct SuntingContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other end's address, by which requests are counted.
  package let client: String
  private let channel: any Channel
  /// Requests of tests come over no socket.
  private let hasSocket: Bool

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
    hasSocket = channel.remoteAddress != nil
    client = channel.remoteAddress?.ipAddress ?? "local"
  }

  var isConnected: Bool { channel.isActive || !hasSocket }
}
