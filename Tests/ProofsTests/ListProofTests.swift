import AirQuality
import Lists
import Orders
import PlanLanguage
import PlanModel
import TestSupport
import Testing

@testable import Proofs

/// What is proved of the rows of a list, beside what the rules alone say.
struct ListProofTests {
    private func report(
        _ rules: String, enterprises: String, white: String = "", shouldStop: () -> Bool = { false }
    ) throws -> ProofReport {
        let given = try ListCase(rules: rules, enterprises: enterprises, white: white)
        return try given.report(shouldStop: shouldStop)
    }

    private func found(_ report: ProofReport) -> [String] {
        report.findings.filter { $0.basis == .list }.map { "\($0.id): \($0.message)" }
    }

    static let two = """
        measures m "M" cites "D" {
            grade | yellow
            A     | autonomous
            B     | stop
        }
        measures n "N" for enterprise violation cites "D" {
            grade | yellow
            *     | stop
        }
        exemption a "a" { for enterprise on list white barred when violation because "v" grants autonomous cites "c" }
        exemption b "b" { for enterprise class == guaranteed grants guaranteed cites "c" }
        """

    @Test func rowsAreTheWitnesses() throws {
        let report = try report(
            Self.two, enterprises: "91411099MA00000150,甲,C,铸造,A,guaranteed,yes\n91411099MA0000023T,乙,C,铸造,A,key,yes\n",
            white: "91411099MA00000150,甲,2025-01-01\n")
        let expected = [
            "measure-matches-no-row: the row `B` of m decides for nobody of the list",
            "measures-overlap: m and n ask different things of 甲 (enterprises.csv:2) and 1 more on 2025-01-01, at yellow autonomous and stop",
            "barred-but-granted-on-row: 甲 (enterprises.csv:2) on 2025-01-01 is barred from a and granted b",
            "exemption-refused-to-all: exemption a is refused to all whom it is for",
        ]
        #expect(found(report).sorted() == expected.sorted(), "\(found(report))")
        let row = report.answers.first { $0.id == "barred-but-granted-on-row" }?.row
        #expect(row?.code == "91411099MA00000150" && row?.line == 2 && row?.day == LocalDate("2025-01-01"))
    }

    /// The rules admit somebody who is barred and granted; this list has nobody who is.
    @Test func aTheoremOfTheListIsNoneOfTheRules() throws {
        let report = try report(
            Self.two, enterprises: "91411099MA00000150,甲,C,铸造,A,guaranteed,no\n91411099MA0000023T,乙,C,铸造,B,key,yes\n",
            white: "91411099MA0000023T,乙,\n")
        let verdicts = report.answers.filter { $0.id.hasPrefix("barred-but-granted") }.map { "\($0.basis) \($0.verdict)" }
        #expect(verdicts == ["rules found", "list proved"])
        #expect(report.list?.tables.map(\.rows) == [2])
    }

    @Test func whatWasNotAskedIsUndecided() throws {
        var left = 1
        let report = try report(
            Self.two, enterprises: "91411099MA00000150,甲,C,铸造,A,guaranteed,no\n",
            white: "91411099MA00000150,甲,2025-01-01\n"
        ) {
            left -= 1
            return left < 0
        }
        let answers = report.answers.filter { $0.basis == .list }
        // What is found is true all the same; that a row is for nobody is not told.
        #expect(answers.map(\.id) == ["exemptions-overlap-on-row", "list-asked"])
        #expect(answers.last?.verdict == .undecided)
        #expect(answers.last?.message.hasPrefix("1 of 2 spans of days were not asked") == true)
        #expect(report.list?.asked == 1)
    }

