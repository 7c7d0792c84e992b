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
        let plan = planParts.enumerated().map { (part: $1, path: Self.path(of: $1, $0)) }
        let index = index(files.map { ($0.name, $0.bytes.count, hash($0.bytes)) }, plan)
        for (part, path) in plan { if let bytes = part.bytes, let path { files.append((path, bytes)) } }
        files.append((EvidenceName.index, Array(index.utf8)))
        files.append((EvidenceName.readme, Array(EvidenceReadme.text.utf8)))
        return files.map { ("\(Self.folder)/\($0.name)", $0.bytes) }
    }

    /// Where a file of the plan lies in the folder; nil for a table.
    private static func path(of part: PlanPart, _ index: Int) -> String? {
        guard part.bytes != nil else { return nil }
        let isPlain =
            part.name.utf8.count <= 200 && !part.name.hasPrefix(".")
            && part.name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
        return "\(EvidenceName.plan)/\(isPlain ? part.name : "\(index).plan")"
    }

    private func index(
        _ files: [(name: String, size: Int, hash: String)], _ plan: [(part: PlanPart, path: String?)]
    ) -> String {
        let zone = basis.plan.zone
        return JSONWriter.object { json in
            json.field("format", Self.format)
            json.field("program", LantianVersion.text)
            json.field("notice", notice)
            json.field("at", zone.stamp(basis.at))
            json.field("recorded", zone.stamp(recorded))
            json.key("area")
            json.object { json in
                json.field("id", basis.area.id)
                json.field("name", basis.area.name)
                json.strings("stations", basis.area.stations)
            }
            json.key("plan")
            json.object { json in
                json.field("name", basis.plan.name)
                json.field("zone", zone.name)
                json.field("hash", planHash)
                json.key("files")
                json.array { json in
                    for (part, path) in plan {
                        json.object { json in
                            json.field("name", part.name)
                            json.field("bytes", part.size)
                            json.field("sha256", part.hash)
                            json.field("path", optional: path)
                        }
                    }
                }
            }
            json.key("ledger")
            json.object { json in
                json.field("before", headBefore)
                json.field("head", head)
            }
            json.key("files")
            json.array { json in
                for file in files {
                    json.object { json in
                        json.field("name", file.name)
                        json.field("bytes", file.size)
                        json.field("sha256", file.hash)
                    }
                }
            }
        } + "\n"
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
