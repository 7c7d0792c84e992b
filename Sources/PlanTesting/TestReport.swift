public import AirQuality
import PlanModel
public import Presentation
import Warnings

/// The results of a run of tests, for people.
public struct TestReport: Sendable {
    public var results: [TestResult]
    public var coverage: Coverage?
    /// Findings of tests that could not be run.
    public var unreadable: Int

    /// The plan's zone, in which hours are shown.
    public var zone: Zone

    public init(results: [TestResult], coverage: Coverage?, zone: Zone, unreadable: Int = 0) {
        self.zone = zone
        self.results = results
        self.coverage = coverage
        self.unreadable = unreadable
    }

    public var passed: Int { results.count(where: \.hasPassed) }
    public var failed: Int { results.count - passed }
    public var isWell: Bool { failed == 0 && unreadable == 0 }

    // MARK: - Text

    /// One line a test, what failed under it, and totals.
    public func text(_ style: Style) -> String {
        var text = ""
        for result in results { text += self.text(result, style) }
        if results.last?.hasPassed ?? false { text += "\n" }
        var totals = "\(Self.count(results.count, "test")): \(passed) passed, \(failed) failed"
        if unreadable > 0 { totals += ", \(Self.count(unreadable, "error")) in tests that were not run" }
        return text + (isWell ? style.green(totals) : style.red(totals)) + "\n"
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private func text(_ result: TestResult, _ style: Style) -> String {
        if result.hasPassed { return "\(style.green("✓")) \(result.test.name)\n" }
        var text = "\(style.red("✗")) \(style.bold(result.test.name))  \(Self.place(result.test.place))\n"
        var lastTree = ""
        for check in result.checks {
            switch check.outcome {
            case .passed: break
            case .error(let message, let help):
                text += "  \(Self.place(check.expectation.place)): \(message)\n"
                if let help { text += "      \(help)\n" }
            case .failed(let failure):
                text += "  \(Self.place(check.expectation.place)): at \(zone.shortText(check.expectation.at))\n"
                text += "      expected \(style.green(failure.expected))\n"
                text += "      actual   \(style.red(failure.actual))\n"
                if failure.tree == lastTree {
                    text += "    with the same conditions\n"
                } else {
                    text += Self.indented(failure.tree, by: 4)
                    if !failure.plot.isEmpty { text += Self.indented(failure.plot, by: 4) }
                }
                lastTree = failure.tree
                text += "\n"
            }
        }
        return text
    }

    static func place(_ place: RulePlace) -> String { "\(place.file):\(place.line)" }

    static func indented(_ text: String, by columns: Int) -> String {
        let blanks = String(repeating: " ", count: columns)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }
            .joined(separator: "\n")
    }
}
