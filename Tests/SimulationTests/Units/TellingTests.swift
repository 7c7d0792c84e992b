import AirQuality
import Desk
import Testing

@testable import Daemon

/// What the daemon tells the service manager and Prometheus.
struct TellingTests {
    private func status(_ desk: Desk, _ change: (inout StatusText) -> Void = { _ in }) -> String {
        var status = StatusText(
            desk: desk, reload: ReloadState(), unpublished: 0, publishingTrouble: nil, ledgerTrouble: nil, clockDoubt: nil,
            now: Make.start.start)
        change(&status)
        return status.text
    }

    @Test("the status line names levels, data, silences and trouble")
    func statusLine() throws {
        #expect(status(Desk(plan: try Make.plan())) == "北区 no warning; 南区 no warning; data to none")
        var desk = try Make.deskInWarning(.oneArea)
        #expect(status(desk) == "北区 红色 (red) since 2026-09-25 08:00; data to 2026-09-25 11:00")
        for hour in 4...7 { _ = desk.apply(.hourSealed(Make.start + hour)) }
        #expect(status(desk).hasSuffix("北区: no new observations"))
        var reload = ReloadState()
        reload.last = .refused
        reload.summary = "a bad plan"
        let step = ClockGuard.Step(from: Make.start.start, to: (Make.start + 24).start)
        let text = StatusText(
            desk: desk, reload: reload, unpublished: 2, publishingTrouble: "disk full", ledgerTrouble: "locked", clockDoubt: step,
            now: Make.start.start
        ).text
        for part in [
            "reload refused: a bad plan", "2 notices cannot be published: disk full", "the ledger refuses records: locked",
            "the clock stepped from 2026-09-25T08:00:00+08:00 to 2026-09-26T08:00:00+08:00",
        ] { #expect(text.contains(part)) }
        #expect(!text.contains("\n"))
    }

    @Test("what waits for people is told in the status and in the metrics")
    func people() throws {
        let desk = try DutyService(clause: "serve \"东区\", \"西区\" within 2h serve \"工信局\" within 9h")
        try desk.pass(150)
        func directive(_ document: String, from: Int) -> DeskAct.Matter {
            .direct(
                Directive(
                    document: document, office: "省厅", areas: ["north"], demand: .atLeast("yellow"),
                    from: desk.now.hourFloor + from,
                    until: nil, basis: ""))
        }
        try desk.act(directive("省1号", from: 0))
        try desk.act(directive("省2号", from: 0))
        try desk.act(directive("省3号", from: 48))
        try desk.pass(250)
        let made = desk.now
        try desk.pass(250)
        try desk.pass(250)
        let service = desk.service
        let receipts = service.delivery.owed(at: desk.now)
        #expect(receipts.outstanding == 3 && receipts.overdue == 2)
        let line = status(service.desk) { status in
            status.waiting = service.waiting
            status.receipts = receipts
            status.now = desk.now
        }
        for part in [
            "escalate to orange waits for 副总指挥 since", ", 2 h;", "directive 省1号 in force and 1 more;",
            "3 receipts owed, 2 overdue",
        ] { #expect(line.contains(part), "\(line)") }
        let id = try #require(service.waiting.inOrder.first?.proposal.decision.id)
        let labels = "{area=\"north\",proposal=\"\(id)\",kind=\"escalate\"}"
        let text = MetricsText(
            desk: service.desk,
            figures: MetricsText.Figures(
                reload: ReloadState(), unpublished: 0, isLedgerRefusing: false, trustsClock: true, evaluationSeconds: 0,
                waiting: service.waiting, receipts: receipts, hour: desk.now.hourFloor, counts: [])
        ).text
        for line in [
            "lantian_directives_in_force{area=\"north\"} 2", "lantian_proposals_waiting{area=\"north\"} 1",
            "lantian_proposal_timestamp_seconds\(labels) \(made.seconds)",
            "lantian_proposal_deadline_timestamp_seconds\(labels) \(made.seconds + 2 * 3600)", "lantian_receipts_owed 3",
            "lantian_receipts_overdue 2",
        ] { #expect(text.contains(line + "\n"), "\(line)\n\(text)") }
    }

    private func metrics(_ desk: Desk) -> String {
        var reload = ReloadState()
        reload.accepted = 3
        reload.refused = 1
        reload.last = .refused
        return MetricsText(
            desk: desk,
            figures: MetricsText.Figures(
                reload: reload, unpublished: 2, isLedgerRefusing: false, trustsClock: true, evaluationSeconds: 0.00001,
                hour: Make.start, counts: [("odd\"\\\nname", 1), ("records", 7)])
        ).text
    }

    @Test("the metrics are in Prometheus' text format: each family once, with help and type, each sample once")
    func format() throws {
        let text = metrics(try Make.deskInWarning())
        #expect(text.hasSuffix("\n"))
        let name = /[a-zA-Z_:][a-zA-Z0-9_:]*/
        let sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (\S+)$/
        var families: [String] = []
        var samples: Set<String> = []
        var helped = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if line.hasPrefix("# HELP ") {
                helped = String(line.split(separator: " ")[2])
                #expect(helped.wholeMatch(of: name) != nil)
                #expect(!families.contains(helped))
                families.append(helped)
            } else if line.hasPrefix("# TYPE ") {
                let words = line.split(separator: " ")
                #expect(words[2] == helped)
                #expect(words[3] == (helped.hasSuffix("_total") ? "counter" : "gauge"))
            } else {
                let match = try #require(String(line).wholeMatch(of: sample), "\(line)")
                #expect(match.1 == helped)
                #expect(Double(match.3) != nil)
                #expect(samples.insert("\(match.1)\(match.2 ?? "")").inserted)
            }
        }
        #expect(families.count > 8)
    }

    @Test("the metrics say what holds")
    func values() throws {
        let text = metrics(try Make.deskInWarning())
        for line in [
            #"lantian_level{area="north"} 3"#, #"lantian_reloads_total{outcome="accepted"} 3"#,
            "lantian_reload_last_successful 0",
            "lantian_notices_unpublished 2", "lantian_last_evaluation_timestamp_seconds \((Make.start + 3).start.seconds)",
            "lantian_last_data_timestamp_seconds \((Make.start + 3).start.seconds)", #"lantian_ledger_rows{table="records"} 7"#,
            #"lantian_feed_silent{area="north",feed="observations"} 0"#,
        ] { #expect(text.contains(line + "\n"), "\(line)") }
    }
}