    /// A name is what others wrote: it does not steer a terminal.
    @Test func namesAreShownOnOneLineWithoutControlCharacters() throws {
        let report = try report(
            Self.two, enterprises: "91411099MA00000150,\u{1B}[31m甲\u{202E},C,铸造,A,guaranteed,yes\n",
            white: "91411099MA00000150,,2025-01-01\n")
        #expect(!found(report).isEmpty)
        #expect(!found(report).joined().unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func manyRowsForNobodyAreCounted() throws {
        let rows = (0..<30).map { "\"i\($0)\" | stop\n" }.joined()
        let report = try report(
            "measures m \"M\" cites \"D\" {\nindustry | yellow\n\(rows)}", enterprises: "91411099MA00000150,甲,C,i7,A,key,no\n")
        let none = found(report).filter { $0.hasPrefix("measure-matches-no-row") }
        #expect(none.count == 21)
        #expect(none.last == "measure-matches-no-row: 9 more rows of m decide for nobody of the list")
    }

    /// What is proved by the rules holds of every list.
    @Test(arguments: 1...150) func theoremsOfTheRulesHoldOfEveryList(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        func who() -> String {
            let parts = [
                "grade in (A, pending)", "grade == C", "not violation", "violation", "on list white", "class == general",
                "grade == D",
            ]
            return random.some(parts, random.int(1...2)).joined(separator: random.pick([" and ", " or "]))
        }
        let exemptions = ["a", "b", "c"].prefix(random.int(2...3)).map { id in
            let bar = random.int(0...1) == 0 ? "" : "barred when \(who()) because \"b\""
            let grants = random.pick(["autonomous", "guaranteed", "continue"])
            return "exemption \(id) \"\(id)\" { for enterprise \(who())\n\(bar)\ngrants \(grants)\ncites \"c\" }\n"
        }
        let grades = ["A", "B", "C", "D", "pending", ""]
        let codes = ["91411099MA00000150", "91411099MA0000023T", "91411099MA0000031M", "91411099MA000004XD"]
        let rows = codes.map { code in
            let kind = random.pick(["key", "general", ""])
            return "\(code),厂\(code.suffix(3)),C,铸造,\(random.pick(grades)),\(kind),\(random.pick(["yes", "no", ""]))\n"
        }.joined()
        let white = "\(random.pick(codes)),,\(random.pick(["", "2025-01-01"]))\n"
        let report = try report(exemptions.joined(), enterprises: rows, white: white)
        for id in ["barred-but-granted", "exemptions-overlap"]
        where report.answers.contains(where: { $0.id == id && $0.verdict == .proved }) {
            let onRow = report.answers.filter { $0.id == "\(id)-on-row" }
            #expect(onRow.map(\.verdict) == [.proved], "seed \(seed): \(exemptions) \(rows) \(white)")
        }
    }
}

/// A plan of one level with a list beside it.
struct ListCase {
    let files: [SourceFile]
    let plan: Plan
    let list: EmissionList

    init(rules: String, enterprises: String, white: String = "") throws {
        let text = """
            plan "small" { basis "b" zone "Asia/Shanghai" aqi HJ633-2026 levels yellow }
            area city "City" { stations S1 }
            level yellow "yellow" {
                issue when observed hourly IAQI(PM2.5) > 200
                end when observed hourly IAQI(PM2.5) <= 200
                cites "c"
            }
            enterprises from "enterprises.csv"
            list white "white"

            """
        files = [SourceFile(name: "small.plan", text: text + rules)]
        let tables = [
            TableFile(
                name: "enterprises.csv",
                bytes: Array(("credit_code,name,county,industry,grade,class,violation\n" + enterprises).utf8)),
            TableFile(name: "white.csv", bytes: Array(("credit_code,name,from\n" + white).utf8)),
        ]
        let result = PlanChecker.check(files: files, zone: { _ in .beijing }, tables: PlanTables(files: tables))
        plan = try #require(result.plan, "\(result.findings)")
        let read = ListReader.read(files: tables, plan: plan)
        list = try #require(read.list, "\(read.findings)")
    }

    func report(shouldStop: () -> Bool = { false }) throws -> ProofReport {
        var report = try SmallPlans.report(plan)
        let made = ListProver(plan: plan, list: list, shouldStop: shouldStop)
        var prover = try #require(made)
        prover.add(to: &report)
        return report
    }
}
