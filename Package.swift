// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The pure core: values in, values out; no Foundation, no file, no clock.
let core: [Target] = [
    .target(name: "AirQuality", swiftSettings: strict),
    .target(name: "PlanModel", dependencies: ["AirQuality"], swiftSettings: strict),
    .target(name: "PlanLanguage", dependencies: ["AirQuality", "PlanModel"], swiftSettings: strict),
    .target(name: "Feeds", dependencies: ["AirQuality"], swiftSettings: strict),
    .target(name: "Warnings", dependencies: ["AirQuality", "PlanModel"], swiftSettings: strict),
    .target(name: "Desk", dependencies: ["AirQuality", "PlanModel", "Warnings"], swiftSettings: strict),
    .target(name: "Presentation", swiftSettings: strict),
]

// Packed feed files: the system's zlib and liblzma behind one function of values.
let compression: [Target] = [
    .systemLibrary(
        name: "CZlib", path: "Sources/CCompression/zlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
        name: "CLzma", path: "Sources/CCompression/lzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .target(name: "Compression", dependencies: ["CZlib", "CLzma"], swiftSettings: strict),
]

// The thin shell: files, processes, the clock.
let shell: [Target] = [
    .target(
        name: "Ledger",
        dependencies: [
            "AirQuality", "PlanModel", "Warnings", "Desk",
            .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        ], swiftSettings: strict),
    .target(name: "FileAccess", dependencies: ["AirQuality", "Compression", "Feeds", "PlanLanguage", "PlanModel"], swiftSettings: strict),
    .executableTarget(
        name: "lantian",
        dependencies: [
            "AirQuality", "Compression", "Desk", "Feeds", "FileAccess", "PlanLanguage", "PlanModel", "Presentation", "Warnings",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: strict),
]

let tests: [Target] = [
    .testTarget(name: "AirQualityTests", dependencies: ["AirQuality"], swiftSettings: strict),
    .testTarget(
        name: "PlanLanguageTests", dependencies: ["AirQuality", "PlanModel", "PlanLanguage"], exclude: ["Corpus"],
        swiftSettings: strict),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Compression", "AirQuality"], swiftSettings: strict),
    .testTarget(
        name: "LedgerTests",
        dependencies: [
            "Ledger", "AirQuality", "PlanModel", "Warnings", "Desk",
            .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        ],
        swiftSettings: strict),
]

let package = Package(
    name: "lantian",
    dependencies: [
        // Command lines: parsing, help, completions and exit code 64 on wrong usage, as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SQLite, the ledger's file: migrations, cached prepared statements, transactions and typed errors; the system's library.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // SHA-256 for the ledger's chain and the names of contents; Foundation on Linux has none.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: core + compression + shell + tests
)
