import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import SuntingServer

/// Stands between a connection and the requests on it.
///
/// Lets go of clients that take too long over the head of a request or over taking the answer, however busily they
/// send single bytes. (The body has its own limit, with an answer that says so; a connection without any bytes is
/// closed by the idle timeout.) Tells those who do not speak HTTP so.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limit: TimeAmount
  private var deadline: Scheduled<Void>?
  private var isAnswering = false

  init(limit: TimeAmount) { self.limit = limit }

  func handlerAdded(context: ChannelHandlerContext) { begin(context.channel) }
  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head = unwrapInboundIn(data) {
      deadline?.cancel()
      isAnswering = true
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    // the answer has to be taken, and after it the next head has to come
    case .head: begin(context.channel)
    case .end:
      begin(context.channel)
      isAnswering = false
    case .body: break
    }
    context.write(data, promise: promise)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError, !isAnswering else { return context.fireErrorCaught(error) }
    let problem = APIError(400, "this is no HTTP request that could be read (\(error)); its head may have 32 KB")
    let body = ByteBuffer(bytes: problem.response.body)
    let head = HTTPResponse(
      status: .badRequest,
      headerFields: [
        .contentType: problem.response.contentType, .contentLength: String(body.readableBytes), .connection: "close",
      ])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: nil)
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
  }

  private func begin(_ channel: any Channel) {
    deadline?.cancel()
    deadline = channel.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }
}
