// swift-tools-version: 6.1
import PackageDescription

// The fuzzer's own package: `scripts/fuzz` lays it into .build/fuzz beside links to the modules that it needs. The project's
// manifest knows nothing of it, and `swift build` and `swift test` need no sanitizer.
let instrumented: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-enable-testing", "-O"]),
]

let package = Package(
    name: "fuzzing",
    targets: [
        .target(name: "AirQuality", swiftSettings: instrumented),
        .target(name: "PlanModel", dependencies: ["AirQuality"], swiftSettings: instrumented),
        .target(name: "Presentation", swiftSettings: instrumented),
        .target(name: "Control", dependencies: ["Presentation"], swiftSettings: instrumented),
        .target(name: "PlanLanguage", dependencies: ["AirQuality", "PlanModel", "Presentation"], swiftSettings: instrumented),
        .target(name: "Feeds", dependencies: ["AirQuality"], swiftSettings: instrumented),
        .target(name: "Lists", dependencies: ["AirQuality", "PlanModel", "Presentation"], swiftSettings: instrumented),
        .target(
            name: "FuzzEntries", dependencies: ["AirQuality", "Control", "Feeds", "Lists", "PlanLanguage", "PlanModel"],
            swiftSettings: instrumented),
        .executableTarget(
            name: "fuzz", dependencies: ["FuzzEntries"], path: "Sources/Harness", swiftSettings: instrumented,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ])
