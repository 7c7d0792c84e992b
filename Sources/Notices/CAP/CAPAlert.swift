import AirQuality
import Desk
import PlanModel
import Warnings

/// The notice as an alert of the Common Alerting Protocol, OASIS CAP 1.2.
enum CAPAlert {
    private static let namespace = "urn:oasis:names:tc:emergency:cap:1.2"

    static func text(of notice: Notice) -> String {
        let scales = scales(of: notice)
        var writer = XMLWriter()
        writer.element("alert", attributes: [("xmlns", namespace)]) { writer in
            head(of: notice, scales, &writer)
            info(of: notice, "zh-CN", Account.chinese(notice), scales, &writer)
            info(of: notice, "en-US", Account.english(notice), scales, &writer)
        }
        return writer.text
    }

    private static func scales(of notice: Notice) -> CAPScales {
        switch notice.telling {
        case .decision(let decision): CAPScales(notice.facts(decision), sent: notice.sent)
        case .silence(let silence): CAPScales(SilenceFacts(silence))
        case .supplement(let supplement): CAPScales(SupplementFacts(supplement, in: notice.plan), sent: notice.sent)
        case .message(let message): message.scales
        }
    }

    private static func head(of notice: Notice, _ scales: CAPScales, _ writer: inout XMLWriter) {
        writer.element("identifier", notice.identifier)
        writer.element("sender", notice.sender)
        writer.element("sent", notice.plan.zone.stamp(notice.sent))
        // Silences and calls to the desk concern the alerting system itself and those who run it, not the public.
        let isSystem =
            switch notice.matter {
            case .silence, .reminder: notice.status == .actual
            case .decision, .supplement, .bulletin, .highValue, .extend, .correction: false
            }
        writer.element("status", isSystem ? "System" : notice.status.rawValue)
        writer.element("msgType", scales.messageType)
        let restriction = restriction(of: notice)
        writer.element("scope", restriction == nil ? "Public" : "Restricted")
        writer.element("restriction", optional: restriction)
        writer.element("note", optional: notice.mark?.note)
        if !notice.earlier.isEmpty { writer.element("references", references(of: notice)) }
        if let episode = notice.matter.episode {
            writer.element("incidents", "\(notice.earlierSender)-\(episode.compactText)")
        }
    }

    /// Whom a message is for that is not for the public; nil: it is.
    private static func restriction(of notice: Notice) -> String? {
        if notice.status == .draft { return "审批人员和值班人员，未生效，不得对外发布 / approvers and the duty desk, not in force" }
        return switch notice.matter {
        case .silence, .reminder: "值班人员 / duty desk"
        case .decision, .supplement, .bulletin, .highValue, .extend, .correction: nil
        }
    }

    /// `sender,identifier,sent` of every earlier message, divided by blanks (CAP 1.2 §3.2.1).
    private static func references(of notice: Notice) -> String {
        notice.earlier.map { "\(notice.earlierSender),\($0.identifier),\(notice.plan.zone.stamp($0.sent))" }.joined(
            separator: " ")
    }

    private static func info(
        of notice: Notice, _ language: String, _ account: Account, _ scales: CAPScales, _ writer: inout XMLWriter
    ) {
        let isChinese = language == "zh-CN"
        writer.element("info") { writer in
            writer.element("language", language)
            writer.element("category", scales.category)
            writer.element("event", account.event)
            for type in scales.responseTypes { writer.element("responseType", type) }
            writer.element("urgency", scales.urgency)
            writer.element("severity", scales.severity)
            writer.element("certainty", scales.certainty)
            writer.element("audience", optional: audience(of: notice, isChinese))
            let times = times(of: notice)
            writer.element("effective", times.effective)
            writer.element("onset", optional: times.onset)
            writer.element("expires", optional: expiry(of: notice, scales))
            writer.element("senderName", isChinese ? notice.issuer : notice.englishIssuer)
            writer.element("headline", account.headline)
            writer.element("description", account.description.joined(separator: "\n"))
            writer.element("instruction", account.instruction.joined(separator: "\n"))
            writer.element("contact", optional: notice.contact)
            for (name, value) in parameters(of: notice) {
                writer.element("parameter") { writer in
                    writer.element("valueName", name)
                    writer.element("value", value)
                }
            }
            area(of: notice, isChinese, &writer)
        }
    }

    /// To whom it goes, where that is not the public.
    private static func audience(of notice: Notice, _ isChinese: Bool) -> String? {
        switch notice.matter {
        case .decision, .supplement, .bulletin, .highValue, .extend, .correction: nil
        case .silence: isChinese ? "值班人员" : "duty desk"
        case .reminder(let reminder):
            isChinese ? notice.message(reminder).chineseAudience : notice.message(reminder).englishAudience
        }
    }

