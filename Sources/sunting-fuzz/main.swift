import Foundation
import SuntingFuzzing

/// libFuzzer's own loop, for programs that have a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Usage: sunting-fuzz TARGET [FOLDER…] [-max_total_time=SECONDS …]; see `make fuzz`.
nonisolated(unsafe) var target = FuzzTarget.framing

guard CommandLine.argc > 1, let chosen = CommandLine.arguments[1...].first.flatMap(FuzzTarget.init(rawValue:)) else {
  fatalError("usage: sunting-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) [FOLDER…] [OPTION…]")
}
target = chosen
var arguments = CommandLine.unsafeArgv + 1
var count = CommandLine.argc - 1
let status = runFuzzer(&count, &arguments) { bytes, length in
  do { try target.run(Array(UnsafeBufferPointer(start: bytes, count: length))) } catch { fatalError("\(error)") }
  return 0
}
exit(status)
