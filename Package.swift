// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is held to: Swift 6 mode, explicit existentials, imports that do not leak
/// (a `package` function that mentions a C type does not compile), and no warning let through.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A stage of the pipeline. `dependencies` names only stages that stand below it: see ARCHITECTURE.md.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one stage; `Tests/<name>Tests` mirrors `Sources/<name>`.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["TestSupport"] + dependencies, swiftSettings: strict)
}

/// A program that measures one stage in memory, for `make bench`; no product and never installed.
func bench(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
  name: "almanac",
  products: [.executable(name: "almanac", targets: ["almanac"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Row 0
    stage("Syntax", ["CLinux"]),
    stage("Scene"),
    // Row 1
    stage("Tables", ["Syntax"]),
    stage("Wording", ["Syntax"]),
    stage("Typesetting", ["Syntax", "Scene", "CPango", "CHarfBuzz"]),
    stage("SVGExport", ["Scene"]),
    stage("PrintExport", ["Syntax", "Scene", "CCairo", "CHarfBuzzSubset", "CPNG", "CZlib"]),
    // Row 2
    stage("Documents", ["Syntax", "Tables", "Wording", "CCMark"]),
    stage("Facts", ["Syntax", "Tables", "Wording"]),
    // Row 3
    stage("Layout", ["Syntax", "Scene", "Typesetting", "Documents", "Wording"]),
    stage("Analysis", ["Syntax", "Tables", "Facts", "Wording"]),
    stage("Charts", ["Syntax", "Scene", "Tables", "Typesetting", "Wording"]),
    // Row 4
    stage(
      "Reports",
      [
        "Syntax", "Scene", "Tables", "Typesetting", "SVGExport", "PrintExport", "Documents",
        "Facts",
        "Layout", "Analysis", "Charts", "Wording", "CNettle",
      ]),
    // Row 5
    .executableTarget(
      name: "almanac",
      dependencies: [
        "Syntax", "Documents", "Facts", "Analysis", "Reports", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // C libraries, each seen by one stage alone
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CLinux", providers: [.apt(["libc6-dev"])]),
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pango", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CHarfBuzzSubset", pkgConfig: "harfbuzz-subset",
      providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["Syntax", "Scene"], path: "Tests/TestSupport",
      swiftSettings: strict),
    // Yams is what the YAML reader is compared with.
    tests("Syntax", ["Syntax", .product(name: "Yams", package: "Yams")]),
    tests("Scene", ["Scene"]),
    tests("Tables", ["Tables", "Syntax"]),
    tests("Wording", ["Wording", "Syntax"]),
    // libhyphen is what our reading of its patterns is compared with.
    tests("Typesetting", ["Typesetting", "Scene", "Syntax", "CHarfBuzz", "CHyphen"]),
    tests("SVGExport", ["SVGExport", "Scene"]),
    tests("PrintExport", ["PrintExport", "Typesetting", "Scene", "Syntax"]),
    tests("Documents", ["Documents", "Tables", "Syntax"]),
    tests("Facts", ["Facts", "Tables", "Wording", "Syntax"]),
    tests("Layout", ["Layout", "Documents", "Tables", "Typesetting", "Scene", "Syntax"]),
    tests("Analysis", ["Analysis", "Facts", "Tables", "Syntax"]),
    tests(
      "Charts", ["Charts", "Tables", "Typesetting", "Wording", "SVGExport", "Scene", "Syntax"]),
    tests("Reports", ["Reports", "Documents", "Facts", "Wording", "Syntax", "Scene"]),
    bench("AggregateBench", ["Tables"]),
    tests("Hygiene", []),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "Wording"],
      exclude: ["Transcripts", "Workspace", "MutantWorkspace"],
      swiftSettings: strict),
  ]
)
