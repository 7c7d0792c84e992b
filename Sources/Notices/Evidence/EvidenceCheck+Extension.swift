import AirQuality
import Desk
import PlanModel
import Presentation

extension EvidenceCheck {
    /// Works out anew how a stated end moved, and compares.
    mutating func runExtension(_ index: JSONValue, _ files: [String: [UInt8]], _ notice: [String: [UInt8]]?) {
        guard let stated = json(files, EvidenceName.moved), let bases = json(files, EvidenceName.ends) else { return }
        checkHashes([EvidenceName.moved, EvidenceName.ends], index["files"]?.elements ?? [], files)
        guard let plan = plan(index["plan"]?["files"]?.elements ?? [], files) else { return }
        guard let areaID = index["area"]?["id"]?.text, let area = plan.areas.first(where: { $0.id == areaID }) else {
            report.obstacles.append("the plan has no area \(index["area"]?["id"]?.shown ?? "such as the evidence should name")")
            return
        }
        guard let before = ExtensionJSON.basis(bases["before"], area: areaID),
            let after = ExtensionJSON.basis(bases["after"], area: areaID)
        else {
            report.obstacles.append("\(EvidenceName.ends) is damaged")
            return
        }
        guard let level = stated["level"]?.text, let episode = ExtensionJSON.slot(stated["episode"]),
            case .number(let digits)? = stated["number"], let number = Int(digits)
        else {
            report.obstacles.append("\(EvidenceName.moved) is damaged")
            return
        }
        report.zone = plan.zone
        report.area = area
        guard
            let found = Extension(
                area: areaID, level: level, episode: episode, number: number, from: before, to: after,
                entry: ExtensionJSON.entry(stated["entry"]), in: plan)
        else {
            report.differences.append("no end of \(PlainText.line(level, limit: 60)) moves; stated is that one did")
            return
        }
        report.moved = found
        report.notes.append("who entered it, and that these directives were on record, is shown by the ledger alone")
        compare(stated, ExtensionJSON.text(found, plan.zone), EvidenceName.moved)
        if let notice { compare(found, plan, area, index, notice) }
    }

    private mutating func compare(_ stated: JSONValue, _ text: String, _ name: String) {
        guard let found = try? JSONReader.read(Array(text.utf8)) else { return }
        report.differences += JSONValue.differences(stated, found).map { "\(name): \($0)" }
    }

    /// The notice orders nothing anew, so that all of it follows from what is at hand.
    private mutating func compare(
        _ found: Extension, _ plan: Plan, _ area: Area, _ index: JSONValue, _ files: [String: [UInt8]]
    ) {
        guard let stated = json(files, "notice.json") else { return }
        let own = NoticeComparison.Own(stated)
        guard let own else {
            report.differences.append("notice.json lacks its time, status or references")
            return
        }
        if stated["identifier"]?.text != report.notice {
            report.differences.append(
                "notice.json is of another notice than the evidence: \(stated["identifier"]?.shown ?? "none")")
        }
        if stated["plan"]?["hash"]?.text != report.planHash {
            report.differences.append("notice.json names another version of the plan than the evidence")
        }
        if stated["logHead"]?.text != report.heads?.after.split(separator: ":").last.map(String.init) {
            report.differences.append("notice.json names another head of the ledger than the evidence")
        }
        let notice = Notice(
            matter: .extend(found), plan: plan, area: area, sent: own.sent, head: own.head, planHash: own.planHash,
            status: own.status, earlier: own.earlier, directives: found.directives)
        compare(stated, NoticeJSON.text(of: notice), "notice.json")
        guard index["program"]?.text == LantianVersion.text else {
            report.notes.append(
                "notice.txt, notice.html and cap.xml were not compared: they were worded by another version of lantian")
            return
        }
        for (name, bytes) in NoticeRenderer.files(notice) where name != "notice.json" {
            guard let stated = files[name] else {
                report.differences.append("\(name) is missing")
                continue
            }
            if stated != bytes { report.differences.append("\(name) is not what comes out anew") }
        }
    }
}
