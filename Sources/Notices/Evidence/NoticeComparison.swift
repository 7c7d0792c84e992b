import AirQuality
import Desk
import PlanModel
import Presentation
import Warnings

/// Compares the files of a notice with what its evidence gives anew.
struct NoticeComparison {
    let index: JSONValue
    let trace: AreaTrace
    let basis: Recomputation

    /// - Parameter files: The notice's own files by name.
    func run(_ files: [String: [UInt8]], _ report: inout EvidenceReport) {
        guard let bytes = files["notice.json"] else {
            report.differences.append("notice.json is missing")
            return
        }
        let stated: JSONValue
        do throws(JSONReader.Failure) { stated = try JSONReader.read(bytes) } catch {
            report.differences.append("notice.json is no JSON: \(error.reason) at byte \(error.offset)")
            return
        }
        guard stated["decision"]?["basis"] == nil else {
            checkApproved(stated, &report)
            return
        }
        checkNames(stated, &report)
        guard let decision = trace.decision else { return }
        guard let notice = notice(stated, decision) else {
            report.differences.append("notice.json lacks its time, status or references")
            return
        }
        guard var found = try? JSONReader.read(Array(NoticeJSON.text(of: notice).utf8)) else { return }
        found = found.named(asIn: stated)
        report.differences += JSONValue.differences(stated.without("orders"), found).map { "notice.json: \($0)" }
        checkTexts(files, notice, &report)
    }

