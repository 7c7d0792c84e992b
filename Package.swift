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
    .target(name: "Warnings", dependencies: ["AirQuality", "PlanModel"], swiftSettings: strict),
]

// The ways to the machine: C libraries, the service manager, the kernel.
let shell: [Target] = [
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .target(name: "CLinux"),
    .target(
        name: "ServiceManager",
        dependencies: ["CSystemd", .product(name: "Logging", package: "swift-log")],
        swiftSettings: strict
    ),
]

let tests: [Target] = [
    .testTarget(name: "SystemdTests", exclude: ["harness"], swiftSettings: strict),
    .testTarget(
        name: "ServiceManagerTests",
        dependencies: ["ServiceManager", "CLinux", .product(name: "Logging", package: "swift-log")],
        swiftSettings: strict
    ),
    .testTarget(name: "AirQualityTests", dependencies: ["AirQuality"], swiftSettings: strict),
]

let package = Package(
    name: "lantian",
    dependencies: [
        // Command lines: parsing, help, completions and exit code 64 on wrong usage, as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Logging: call sites name level and fields; the journal and the terminal are two handlers of one interface.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: core + shell + tests
)
