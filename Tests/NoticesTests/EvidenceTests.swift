import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

@testable import Notices

/// What is written into `evidence/` is read back as the same values.
struct EvidenceTests {
    @Test("every value, time and order of the slice is read back", arguments: 1...40 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        let evidence = try #require(SampleEvidence.evidence(seed: seed))
        let report = SampleEvidence.check(evidence, SampleEvidence.files(evidence))
        #expect(report.verdict == .same, "\(report.differences) \(report.obstacles)")
        let found = try #require(report.basis)
        let slice = evidence.basis
        #expect(found.standing == slice.standing)
        #expect(found.forecasts == slice.forecasts)
        #expect(Self.values(found.observations) == Self.values(slice.observations))
        #expect(report.trace?.decision == evidence.decision)
        #expect(report.heads?.before == evidence.headBefore && report.heads?.after == evidence.head)
    }

    private static func values(_ batch: ObservationBatch) -> [String: PollutantValues] {
        Dictionary(uniqueKeysWithValues: batch.rows.map { ("\(batch.stations[Int($0.station)]) \($0.slot)", $0.values) })
    }

    @Test("of two forecasts of one issue time the later received counts, as it did")
    func orderOfForecasts() throws {
        var evidence = try #require(SampleEvidence.evidence(seed: 1))
        evidence.basis.forecasts.hours = []
        let t = evidence.basis.at
        let dates = (0..<4).map { LocalDate(days: SamplePlan.zone.date(of: t).days + $0) }
        func day(_ date: LocalDate, _ high: Int) -> DayForecast {
            DayForecast(
                issued: (t - 5).start, area: evidence.basis.area.id, date: date, low: 10, high: high, primary: PollutantSet(.pm25)
            )
        }
        for (first, last) in [(20, 400), (400, 20)] {
            evidence.basis.forecasts.days = dates.map { day($0, first) } + dates.map { day($0, last) }
            let report = SampleEvidence.check(evidence, SampleEvidence.files(evidence))
            #expect((report.trace?.decision?.to == "red") == (last == 400))
        }
    }

    @Test("a name that no file can have is written under a number")
    func oddNames() throws {
        var evidence = try #require(SampleEvidence.evidence(seed: 2))
        for name in ["a/b.plan", "..plan", ".plan", "x\n.plan", String(repeating: "长", count: 80) + ".plan"] {
            evidence.planParts[0].name = name
            let names = evidence.files(hash: SampleEvidence.hash).map(\.name)
            #expect(names.contains("evidence/plan/0.plan"), "\(name): \(names)")
            let report = SampleEvidence.check(evidence, SampleEvidence.files(evidence))
            #expect(report.obstacles.isEmpty, "\(report.obstacles)")
        }
    }

    @Test("rows that no condition can read are told, and take no memory")
    func rowsBeyond() throws {
        let evidence = try #require(SampleEvidence.evidence(seed: 3))
        var files = SampleEvidence.files(evidence)
        files["observations.csv"]? += Array(
            "2099-01-01T00:00:00+08:00,S1,1,2,3,4,5,6\n1991-01-01T00:00:00+08:00,S1,1,2,3,4,5,6\n2024-12-09T00:00:00+08:00,other,1,2,3,4,5,6\n"
                .utf8)
        let report = SampleEvidence.check(evidence, files)
        #expect(report.verdict == .different)
        #expect(
            report.differences.contains { $0.contains("3 rows that no condition of the plan can read") }, "\(report.differences)")
        #expect(report.basis?.observations.rows.count == evidence.basis.observations.rows.count)
    }

    @Test("cut anywhere, a file is told to be cut, damaged or changed, and nothing crashes")
    func cut() throws {
        let evidence = try #require(SampleEvidence.evidence(seed: 4))
        let files = SampleEvidence.files(evidence)
        for (name, bytes) in files where name != "README.txt" {
            for part in 0..<40 {
                var changed = files
                changed[name] = Array(bytes.prefix(bytes.count * part / 40))
                #expect(SampleEvidence.check(evidence, changed).verdict != .same, "\(name), \(part)/40")
            }
            var changed = files
            changed[name] = nil
            #expect(SampleEvidence.check(evidence, changed).verdict == .unreadable, "\(name) is missing")
        }
    }

    @Test("of an approved decision what was proposed is made again, and the ledger is named for the rest")
    func approved() throws {
        let evidence = try #require(SampleEvidence.evidence(seed: 5))
        var decision = evidence.decision
        decision.approvedIn = decision.at + 1
        guard case .approval(var given) = SampleNotices.approved.basis else { return }
        given.at = (decision.at + 1).start
        decision.basis = .approval(given)
        var notice = SampleNotices.notice(.decision(decision), sentAt: decision.at + 1)
        notice.plan = evidence.basis.plan
        func check(_ notice: Notice) -> EvidenceReport {
            var stated = evidence
            stated.notice = notice.identifier
            let files = Dictionary(uniqueKeysWithValues: NoticeRenderer.files(notice).map { ($0.name, $0.bytes) })
            return SampleEvidence.check(stated, SampleEvidence.files(stated), notice: files)
        }
        let report = check(notice)
        #expect(report.verdict == .same, "\(report.differences) \(report.obstacles)")
        #expect(report.notes.contains { $0.contains("王建国") && $0.contains("by the ledger alone") }, "\(report.notes)")
        decision.to = "yellow"
        notice.matter = .decision(decision)
        #expect(check(notice).differences.contains { $0.contains("decision.to") })
    }
}
