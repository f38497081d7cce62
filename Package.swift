// swift-tools-version: 6.2
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
    .systemLibrary(name: "CHunspell", pkgConfig: "hunspell", providers: [.apt(["libhunspell-dev"]), .brew(["hunspell"])]),
    .systemLibrary(name: "ZLIB", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "ZSTD", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(name: "SIMDJSON", pkgConfig: "simdjson", providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(name: "CCompression", dependencies: ["ZLIB", "ZSTD"]),
    .target(name: "CRecords", dependencies: ["SIMDJSON"]),
    .target(name: "SuntingICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "SuntingCore", dependencies: ["SuntingICU"], swiftSettings: strict),
    .target(name: "SuntingIndonesian", dependencies: ["SuntingICU", "SuntingCore", "CHunspell"], swiftSettings: strict),
    .target(
      name: "SuntingRuleFormat",
      dependencies: ["SuntingCore", "SuntingIndonesian", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(name: "RuleCompiler", dependencies: ["SuntingRuleFormat"], swiftSettings: strict),
    .plugin(name: "RulePackPlugin", capability: .buildTool(), dependencies: ["RuleCompiler"]),
    .target(
      name: "SuntingKit",
      dependencies: ["SuntingICU", "SuntingCore", "SuntingIndonesian", "SuntingRuleFormat"],
      swiftSettings: strict,
      plugins: ["RulePackPlugin"]),
    .target(
      name: "SuntingCorpus",
      dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat", "CCompression", "CRecords"], swiftSettings: strict),
    .executableTarget(
      name: "sunting",
      dependencies: [
        "SuntingKit", "SuntingCorpus", "SuntingCore", "SuntingRuleFormat",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sunting-dev",
      dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .testTarget(name: "CoreTests", dependencies: ["SuntingCore", "SuntingICU"], swiftSettings: strict),
    .testTarget(name: "IndonesianTests", dependencies: ["SuntingIndonesian"], swiftSettings: strict),
    .testTarget(name: "RuleTests", dependencies: ["SuntingKit", "SuntingRuleFormat"], swiftSettings: strict),
    .testTarget(name: "KitTests", dependencies: ["SuntingKit", "SuntingCore", "SuntingRuleFormat"], swiftSettings: strict),
    .testTarget(name: "CLITests", dependencies: ["SuntingKit"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
