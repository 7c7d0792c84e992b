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
    .target(name: "PlanLanguage", dependencies: ["AirQuality", "PlanModel", "Presentation"], swiftSettings: strict),
    .target(name: "Feeds", dependencies: ["AirQuality"], swiftSettings: strict),
    .target(name: "Warnings", dependencies: ["AirQuality", "PlanModel"], swiftSettings: strict),
    .target(name: "Lists", dependencies: ["AirQuality", "PlanModel", "Presentation"], swiftSettings: strict),
    .target(name: "Orders", dependencies: ["AirQuality", "Lists", "PlanModel", "Presentation"], swiftSettings: strict),
    .target(name: "Desk", dependencies: ["AirQuality", "PlanModel", "Warnings"], swiftSettings: strict),
    .target(name: "Presentation", swiftSettings: strict),
    .target(name: "Samples", dependencies: ["AirQuality", "Feeds", "PlanModel"], swiftSettings: strict),
    .target(
        name: "Notices", dependencies: ["AirQuality", "Feeds", "PlanModel", "Warnings", "Desk", "Orders", "Presentation"],
        swiftSettings: strict),
    .target(name: "Plots", dependencies: ["AirQuality", "Presentation"], swiftSettings: strict),
    .target(
        name: "Explanations", dependencies: ["AirQuality", "PlanModel", "Plots", "Presentation", "Warnings"],
        swiftSettings: strict),
    .target(
        name: "PlanTesting",
        dependencies: [
            "AirQuality", "Desk", "Explanations", "Lists", "Orders", "PlanModel", "Plots", "Presentation", "Warnings",
        ], swiftSettings: strict),
    .target(
        name: "Backtests",
        dependencies: ["AirQuality", "Desk", "Lists", "Orders", "PlanModel", "Plots", "Presentation", "Warnings"],
        swiftSettings: strict),
    .target(
        name: "Proofs",
        dependencies: ["AirQuality", "Desk", "Lists", "Orders", "PlanLanguage", "PlanModel", "Presentation", "Warnings"],
        swiftSettings: strict),
    // Assessments, status reports, indicators, consultation sheets. Nothing that decides, orders or records depends on it, nor on
    // Reports: that is why no figure of theirs can issue, prolong or end a warning (IndependenceTests hold it).
    .target(
        name: "Assessments",
        dependencies: [
            "AirQuality", "Backtests", "Desk", "Explanations", "Orders", "PlanModel", "Plots", "Presentation", "Warnings",
        ], swiftSettings: strict),
]

// What goes over the control socket: values and their JSON, no socket.
let wire: [Target] = [
    .target(name: "Control", dependencies: ["Presentation"], swiftSettings: strict)
]

