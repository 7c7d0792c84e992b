import AirQuality
import PlanModel
import Presentation

/// `evidence.json`, and with it the whole folder: where the evidence stands in the ledger, and what all its files are.
struct EvidenceIndex {
    typealias PlanPart = DecisionEvidence.PlanPart

    var format: String
    var notice: String
    var at: HourSlot
    var recorded: Instant
    var plan: Plan
    var area: Area
    var planHash: String
    var planParts: [PlanPart]
    var headBefore: String
    var head: String

    /// The files below the notice's own folder.
    ///
    /// - Parameters:
    ///   - files: What the evidence itself consists of, by names in the folder.
    ///   - hash: SHA-256 of bytes in 64 hexadecimal digits.
    func folder(
        of files: [(name: String, bytes: [UInt8])], readme: String, hash: ([UInt8]) -> String
    ) -> [(name: String, bytes: [UInt8])] {
        let plan = planParts.enumerated().map { (part: $1, path: Self.path(of: $1, $0)) }
        let index = text(files.map { ($0.name, $0.bytes.count, hash($0.bytes)) }, plan)
        var all = files
        for (part, path) in plan { if let bytes = part.bytes, let path { all.append((path, bytes)) } }
        all.append((EvidenceName.index, Array(index.utf8)))
        all.append((EvidenceName.readme, Array(readme.utf8)))
        return all.map { ("\(DecisionEvidence.folder)/\($0.name)", $0.bytes) }
    }

    /// Where a file of the plan lies in the folder; nil for a table.
    private static func path(of part: PlanPart, _ index: Int) -> String? {
        guard part.bytes != nil else { return nil }
        let isPlain =
            part.name.utf8.count <= 200 && !part.name.hasPrefix(".")
            && part.name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") }
        return "\(EvidenceName.plan)/\(isPlain ? part.name : "\(index).plan")"
    }

    private func text(
        _ files: [(name: String, size: Int, hash: String)], _ parts: [(part: PlanPart, path: String?)]
    ) -> String {
        let zone = plan.zone
        return JSONWriter.object { json in
            json.field("format", format)
            json.field("program", LantianVersion.text)
            json.field("notice", notice)
            json.field("at", zone.stamp(at))
            json.field("recorded", zone.stamp(recorded))
            json.key("area")
            json.object { json in
                json.field("id", area.id)
                json.field("name", area.name)
                json.strings("stations", area.stations)
            }
            json.key("plan")
            json.object { json in
                json.field("name", plan.name)
                json.field("zone", zone.name)
                json.field("hash", planHash)
                json.key("files")
                json.array { json in
                    for (part, path) in parts {
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
