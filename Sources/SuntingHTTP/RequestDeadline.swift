import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lets go of clients that take too long over the head of a request or over taking the answer, however busily they
/// send single bytes. (The body has its own limit, with an answer that says so; a connection without any bytes is
/// closed by the idle timeout.)
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private var deadline: Scheduled<Void>?

  init(limit: TimeAmount) { self.limit = limit }

  func handlerAdded(context: ChannelHandlerContext) { begin(context.channel) }
  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) { deadline?.cancel() }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    // the answer has to be taken, and after it the next head has to come
    case .head, .end: begin(context.channel)
    case .body: break
    }
    context.write(data, promise: promise)
  }

  private func begin(_ channel: any Channel) {
    deadline?.cancel()
    deadline = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }
}