    /// The hour from which it is in force, and the start of the response.
    private static func times(of notice: Notice) -> (effective: String, onset: String?) {
        let zone = notice.plan.zone
        return switch notice.matter {
        case .decision(let decision): (zone.stamp(decision.inForce), decision.response.map { zone.stamp($0) })
        case .silence(let silence): (zone.stamp(silence.at), nil)
        case .supplement(let supplement):
            (
                zone.stamp(supplement.at),
                SupplementFacts(supplement, in: notice.plan).isAtOnce ? nil : zone.stamp(supplement.start)
            )
        case .reminder(let reminder): (zone.stamp(reminder.at), nil)
        case .bulletin(let bulletin): (zone.stamp(bulletin.at), nil)
        case .highValue(let value): (zone.stamp(value.at), zone.stamp(value.since))
        case .extend(let moved): (zone.stamp(moved.at), nil)
        case .correction(let correction): (zone.stamp(correction.at), nil)
        }
    }

    /// Hours after which the word that something is over is spent.
    private static let hoursOfAllClear: Int64 = 24

    /// Of what is over, of an end that directives state, and of a high value, which is made known anew where it is still one: else a
    /// warning stays in force until an update or a cancel, never because data stopped.
    private static func expiry(of notice: Notice, _ scales: CAPScales) -> String? {
        if case .highValue(let value) = notice.matter { return notice.plan.zone.stamp(value.at + min(value.everyHours, 240)) }
        if case .extend(let moved) = notice.matter { return moved.newEnd.map { notice.plan.zone.stamp($0) } }
        guard scales.urgency == "Past" else { return nil }
        return notice.plan.zone.stamp(Instant(seconds: notice.sent.seconds + hoursOfAllClear * 3600))
    }

    private static func parameters(of notice: Notice) -> [(String, String)] {
        var parameters: [(String, String)]
        switch notice.telling {
        case .decision(let decision):
            let facts = notice.facts(decision)
            parameters = [
                ("decision", decision.id), ("kind", decision.kind.rawValue), ("level", facts.to?.id ?? Decision.none),
                ("previousLevel", facts.from?.id ?? Decision.none),
            ]
            if let period = facts.period {
                parameters += [
                    ("periodStart", notice.plan.zone.stamp(period.lowerBound)),
                    ("periodEnd", notice.plan.zone.stamp(period.upperBound)),
                ]
            }
            let primary = facts.summary.primary.members.map(\.name)
            if !primary.isEmpty { parameters.append(("primaryPollutants", primary.joined(separator: " "))) }
            if let response = facts.to?.response { parameters.append(("responseLevel", response)) }
            if let cites = facts.groups.first?.cites(joinedBy: "; ") { parameters.append(("criteria", cites)) }
            parameters += basis(facts, notice.plan.zone)
        case .supplement(let supplement):
            let level = LevelFacts(named: supplement.level, in: notice.plan)
            parameters = [
                ("supplement", supplement.id), ("kind", Notice.supplementKind), ("level", level.id),
                ("previousLevel", level.id), ("cause", supplement.cause.rawValue),
            ]
            if let response = level.response { parameters.append(("responseLevel", response)) }
        case .silence(let silence):
            parameters = [
                ("decision", silence.id), ("kind", SilenceFacts(silence).kind), ("feed", silence.feed.rawValue),
                ("state", silence.state),
            ]
        case .message(let message): parameters = self.parameters(of: message)
        }
        return parameters + notice.forecasters.map { ("forecastBy", $0) } + [
            ("plan", notice.planName), ("planHash", PlainText.line(notice.planHash)), ("logHead", PlainText.line(notice.head)),
        ]
    }

    private static func parameters(of message: Message) -> [(String, String)] {
        [("message", message.id), ("kind", message.kind)]
            + message.fields.flatMap { field in field.values.map { (field.name, $0) } }
    }

    /// What the decision stands on: who answers for it, and apart from that who recorded it.
    private static func basis(_ facts: DecisionFacts, _ zone: Zone) -> [(String, String)] {
        var parameters = [("decidedBy", BasisJSON.word(facts.decision.basis))]
        if let document = facts.basis.document { parameters.append(("document", document)) }
        switch facts.basis.kind {
        case .plan, .proposal: break
        case .approval(let signer, let approver):
            parameters += [("approver", approver)] + signed(signer, zone)
        case .consultation(let signer, let because, let ruled):
            parameters += [("because", because), ("ruled", ruled?.id ?? Decision.none)] + signed(signer, zone)
        case .directive(let documents): parameters += documents.map { ("directive", $0) }
        }
        return parameters
    }

    private static func signed(_ signer: BasisFacts.Signer, _ zone: Zone) -> [(String, String)] {
        [
            ("signedBy", BasisWords.person(signer)), ("signedAt", zone.stamp(signer.at)), ("channel", signer.channel.rawValue),
            ("recordedBy", "\(PlainText.line(signer.recorder.user, limit: 60)) (\(signer.recorder.id))"),
        ]
    }

    private static func area(of notice: Notice, _ isChinese: Bool, _ writer: inout XMLWriter) {
        writer.element("area") { writer in
            writer.element("areaDesc", isChinese ? notice.areaName : notice.englishArea)
            writer.element("polygon", optional: notice.area.polygon)
            guard let code = notice.areaCode else { return }
            writer.element("geocode") { writer in
                writer.element("valueName", "GB/T 2260")
                writer.element("value", code)
            }
        }
    }
}
