import AirQuality
import Desk
import Feeds
import PlanModel
import Presentation
import Warnings

/// The names of the files in `evidence/`.
enum EvidenceName {
    static let index = "evidence.json"
    static let decision = "decision.json"
    static let standing = "standing.json"
    static let observations = "observations.csv"
    static let dayForecasts = "forecasts-day.csv"
    static let hourForecasts = "forecasts-hour.csv"
    /// Only where there are any.
    static let opinions = "opinions.json"
    /// Of a stated end that moved.
    static let moved = "extension.json"
    static let ends = "ends.json"
    static let plan = "plan"
    static let readme = "README.txt"
}

extension DecisionEvidence {
    /// The files of the notice's folder below `evidence/`: the same evidence gives the same bytes.
    ///
    /// - Parameter hash: SHA-256 of bytes in 64 hexadecimal digits.
    public func files(hash: ([UInt8]) -> String) -> [(name: String, bytes: [UInt8])] {
        let zone = basis.plan.zone
        let writer = PlainLayoutWriter(zone: zone)
        var files: [(name: String, bytes: [UInt8])] = [
            (EvidenceName.decision, Array(DecisionRecordJSON.text(decision, basis.plan).utf8)),
            (EvidenceName.standing, Array(StandingJSON.text(basis.standing, zone).utf8)),
            (EvidenceName.observations, Array(writer.text(basis.observations).utf8)),
            (EvidenceName.dayForecasts, Array(writer.text(basis.forecasts.days).utf8)),
            (EvidenceName.hourForecasts, Array(writer.text(basis.forecasts.hours).utf8)),
        ]
        if !basis.opinions.isEmpty {
            files.append((EvidenceName.opinions, Array(OpinionsJSON.text(basis.opinions, zone).utf8)))
        }
        let index = EvidenceIndex(
            format: Self.format, notice: notice, at: basis.at, recorded: recorded, plan: basis.plan, area: basis.area,
            planHash: planHash, planParts: planParts, headBefore: headBefore, head: head)
        return index.folder(of: files, readme: EvidenceReadme.text, hash: hash)
    }
}

/// `decision.json`: what was decided, and the clause that was true with its values.
enum DecisionRecordJSON {
    static func text(_ decision: Decision, _ plan: Plan) -> String {
        let zone = plan.zone
        return JSONWriter.object { json in
            json.field("id", decision.id)
            json.field("at", zone.stamp(decision.at))
            json.field("area", decision.area)
            json.field("kind", decision.kind.rawValue)
            level(decision.from, "from", &json)
            level(decision.to, "to", &json)
            json.field("response", optional: decision.response.map { zone.stamp($0) })
            json.field("episode", zone.stamp(decision.episode))
            json.key("evidence")
            json.array { json in for evidence in decision.evidence { EvidenceJSON.write(evidence, plan, &json) } }
        } + "\n"
    }

    private static func level(_ id: String?, _ key: String, _ json: inout JSONWriter) {
        json.key(key)
        if let id { json.string(id) } else { json.null() }
    }
}

/// `standing.json`: what was in force before the decision.
enum StandingJSON {
    static func text(_ standing: Standing, _ zone: Zone) -> String {
        JSONWriter.object { json in
            json.key("level")
            if let level = standing.level { json.string(level) } else { json.null() }
            json.field("episode", optional: standing.episode.map { zone.stamp($0) })
            json.field("since", optional: standing.since.map { zone.stamp($0) })
            json.key("responses")
            json.array { json in
                for start in standing.responses.starts {
                    json.object { json in
                        json.field("at", zone.stamp(start.at))
                        json.field("level", start.level)
                    }
                }
            }
        } + "\n"
    }
}
