// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Our own targets are strict; dependencies keep their own settings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "sunting",
  products: [
    .executable(name: "sunting", targets: ["sunting"]),
    .executable(name: "sunting-dev", targets: ["sunting-dev"]),
    .library(name: "SuntingKit", targets: ["SuntingKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "ICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["ICU"]),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"]), .brew(["hunspell"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(name: "ZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "ZSTD", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .target(name: "CCompression", dependencies: ["ZLIB", "ZSTD"]),
    .target(name: "CRecords", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "SuntingICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "SuntingCore", dependencies: ["SuntingICU"], swiftSettings: strict),
    .target(
      name: "SuntingIndonesian", dependencies: ["SuntingICU", "SuntingCore", "CHunspell"], swiftSettings: strict),
    .target(
      name: "SuntingRuleFormat",
      dependencies: ["SuntingCore", "SuntingIndonesian", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(name: "RuleCompiler", dependencies: ["SuntingRuleFormat"], swiftSettings: strict),
    .plugin(
      name: "RulePackPlugin", capability: .buildTool(), dependencies: ["RuleCompiler"], path: "Sources/RulePackPlugin"),
    .target(
      name: "SuntingKit",
      dependencies: [
        "SuntingICU", "SuntingCore", "SuntingIndonesian", "SuntingRuleFormat", "CMD4C", "CCompression", "CRecords",
      ],
      swiftSettings: strict,
      plugins: ["RulePackPlugin"]),
    .target(
      name: "SuntingCorpus",
      dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat"], swiftSettings: strict),
    .executableTarget(
      name: "sunting",
      dependencies: [
        "SuntingKit", "SuntingCorpus", "SuntingCore", "SuntingRuleFormat", "SuntingLSP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "SuntingLSP", dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat"], swiftSettings: strict),
    .target(
      name: "SuntingServer", dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat"],
      resources: ["openapi.json", "page.css", "page.html", "page.js"].map { .embedInCode("Page/\($0)") },
      swiftSettings: strict),
    .target(
      name: "SuntingFuzzing", dependencies: ["SuntingLSP", "SuntingServer", "SuntingKit"], swiftSettings: strict),
    .executableTarget(
      name: "sunting-dev",
      dependencies: [
        "SuntingKit", "SuntingCore", "SuntingICU", "SuntingRuleFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "CoreTests", dependencies: ["SuntingCore", "SuntingICU"], swiftSettings: strict),
    .testTarget(name: "IndonesianTests", dependencies: ["SuntingIndonesian"], swiftSettings: strict),
    .testTarget(name: "RuleTests", dependencies: ["SuntingKit", "SuntingRuleFormat"], swiftSettings: strict),
    .testTarget(
      name: "KitTests", dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat"], swiftSettings: strict),
    .testTarget(
      name: "CorpusTests", dependencies: ["SuntingCorpus", "SuntingKit", "SuntingCore"], swiftSettings: strict),
    .testTarget(name: "CLITests", dependencies: ["SuntingKit"], swiftSettings: strict),
    .testTarget(
      name: "LSPTests", dependencies: ["SuntingLSP", "SuntingKit"], exclude: ["Exchanges", "Project"],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["SuntingFuzzing"], exclude: ["Cases", "tokens.dict"], swiftSettings: strict),
    .testTarget(name: "ServerTests", dependencies: ["SuntingServer", "SuntingKit"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// The HTTP server brings Hummingbird and SwiftNIO; whoever builds the command line tool need not fetch them.
// `make server` sets the variable.
if ProcessInfo.processInfo.environment["SUNTING_SERVER"] != nil {
  let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
  package.products.append(.executable(name: "sunting-server", targets: ["sunting-server"]))
  package.dependencies.append(.package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"))
  package.targets += [
    .target(name: "SuntingHTTP", dependencies: ["SuntingServer", "SuntingKit", hummingbird], swiftSettings: strict),
    .executableTarget(
      name: "sunting-server",
      dependencies: [
        "SuntingHTTP", "SuntingServer", "SuntingKit", hummingbird,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(name: "hello", dependencies: [hummingbird], path: "Benchmarks/Hello", swiftSettings: strict),
    .testTarget(
      name: "HTTPTests",
      dependencies: ["SuntingHTTP", "SuntingServer", .product(name: "HummingbirdTesting", package: "hummingbird")],
      swiftSettings: strict),
  ]
}

// `make fuzz` names libFuzzer's library here: what reads strangers' bytes is built to tell the fuzzer which ways it took.
if let library = ProcessInfo.processInfo.environment["SUNTING_FUZZ"] {
  for target in package.targets
  where ["SuntingKit", "SuntingLSP", "SuntingServer", "SuntingFuzzing"].contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags(["-sanitize=fuzzer"])]
  }
  package.targets.append(
    .executableTarget(
      name: "sunting-fuzz", dependencies: ["SuntingFuzzing"], swiftSettings: strict,
      linkerSettings: [.unsafeFlags([library]), .linkedLibrary("stdc++")]))
}
