import AirQuality
import Desk
import Presentation
import Warnings

/// `extension.json` and `ends.json`: how a stated end moved, and on what it rests.
enum ExtensionJSON {
    static func text(_ moved: Extension, _ zone: Zone) -> String {
        JSONWriter.object { json in
            json.field("id", moved.id)
            json.field("at", zone.stamp(moved.at))
            json.field("area", moved.area)
            json.field("level", moved.level)
            json.field("episode", zone.stamp(moved.episode))
            json.field("number", moved.number)
            json.field("previousEnd", optional: moved.oldEnd.map { zone.stamp($0) })
            json.field("end", optional: moved.newEnd.map { zone.stamp($0) })
            json.strings("documents", moved.documents)
            if let entry = moved.entry {
                json.key("entry")
                json.object { json in
                    json.field("user", entry.recorder.user)
                    json.field("id", entry.recorder.id)
                    json.field("at", zone.stamp(entry.at))
                    json.field("signedBy", optional: entry.signature?.name)
                    json.field("post", optional: entry.signature?.post)
                }
            }
        } + "\n"
    }

    static func bases(_ moved: Extension, _ zone: Zone) -> String {
        JSONWriter.object { json in
            for (key, basis) in [("before", moved.before), ("after", moved.after)] {
                json.key(key)
                json.object { json in write(basis, zone, &json) }
            }
        } + "\n"
    }

    private static func write(_ basis: EndBasis, _ zone: Zone, _ json: inout JSONWriter) {
        json.field("at", zone.stamp(basis.at))
        json.field("own", optional: basis.own)
        json.key("directives")
        json.array { json in
            for directive in basis.directives {
                json.object { json in
                    json.field("document", directive.document)
                    json.field("office", directive.office)
                    let (demand, level) = words(directive.demand)
                    json.field("demand", demand)
                    json.field("level", optional: level)
                    json.field("from", zone.stamp(directive.from))
                    json.field("until", optional: directive.until.map { zone.stamp($0) })
                    json.field("basis", directive.basis)
                }
            }
        }
    }

    private static func words(_ demand: Directive.Demand) -> (String, level: String?) {
        switch demand {
        case .atLeast(let level): ("atLeast", level)
        case .exactly(let level): ("exactly", level)
        case .mayLift: ("mayLift", nil)
        }
    }

    // MARK: Reading

    /// Nil where something in it is not what it should be.
    static func basis(_ json: JSONValue?, area: String) -> EndBasis? {
        guard let at = slot(json?["at"]), let listed = json?["directives"]?.elements else { return nil }
        let directives = listed.compactMap { directive($0, area) }
        guard directives.count == listed.count else { return nil }
        return EndBasis(at: at, own: json?["own"]?.text, directives: directives)
    }

    private static func directive(_ json: JSONValue, _ area: String) -> Directive? {
        guard let document = json["document"]?.text, let office = json["office"]?.text, let from = slot(json["from"]),
            let basis = json["basis"]?.text
        else { return nil }
        let demand: Directive.Demand
        switch (json["demand"]?.text, json["level"]?.text) {
        case ("atLeast", let level?): demand = .atLeast(level)
        case ("exactly", let level): demand = .exactly(level)
        case ("mayLift", nil): demand = .mayLift
        default: return nil
        }
        if json["until"] != nil, slot(json["until"]) == nil { return nil }
        return Directive(
            document: document, office: office, areas: [area], demand: demand, from: from, until: slot(json["until"]),
            basis: basis)
    }

    static func slot(_ json: JSONValue?) -> HourSlot? {
        guard let instant = json?.text.flatMap({ Instant($0) }), instant.seconds % 3600 == 0 else { return nil }
        return instant.hourFloor
    }

    /// Who entered it, as stated; that is shown by the ledger alone.
    static func entry(_ json: JSONValue?) -> Extension.Entry? {
        guard let user = json?["user"]?.text, case .number(let digits)? = json?["id"], let id = UInt32(digits),
            let at = json?["at"]?.text.flatMap({ Instant($0) })
        else { return nil }
        let signature = json?["signedBy"]?.text.map { Signature(name: $0, post: json?["post"]?.text, channel: .paper) }
        return Extension.Entry(recorder: Recorder(user: user, id: id), at: at, signature: signature)
    }
}
