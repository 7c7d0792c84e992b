import AirQuality
import PlanModel
import Presentation

extension TestReport {
    /// JUnit XML, as build servers read it; times are left out, so that the same plan gives the same bytes.
    ///
    /// - Parameter suite: The name of the suite, such as the plan's folder.
    public func junit(suite: String) -> String {
        let errors = results.count(where: \.hasErrors) + (unreadable > 0 ? 1 : 0)
        let failures = results.count { !$0.hasPassed && !$0.hasErrors }
        let counts =
            "tests=\"\(results.count + (unreadable > 0 ? 1 : 0))\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"0\""
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(counts)>\n"
        text += "  <testsuite name=\"\(escaped(suite))\" \(counts)>\n"
        for result in results { text += testcase(result, suite: suite) }
        if unreadable > 0 {
            text += "    <testcase classname=\"\(escaped(suite))\" name=\"tests with errors\">\n"
            text += "      <error message=\"\(Self.count(unreadable, "error")) in tests that were not run\"/>\n    </testcase>\n"
        }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func testcase(_ result: TestResult, suite: String) -> String {
        let place = result.test.place
        let head =
            "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(result.test.name))\" file=\"\(escaped(place.file))\" line=\"\(place.line)\""
        if result.hasPassed { return head + "/>\n" }
        var text = head + ">\n"
        for check in result.checks {
            let line = Self.place(check.expectation.place)
            switch check.outcome {
            case .passed: break
            case .error(let message, let help):
                text += "      <error message=\"\(escaped(message))\">\(escaped("\(line)\n" + (help ?? "")))</error>\n"
            case .failed(let failure):
                let message = "at \(zone.shortText(check.expectation.at)) expected \(failure.expected), actual \(failure.actual)"
                text += "      <failure message=\"\(escaped(message))\">"
                text += escaped("\(line)\n\(failure.tree)\n\(failure.plot)") + "</failure>\n"
            }
        }
        return text + "    </testcase>\n"
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(text, breaks: .reference) }
}
