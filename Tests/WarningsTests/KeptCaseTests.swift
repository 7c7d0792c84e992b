import AirQuality
import Foundation
import PlanModel
import Testing

/// Cases that once came out differently, and some made by hand: `Kept/Cases`, one a file.
struct KeptCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Kept/Cases")
    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { $0.hasSuffix(".case") }.sorted()

    @Test func casesAreThere() { #expect(Self.names.count >= 6) }

    @Test(arguments: names) func caseComesOutAlike(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let test = try DifferentialCase(keptText: text)
        var run = DifferentialRun()
        let difference = run.difference(in: test)
        #expect(difference == nil, "\(difference?.text ?? "")")
        #expect(run.counts.comparisons > 0)
        // What a file says must happen, so that a case does not come to say nothing: `# decisions 2`.
        let line = text.split(separator: "\n").first { $0.hasPrefix("# decisions ") }
        if let wanted = line.flatMap({ Int($0.dropFirst(12)) }) { #expect(run.counts.decisions == wanted) }
    }

    /// A random case means the same after it was written and read, and so does the plan in it.
    @Test(arguments: 1...12) func textKeepsACase(_ seed: Int) throws {
        var test = DifferentialCase(seed: seed)
        test.steps = test.steps.filter { if case .seal(let at) = $0 { at % 7 == 0 } else { true } }
        let read = try DifferentialCase(keptText: test.keptText)
        // The language keeps no parentheses of an `or` within an `or`.
        func lines(_ test: DifferentialCase) -> [String] {
            test.keptText.split(separator: "\n").map { line in String(line.filter { $0 != "(" && $0 != ")" }) }
        }
        let written = lines(test)
        let again = lines(read)
        #expect(written.count == again.count)
        for (line, other) in zip(written, again) where line != other {
            #expect(line == other)
            break
        }
        for (plan, again) in zip(test.plans, read.plans) {
            #expect(again.tests == plan.tests)
            #expect(again.areas == plan.areas)
            #expect(again.zone == plan.zone)
            #expect((again.days, again.requires, again.forecastBound) == (plan.days, plan.requires, plan.forecastBound))
            #expect(again.levels.map(\.responseStart) == plan.levels.map(\.responseStart))
        }
    }
}