    /// Of an approved decision the rules determine what was proposed: its name, levels and evidence. When it took force and with
    /// whose signature is on record in the ledger alone.
    private func checkApproved(_ stated: JSONValue, _ report: inout EvidenceReport) {
        checkIdentifier(stated, &report)
        let basis = stated["decision"]?["basis"]
        guard basis?["kind"]?.text == "approval" else {
            report.notes.append(
                "the notice stands on \(basis?["kind"]?.shown ?? "something unknown"), not on conditions: only what the evidence says of these was made again"
            )
            return
        }
        let signer = basis?["signature"]?["name"]?.shown ?? "nobody named"
        report.notes.append(
            "what was proposed was made again; that \(signer) approved it at \(basis?["at"]?.shown ?? "no stated time"), and with it the start of the response and the texts, is shown by the ledger alone"
        )
        guard let decision = trace.decision, let own = stated["decision"],
            let found = try? JSONReader.read(Array(DecisionRecordJSON.text(decision, self.basis.plan).utf8))
        else { return }
        for key in ["id", "at", "kind", "evidence"] {
            let differences = JSONValue.differences(own[key] ?? .null, found[key] ?? .null)
            report.differences += differences.map {
                "notice.json: decision.\(key)\($0.hasPrefix(" ") || $0.hasPrefix("[") ? "" : ".")\($0)"
            }
        }
        for key in ["from", "to"] where own[key]?["id"]?.text != found[key]?.text {
            report.differences.append(
                "notice.json: decision.\(key) is stated as \(own[key]?["id"]?.shown ?? "none"), comes out as \(found[key]?.shown ?? "none")"
            )
        }
    }

    private func checkIdentifier(_ stated: JSONValue, _ report: inout EvidenceReport) {
        if stated["identifier"]?.text != report.notice {
            report.differences.append(
                "notice.json is of another notice than the evidence: \(stated["identifier"]?.shown ?? "none")")
        }
    }

    private func checkNames(_ stated: JSONValue, _ report: inout EvidenceReport) {
        checkIdentifier(stated, &report)
        if stated["plan"]?["hash"]?.text != report.planHash {
            report.differences.append("notice.json names another version of the plan than the evidence")
        }
        let head = report.heads?.after.split(separator: ":").last.map(String.init)
        if stated["logHead"]?.text != head {
            report.differences.append("notice.json names another head of the ledger than the evidence")
        }
    }

    /// The notice as it follows from the decision made again; what only the ledger knows is taken from the notice.
    private func notice(_ stated: JSONValue, _ decision: Decision) -> Notice? {
        Own(stated).map { own in
            Notice(
                matter: .decision(decision), plan: basis.plan, area: basis.area, sent: own.sent, head: own.head,
                planHash: own.planHash, status: own.status, earlier: own.earlier)
        }
    }

    /// What only the ledger knows of a notice, as its `notice.json` states it.
    struct Own {
        var sent: Instant
        var status: Notice.Status
        var head: String
        var planHash: String
        var earlier: [NoticeReference] = []

        /// Nil where something is missing.
        init?(_ stated: JSONValue) {
            guard let sent = stated["sent"]?.text.flatMap({ Instant($0) }),
                let status = stated["status"]?.text.flatMap({ Notice.Status(rawValue: $0) }),
                let references = stated["references"]?.elements
            else { return nil }
            self.sent = sent
            self.status = status
            head = stated["logHead"]?.text ?? ""
            planHash = stated["plan"]?["hash"]?.text ?? ""
            for reference in references {
                guard let identifier = reference["identifier"]?.text,
                    let sent = reference["sent"]?.text.flatMap({ Instant($0) })
                else { return nil }
                earlier.append(NoticeReference(identifier: identifier, sent: sent))
            }
        }
    }

    /// The official text, the sheet and the alert. Where the plan gives orders, what rests on the list is left out: it is not in the folder.
    private func checkTexts(_ files: [String: [UInt8]], _ notice: Notice, _ report: inout EvidenceReport) {
        guard index["program"]?.text == LantianVersion.text else {
            report.notes.append(
                "notice.txt, notice.html and cap.xml were not compared: they were worded by another version of lantian")
            return
        }
        let givesOrders = basis.plan.orders.tables != nil
        if givesOrders {
            report.notes.append(
                "measures and orders were not compared, since they rest on the list: what notice.txt and notice.html say from 三、 to their foot, instruction in cap.xml"
            )
        }
        for (name, text) in [("notice.txt", OfficialText.text(of: notice)), ("notice.html", NoticeHTML.text(of: notice))] {
            guard let bytes = files[name] else {
                if name == "notice.txt" { report.differences.append("\(name) is missing") }
                continue
            }
            check(name, bytes, text, leavingMeasures: givesOrders, &report)
        }
        guard let alert = files["cap.xml"] else {
            report.differences.append("cap.xml is missing")
            return
        }
        var (stated, found) = (Self.lines(String(decoding: alert, as: UTF8.self)), Self.lines(CAPAlert.text(of: notice)))
        if givesOrders { (stated, found) = (Self.withoutInstruction(stated), Self.withoutInstruction(found)) }
        compare("cap.xml", stated, found, &report)
    }

    private typealias Line = (number: Int, text: Substring)

    private static func lines(_ text: String) -> [Line] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// - Parameter leavingMeasures: Whether only what stands before the measures and from the decision's number on is compared.
    private func check(
        _ name: String, _ bytes: [UInt8], _ text: String, leavingMeasures: Bool, _ report: inout EvidenceReport
    ) {
        let (own, found) = (Self.lines(String(decoding: bytes, as: UTF8.self)), Self.lines(text))
        guard leavingMeasures else { return compare(name, own, found, &report) }
        let head = found.prefix { !$0.text.hasPrefix("三、") && !$0.text.contains(">三、") }
        let foot = found.suffix(from: found.lastIndex { $0.text.contains("决定编号") } ?? found.endIndex)
        compare(name, Array(own.prefix(head.count)), Array(head), &report)
        if own.count < head.count + foot.count || own.suffix(foot.count).map(\.text) != foot.map(\.text) {
            report.differences.append("\(name) does not end as the notice that comes out, with its number and the ledger's head")
        }
    }

    private func compare(_ name: String, _ stated: [Line], _ found: [Line], _ report: inout EvidenceReport) {
        if let place = found.indices.first(where: { !stated.indices.contains($0) || stated[$0].text != found[$0].text }) {
            let line = stated.indices.contains(place) ? stated[place].number : (stated.last?.number ?? 0) + 1
            report.differences.append(
                "\(name) differs in line \(line): \"\(PlainText.line(String(found[place].text), limit: 80))\" comes out")
        } else if stated.count > found.count {
            report.differences.append("\(name) goes on where the one that comes out ends")
        }
    }

    /// The lines of an alert but those that say what to do, which rests on orders.
    private static func withoutInstruction(_ lines: [Line]) -> [Line] {
        var isInside = false
        return lines.filter { line in
            let begins = line.text.contains("<instruction>")
            let keeps = !isInside && !begins
            if begins { isInside = true }
            if line.text.contains("</instruction>") { isInside = false }
            return keeps
        }
    }
}
