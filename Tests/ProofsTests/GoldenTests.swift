import AirQuality
import Foundation
import PlanModel
import Presentation
import Proofs
import Testing

/// Whole reports, byte for byte. `LANTIAN_UPDATE_GOLDEN=1 swift test --filter ProofsTests.GoldenTests` rewrites them; the change is
/// then read in the diff.
@Suite struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// A plan of which every kind of answer is given but `undecided`.
    private func plan() throws -> Plan {
        try SmallPlans.plan(
            [
                [
                    "expected hourly IAQI(PM2.5) > 100 for 2h",
                    "observed hourly IAQI(PM2.5) > 300 and observed hourly IAQI(PM2.5) > 200",
                ],
                ["expected hourly IAQI(PM2.5) > 200 throughout next 200h or observed hourly IAQI(O3) > 200"],
            ], end: "observed hourly IAQI(PM2.5) <= 100",
            rest: """
                enterprises from "enterprises.csv"
                exemption a "a" { for enterprise grade in (A, B) barred when violation because "v" grants autonomous cites "c" }
                exemption b "b" { for enterprise grade == B grants guaranteed cites "c" }
                """)
    }

    private let place: @Sendable (ProofAnswer.Subject) -> (file: String, line: Int)? = { subject in
        if case .rule(let place) = subject { (place.file, place.line) } else { ("levels.plan", 3) }
    }

    @Test func textReadsAsRecorded() throws {
        let report = try SmallPlans.report(plan(), simplifies: true)
        let text = ProofText(zone: .beijing, style: Style(isOn: false), place: place).text(report)
        try expect(text, is: "report.txt")
    }

    @Test func jsonReadsAsRecorded() throws {
        let report = try SmallPlans.report(plan(), simplifies: true)
        try expect(ProofJSON(zone: .beijing, place: place).lines(report), is: "report.jsonl")
    }

    /// What rests on the rules and what on the list is told apart.
    @Test func aListReadsAsRecorded() throws {
        let report = try ListCase(
            rules: ListProofTests.two,
            enterprises: "91411099MA00000150,甲,C,铸造,A,guaranteed,yes\n91411099MA0000023T,乙,C,铸造,A,key,yes\n",
            white: "91411099MA00000150,甲,2025-01-01\n"
        ).report()
        try expect(ProofText(zone: .beijing, style: Style(isOn: false), place: place).text(report), is: "list.txt")
        try expect(ProofJSON(zone: .beijing, place: place).lines(report), is: "list.jsonl")
    }

    private func expect(_ text: String, is name: String) throws {
        let url = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil { try Data(text.utf8).write(to: url) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text, "\(name) differs")
    }
}
