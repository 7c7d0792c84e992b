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
    .target(name: "Desk", dependencies: ["AirQuality", "PlanModel", "Warnings"], swiftSettings: strict),
    .target(name: "Presentation", swiftSettings: strict),
]

// The thin shell: files, processes, the clock.
let shell: [Target] = [
    .target(name: "FileAccess", dependencies: ["AirQuality"], swiftSettings: strict)
]

let tests: [Target] = [
    .testTarget(name: "AirQualityTests", dependencies: ["AirQuality"], swiftSettings: strict),
    .testTarget(
        name: "PlanLanguageTests", dependencies: ["AirQuality", "PlanModel", "PlanLanguage"], exclude: ["Corpus"],
        swiftSettings: strict),
]

let package = Package(
    name: "lantian",
    dependencies: [
        // Command lines: parsing, help, completions and exit code 64 on wrong usage, as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: core + shell + tests
)
