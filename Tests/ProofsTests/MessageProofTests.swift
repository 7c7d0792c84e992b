import AirQuality
import Desk
import PlanLanguage
import PlanModel
import Presentation
import Testing
import Warnings

@testable import Proofs

/// What is found in the conditions of advice and alerts, each beside a condition of which it is not.
struct MessageProofTests {
    private static func text(_ condition: String, _ head: String) -> String {
        let limit = head.hasPrefix("alert") ? "at most every 3h" : "say \"inside\""
        return "\(head) { when \(condition)\n\(limit) }"
    }

    private static let heads = ["advice a \"A\"", "alert a \"A\" at area", "alert a \"A\" at station"]

    private static func subject(_ head: String) -> ProofAnswer.Subject {
        head.hasPrefix("alert") ? .alert("a") : .advice("a")
    }

    private func findings(_ condition: String, _ head: String, reach: Int = 168) throws -> [ProofAnswer] {
        let plan = try SmallPlans.plan([["observed hourly IAQI(PM2.5) > 200"]], rest: Self.text(condition, head))
        return try SmallPlans.report(plan, reach: reach).findings.filter { $0.subject == Self.subject(head) }
    }

    @Test(arguments: heads) func whatIsNeverOrAlwaysTrueIsFound(head: String) throws {
        let never = try findings("observed hourly PM2.5 > 150 ug/m3 for 2h and not observed hourly PM2.5 > 100 ug/m3", head)
        #expect(never.map(\.id) == ["always-false"])
        let always = try findings("observed hourly PM2.5 > 150 ug/m3 or not observed hourly PM2.5 > 150 ug/m3", head)
        #expect(always.map(\.id) == ["always-true"])
        #expect(try findings("observed hourly PM2.5 > 150 ug/m3 for 2h", head).isEmpty)
    }

    @Test(arguments: heads) func aPartThatChangesNothingIsFound(head: String) throws {
        let idle = try findings("observed hourly PM2.5 > 150 ug/m3 and observed hourly PM2.5 > 100 ug/m3", head)
        #expect(idle.map(\.id) == ["part-changes-nothing"])
        #expect(idle.first?.message.hasPrefix("`observed hourly PM2.5 > 100 ug/m3` changes nothing in the condition of ") == true)
    }

    @Test func whatReadsFurtherAheadThanForecastsReachIsFound() throws {
        let head = Self.heads[0]
        #expect(try findings("forecast hourly PM2.5 > 150 ug/m3 for 6h", head, reach: 5).map(\.id).contains("beyond-reach"))
        #expect(try findings("forecast hourly PM2.5 > 150 ug/m3 for 6h", head, reach: 6).isEmpty)
    }

    @Test func findingsSayWhereTheConditionStands() throws {
        let rest = Self.text("observed hourly PM2.5 > 150 ug/m3 or not observed hourly PM2.5 > 150 ug/m3", Self.heads[2])
        let file = SourceFile(name: "a.plan", text: "# first\n\(rest)")
        let place = ProofPlaces([file]).place(.alert("a"))
        #expect(place?.file == "a.plan" && place?.line == 2)
    }

    // MARK: Shares of the area's value

    private static let high = "observed hourly PM2.5 > 150 ug/m3"
    private static let share = "observed hourly PM2.5 > 150% of area"

    /// Shares are left open: what is found beside them holds all the same, and of them nothing is claimed that is not so.
    @Test(arguments: [
        ("\(high) and \(share) and observed hourly PM2.5 > 100 ug/m3", "\(high) and \(share)"),
        ("(\(high) or observed hourly PM2.5 > 250 ug/m3) and \(share)", "\(high) and \(share)"),
        ("\(share) or \(high) and observed hourly PM2.5 > 50 ug/m3", "\(share) or \(high)"),
    ]) func whatIsFoundBesideAShareChangesNothing(condition: String, without: String) throws {
        #expect(try findings(condition, Self.heads[2]).map(\.id) == ["part-changes-nothing"])
        #expect(try truths(condition) == truths(without))
    }

    @Test func whatAShareDecidesIsNotFound() throws {
        for condition in ["\(Self.high) and \(Self.share)", "\(Self.share) for 2h", "\(Self.high) or \(Self.share)"] {
            #expect(try findings(condition, Self.heads[2]).isEmpty)
        }
        #expect(try truths("\(Self.high) and \(Self.share)") != truths(Self.high))
    }

    /// The truths of an alert at each of three stations, on every word of two hours of three values at two of them.
    private func truths(_ condition: String) throws -> [Truth] {
        let text = """
            plan "p" { basis "b" zone "Asia/Shanghai" aqi HJ633-2026 levels red }
            area city "City" { stations S1, S2, S3 }
            level red "r" { issue when observed hourly AQI > 200 cites "c" }
            \(Self.text(condition, Self.heads[2]))
            """
        let plan = try #require(PlanChecker.check(files: [SourceFile(name: "p.plan", text: text)]) { _ in .beijing }.plan)
        var settings = DeskSettings.replay(.issued, window: nil)
        settings.reportsSilence = true
        var desk = Desk(plan: plan, settings: settings)
        let base = Zone.beijing.midnight(of: Edition.start2026 + 320).hours
        let word = DeBruijn.word(letters: 9, order: 2)
        var batch = ObservationBatch()
        batch.stations = ["S1", "S2", "S3"]
        for (hour, letter) in word.enumerated() {
            for (station, value) in [letter % 3, letter / 3, 0].enumerated() {
                var values = PollutantValues()
                values[.pm25] = [20_000, 160_000, 300_000][value]
                batch.rows.append(ObservationRow(slot: Int32(base + hour), station: Int32(station), values: values))
            }
        }
        _ = desk.apply(.observations(batch))
        return (base + 2...base + word.count).flatMap { instant in
            desk.trace(ofArea: "city", at: HourSlot(instant))?.alerts.map(\.condition.truth) ?? []
        }
    }
}
