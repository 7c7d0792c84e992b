import AirQuality
import Desk
import Notices
import PlanModel
import Presentation
import Warnings

/// What `lantian verify` says.
struct VerifyText {
    let report: EvidenceReport
    let style: Style

    var text: String {
        var lines = [report.notice.map { "notice    \(Self.safe($0))" }].compactMap { $0 }
        if let trace = report.trace, let zone {
            lines.append("area      \(trace.area.name) (\(trace.area.id)), evaluated at \(zone.text(trace.at))")
            if let decision = trace.decision {
                lines.append("decision  \(Self.words(decision, zone))")
                for evidence in decision.evidence {
                    if !evidence.cites.isEmpty { lines.append("cites     \(Self.safe(evidence.cites.joined(separator: "; ")))") }
                    lines.append("because   \(Self.safe(evidence.summary(in: zone)))")
                }
            } else {
                lines.append("decision  none")
                for level in trace.levels { lines.append("          \(level.level) is demanded: \(level.demanded)") }
            }
        }
        if let moved = report.moved, let area = report.area, let zone {
            lines.append("area      \(area.name) (\(area.id))")
            lines.append("end       \(moved.words(in: zone))")
            for document in moved.documents { lines.append("by        \(Self.safe(document))") }
        }
        if let hash = report.planHash { lines.append("plan      \(Self.safe(hash))") }
        if let heads = report.heads {
            lines.append("ledger    from \(Self.safe(heads.before))\n          to   \(Self.safe(heads.after))")
        }
        lines += report.notes.map { style.yellow("note      ") + $0 }
        switch report.verdict {
        case .same: lines.append(style.green("the \(report.moved == nil ? "decision" : "end") comes out the same"))
        case .different:
            lines += report.differences.map { style.red("differs   ") + $0 }
            lines.append(style.red(Self.count(report.differences.count)))
        case .unreadable:
            lines += report.obstacles.map { style.red("unreadable ") + $0 }
            lines += report.differences.map { style.red("differs   ") + $0 }
            lines.append(style.red("the decision cannot be made again"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    var json: String {
        JSONWriter.object { json in
            json.field("verdict", report.verdict.rawValue)
            json.field("notice", optional: report.notice)
            if let trace = report.trace, let zone {
                json.field("at", zone.text(trace.at))
                json.field("area", trace.area.id)
                json.key("decision")
                if let decision = trace.decision {
                    json.object { json in
                        json.field("kind", decision.kind.rawValue)
                        json.field("from", decision.from ?? Decision.none)
                        json.field("to", decision.to ?? Decision.none)
                        json.field("response", optional: decision.response.map(zone.text))
                        json.strings("reasons", decision.evidence.map { $0.summary(in: zone) })
                        json.strings("cites", decision.evidence.flatMap(\.cites))
                    }
                } else {
                    json.null()
                }
            }
            if let moved = report.moved, let zone {
                json.field("at", zone.text(moved.at))
                json.field("area", moved.area)
                json.field("level", moved.level)
                json.field("previousEnd", optional: moved.oldEnd.map(zone.text))
                json.field("end", optional: moved.newEnd.map(zone.text))
                json.strings("documents", moved.documents)
            }
            json.field("plan", optional: report.planHash)
            json.field("ledgerBefore", optional: report.heads?.before)
            json.field("ledgerHead", optional: report.heads?.after)
            json.strings("differences", report.differences)
            json.strings("unreadable", report.obstacles)
            json.strings("notes", report.notes)
        }
    }

    private var zone: Zone? { report.zone }

    private static func words(_ decision: Decision, _ zone: Zone) -> String {
        let response = decision.response.map { ", response from \(zone.text($0))" } ?? ""
        return "\(decision.kind.rawValue) \(decision.from ?? Decision.none) → \(decision.to ?? Decision.none)\(response)"
    }

    private static func count(_ differences: Int) -> String {
        "the notice does not stand: \(differences) difference\(differences == 1 ? "" : "s")"
    }

    /// Without what would steer a terminal.
    private static func safe(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }))
    }
}