// Packed feed files: the system's zlib and liblzma behind one function of values.
let compression: [Target] = [
    .systemLibrary(
        name: "CZlib", path: "Sources/CCompression/zlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
        name: "CLzma", path: "Sources/CCompression/lzma", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .target(name: "Compression", dependencies: ["CZlib", "CLzma"], swiftSettings: strict),
]

// The service manager, and kernel calls that Swift's Glibc leaves out.
let system: [Target] = [
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .target(name: "CLinux"),
    .target(
        name: "ServiceManager",
        dependencies: ["CSystemd", .product(name: "Logging", package: "swift-log")],
        swiftSettings: strict
    ),
]

// The city's own texts of notices: values in, values out, with a template library that needs Foundation.
let texts: [Target] = [
    .target(
        name: "Templates",
        dependencies: [
            "AirQuality", "Desk", "Notices", "Orders", "PlanLanguage", "PlanModel", "Presentation", "Warnings",
            .product(name: "Mustache", package: "swift-mustache"),
        ], swiftSettings: strict),
    .testTarget(
        name: "TemplatesTests",
        dependencies: [
            "AirQuality", "Desk", "FileAccess", "Notices", "PlanLanguage", "PlanModel", "Templates", "TestSupport", "Warnings",
        ],
        swiftSettings: strict),
]

// The thin shell: files, processes, the clock.
let shell: [Target] = [
    .target(
        name: "FileAccess", dependencies: ["AirQuality", "CLinux", "Compression", "Feeds", "Lists", "PlanLanguage", "PlanModel"],
        swiftSettings: strict),
    .target(
        name: "Ledger",
        dependencies: [
            "AirQuality", "PlanModel", "Warnings", "Desk", "Lists",
            .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        ], swiftSettings: strict),
    .target(
        name: "Reports",
        dependencies: [
            "AirQuality", "Assessments", "Desk", "FileAccess", "Ledger", "Lists", "Orders", "PlanLanguage", "PlanModel",
            "Warnings",
        ], swiftSettings: strict),
    .target(
        name: "Daemon",
        dependencies: [
            "AirQuality", "Assessments", "CLinux", "Control", "Desk", "Feeds", "FileAccess", "Ledger", "Lists", "Notices",
            "Orders", "PlanLanguage", "PlanModel", "Presentation", "Reports", "Samples", "ServiceManager", "Templates",
            "Warnings",
            .product(name: "Logging", package: "swift-log"),
        ], swiftSettings: strict),
    .executableTarget(
        name: "lantiand",
        dependencies: [
            "AirQuality", "Daemon", "Presentation", "ServiceManager",
            .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Logging", package: "swift-log"),
        ], swiftSettings: strict),
    .executableTarget(
        name: "lantian",
        dependencies: [
            "AirQuality", "Assessments", "Backtests", "CLinux", "Compression", "Control", "Desk", "Explanations", "Feeds",
            "FileAccess", "Ledger", "Lists", "Notices", "Orders", "PlanLanguage", "PlanModel", "PlanTesting", "Plots",
            "Presentation", "Proofs", "Reports", "Samples", "Templates", "Warnings",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ], swiftSettings: strict),
]

let tests: [Target] = [
    // What several test targets need: programs run to their end, and where the recorded data lies.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // Where bytes come in; `scripts/fuzz` feeds them, the tests run every input that is kept.
    .target(
        name: "FuzzEntries", dependencies: ["AirQuality", "Control", "Feeds", "Lists", "PlanLanguage", "PlanModel"],
        path: "Tests/Fuzzing/Entries", swiftSettings: strict),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzEntries"], swiftSettings: strict),
    .testTarget(
        name: "DocumentationTests", dependencies: ["AirQuality", "PlanLanguage", "PlanModel", "PlanTesting"],
        swiftSettings: strict),
    // Both need the programs themselves, beside the test bundle.
    .testTarget(
        name: "SystemdTests", dependencies: ["lantiand", "lantian", "TestSupport"], exclude: ["harness"], swiftSettings: strict),
    .testTarget(
        name: "DaemonTests", dependencies: ["Control", "Presentation", "lantiand", "lantian", "TestSupport"], exclude: ["Clock"],
        swiftSettings: strict),
    .testTarget(
        name: "ServiceManagerTests",
        dependencies: ["ServiceManager", "CLinux", .product(name: "Logging", package: "swift-log")],
        swiftSettings: strict
    ),
    .testTarget(name: "ControlTests", dependencies: ["Control", "Presentation"], swiftSettings: strict),
    .testTarget(name: "AirQualityTests", dependencies: ["AirQuality", "TestSupport"], swiftSettings: strict),
    .testTarget(
        name: "PlanLanguageTests", dependencies: ["AirQuality", "PlanModel", "PlanLanguage", "TestSupport"], exclude: ["Corpus"],
        swiftSettings: strict),
    .testTarget(
        name: "NoticesTests",
        dependencies: [
            "Notices", "AirQuality", "PlanModel", "Warnings", "Desk", "Lists", "Orders", "Presentation", "TestSupport",
        ],
        exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
        name: "SamplesTests",
        dependencies: [
            "AirQuality", "Desk", "Feeds", "FileAccess", "Lists", "Orders", "PlanLanguage", "PlanModel", "Samples", "Warnings",
        ], swiftSettings: strict),
    .testTarget(
        name: "RulesTests",
        dependencies: [
            "AirQuality", "Desk", "Feeds", "FileAccess", "Lists", "PlanLanguage", "PlanModel", "TestSupport", "Warnings",
        ], swiftSettings: strict),
    .testTarget(
        name: "ListsTests", dependencies: ["AirQuality", "Lists", "PlanModel", "TestSupport"], exclude: ["Golden"],
        swiftSettings: strict),
    .testTarget(
        name: "OrdersTests", dependencies: ["AirQuality", "Lists", "Orders", "PlanLanguage", "PlanModel", "TestSupport"],
        exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
        name: "DeskTests", dependencies: ["AirQuality", "Desk", "PlanLanguage", "PlanModel", "Warnings"], swiftSettings: strict),
    .testTarget(
        name: "WarningsTests", dependencies: ["AirQuality", "Desk", "PlanLanguage", "PlanModel", "TestSupport", "Warnings"],
        exclude: ["Kept/Cases"], swiftSettings: strict),
    .testTarget(
        name: "PlanTestingTests",
        dependencies: [
            "AirQuality", "Desk", "FileAccess", "Lists", "PlanLanguage", "PlanModel", "PlanTesting", "Presentation",
            "TestSupport",
            "Warnings",
        ],
        swiftSettings: strict),
    .testTarget(
        name: "ExplanationsTests",
        dependencies: [
            "AirQuality", "Desk", "Explanations", "Feeds", "FileAccess", "PlanLanguage", "PlanModel", "Presentation",
            "TestSupport", "Warnings",
        ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
        name: "ProofsTests",
        dependencies: [
            "AirQuality", "Desk", "FileAccess", "Lists", "Orders", "PlanLanguage", "PlanModel", "PlanTesting", "Presentation",
            "Proofs",
            "TestSupport", "Warnings",
        ], exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
        name: "PlotsTests", dependencies: ["AirQuality", "Plots", "Presentation", "TestSupport"], exclude: ["Golden"],
        swiftSettings: strict),
    .testTarget(
        name: "BacktestsTests",
        dependencies: [
            "AirQuality", "Backtests", "Desk", "Feeds", "FileAccess", "Lists", "Orders", "PlanLanguage", "PlanModel", "Plots",
            "Presentation", "TestSupport", "Warnings",
        ], swiftSettings: strict),
    .testTarget(
        name: "RealDataTests",
        dependencies: [
            "AirQuality", "Compression", "Desk", "Feeds", "FileAccess", "PlanLanguage", "PlanModel", "TestSupport", "Warnings",
        ], swiftSettings: strict),
    .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Compression", "AirQuality", "TestSupport"], swiftSettings: strict),
    .testTarget(
        name: "LedgerTests",
        dependencies: [
            "Ledger", "AirQuality", "PlanModel", "Warnings", "Desk", "Lists", "TestSupport",
            .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
        ],
        swiftSettings: strict),
]

let simulation: [Target] = [
    .testTarget(
        name: "SimulationTests",
        dependencies: [
            "AirQuality", "Assessments", "Daemon", "Desk", "Feeds", "FileAccess", "Ledger", "Lists", "Notices", "Orders",
            "PlanLanguage", "PlanModel", "Presentation", "Reports", "Warnings",
            .product(name: "Logging", package: "swift-log"),
        ], exclude: ["Reports/Golden"], swiftSettings: strict)
]

let package = Package(
    name: "lantian",
    dependencies: [
        // Command lines: parsing, help, completions and exit code 64 on wrong usage, as users of Swift tools know them.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Logging: call sites name level and fields; the journal and the terminal are two handlers of one interface.
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // SQLite, the ledger's file: migrations, cached prepared statements, transactions and typed errors; the system's library.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // SHA-256 for the ledger's chain and the names of contents; Foundation on Linux has none.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // Mustache, in which cities write their own texts of notices.
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: core + texts + wire + compression + system + shell + tests + simulation
)
