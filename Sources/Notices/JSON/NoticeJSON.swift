import AirQuality
import Desk
import Orders
import PlanModel
import Presentation
import Warnings

/// The notice for machines: one JSON object on one line, keys in fixed order (docs/notices.md).
enum NoticeJSON {
    static func text(of notice: Notice) -> String {
        let zone = notice.plan.zone
        return JSONWriter.object { json in
            json.field("format", "lantian-notice-1")
            json.field("identifier", notice.identifier)
            json.field("status", notice.status.rawValue)
            json.field("mark", optional: notice.mark?.chinese)
            json.field("sent", zone.stamp(notice.sent))
            json.field("document", optional: notice.document)
            json.field("title", notice.chineseTitle)
            json.field("titleEnglish", notice.englishHeadline)
            json.key("area")
            area(notice.area, &json)
            json.key("plan")
            json.object { json in
                json.field("name", notice.plan.name)
                json.strings("basis", notice.plan.basis)
                json.field("zone", zone.name)
                json.field("hash", notice.planHash)
            }
            json.field("logHead", notice.head)
            json.field("issuer", notice.issuer)
            json.field("contact", optional: notice.contact)
            if !notice.forecasters.isEmpty { json.strings("forecasters", notice.forecasters) }
            json.key("addressees")
            json.object { json in
                json.strings("counties", notice.area.counties)
                json.strings("bureaus", notice.addressees.bureaus)
            }
            if !notice.directives.isEmpty {
                json.key("directives")
                json.array { json in for directive in notice.directives { BasisJSON.write(directive, zone, &json) } }
            }
            json.field("sender", notice.sender)
            json.key("references")
            json.array { json in
                for earlier in notice.earlier {
                    json.object { json in
                        json.field("sender", notice.earlierSender)
                        json.field("identifier", earlier.identifier)
                        json.field("sent", zone.stamp(earlier.sent))
                    }
                }
            }
            switch notice.telling {
            case .decision(let decision):
                json.key("decision")
                self.decision(decision, notice, &json)
            case .silence(let silence):
                json.key("silence")
                self.silence(silence, notice.plan, &json)
            case .supplement(let supplement):
                json.key("supplement")
                self.supplement(supplement, notice, &json)
            case .message(let message):
                json.key("message")
                self.message(message, zone, &json)
            }
            if let orders = notice.orders {
                json.key("orders")
                orders.writeSummary(&json)
            }
        } + "\n"
    }

    private static func area(_ area: Area, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", area.id)
            json.field("name", area.name)
            json.field("code", optional: area.code)
        }
    }

    private static func decision(_ decision: Decision, _ notice: Notice, _ json: inout JSONWriter) {
        let zone = notice.plan.zone
        let facts = notice.facts(decision)
        json.object { json in
            json.field("id", decision.id)
            json.field("at", zone.stamp(decision.at))
            json.field("kind", decision.kind.rawValue)
            json.key("from")
            level(decision.from, notice.plan, &json)
            json.key("to")
            level(decision.to, notice.plan, &json)
            json.field("response", optional: decision.response.map { zone.stamp($0) })
            json.field("episode", zone.stamp(decision.episode))
            json.field("inForce", optional: notice.status == .draft ? nil : zone.stamp(decision.inForce))
            json.field("decidedBy", BasisJSON.word(decision.basis))
            json.key("approval")
            approval(facts.approval, decision.basis, &json)
            if let basis = decision.basis {
                json.key("basis")
                BasisJSON.write(basis, zone, &json)
            }
            if let period = facts.period {
                json.key("period")
                json.object { json in
                    json.field("start", zone.stamp(period.lowerBound))
                    json.field("end", zone.stamp(period.upperBound))
                }
            }
            json.strings("primary", facts.summary.primary.members.map(\.name))
            json.field("grade", optional: facts.summary.grade?.chinese)
            json.key("values")
            json.array { json in for extent in facts.summary.extents { self.extent(extent, &json) } }
            if facts.isEnd {
                json.strings("standingSeasons", facts.measures(notice.plan).seasons)
                json.field("ordersAssessment", decision.kind == .lift)
            }
            json.key("evidence")
            json.array { json in
                for evidence in decision.evidence { EvidenceJSON.write(evidence, notice.plan, &json) }
            }
        }
    }

    private static func extent(_ extent: ValueSummary.Extent, _ json: inout JSONWriter) {
        json.object { json in
            json.field("quantity", extent.quantity)
            json.field("unit", optional: extent.unit)
            json.key("low")
            json.raw(Comparison.text(thousandths: extent.low))
            json.key("high")
            json.raw(Comparison.text(thousandths: extent.high))
            guard let mean = extent.mean else { return }
            json.key("mean")
            json.raw(Comparison.text(thousandths: mean))
        }
    }

    /// Null where there is no level.
    private static func level(_ id: String?, _ plan: Plan, _ json: inout JSONWriter) {
        guard let id else {
            json.null()
            return
        }
        let level = plan.levels.first { $0.id == id }
        json.object { json in
            json.field("id", id)
            json.field("name", optional: level?.name)
            json.field("response", optional: level?.response)
        }
    }

    /// What the plan asks for, and whether it was given.
    private static func approval(_ approval: Approval, _ basis: DecisionBasis?, _ json: inout JSONWriter) {
        json.object { json in
            switch approval {
            case .unstated: json.field("required", "unstated")
            case .automatic: json.field("required", "automatic")
            case .by(let name, let within, let remind):
                json.field("required", "by")
                json.field("by", name)
                if let within { json.field("withinHours", within) }
                json.field("remind", optional: remind)
            }
            json.field("acted", BasisJSON.word(basis) == "approval")
        }
    }

    private static func supplement(_ supplement: Supplement, _ notice: Notice, _ json: inout JSONWriter) {
        let zone = notice.plan.zone
        json.object { json in
            json.field("id", supplement.id)
            json.field("kind", "补充通知")
            json.field("at", zone.stamp(supplement.at))
            json.key("level")
            level(supplement.level, notice.plan, &json)
            json.field("episode", zone.stamp(supplement.episode))
            json.field("start", zone.stamp(supplement.start))
            json.field("cause", supplement.cause.rawValue)
            json.field("record", supplement.record)
        }
    }

    private static func message(_ message: Message, _ zone: Zone, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", message.id)
            json.field("kind", message.kind)
            json.field("at", zone.stamp(message.at))
            json.strings("lines", message.chineseLines)
            json.strings("linesEnglish", message.englishLines)
            for field in message.fields {
                if field.values.count == 1 {
                    json.field(field.name, field.values[0])
                } else {
                    json.strings(field.name, field.values)
                }
            }
        }
    }

    private static func silence(_ silence: Silence, _ plan: Plan, _ json: inout JSONWriter) {
        json.object { json in
            json.field("id", silence.id)
            json.field("at", plan.zone.stamp(silence.at))
            json.field("feed", silence.feed.rawValue)
            json.field("state", silence.state)
            json.field("last", optional: silence.last.map { plan.zone.stamp($0) })
            json.field("limitHours", silence.feed.limit(in: plan))
        }
    }
}
