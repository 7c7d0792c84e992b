import AirQuality
import Desk
import Orders
import PlanModel
import Warnings

/// The fields of a notice in Chinese, safe to show, as templates name them. What a notice does not have is left out.
public struct NoticeFields: Sendable {
    public enum Value: Hashable, Sendable {
        case text(String)
        case list([String])
        case flag(Bool)
    }

    public private(set) var values: [FieldName: Value] = [:]

    /// Nil for a silence and for a reminder, which concern the duty desk alone, and for advice, alerts and corrections, which no
    /// template speaks of.
    public init?(_ notice: Notice) {
        switch notice.matter {
        case .silence, .reminder, .bulletin, .highValue, .correction: return nil
        case .decision(let decision): add(notice.facts(decision), notice)
        case .supplement(let supplement): add(SupplementFacts(supplement, in: notice.plan), notice)
        case .extend(let moved): add(moved, notice)
        }
        let zone = notice.plan.zone
        set(.title, notice.chineseTitle)
        set(.headline, notice.chineseHeadline)
        set(.mark, notice.mark?.chineseTag)
        set(.document, notice.document)
        set(.addressees, notice.addressees.chinese)
        set(.issuer, notice.issuer)
        set(.contact, notice.contact)
        set(.forecasters, notice.forecasters)
        let date = zone.date(of: notice.sent.shown.hourFloor).civil
        set(.date, "\(date.year)年\(date.month)月\(date.day)日")
        set(.time, zone.chinese(notice.sent))
        set(.area, notice.areaName)
        set(.areaCode, notice.areaCode)
        set(.plan, notice.planName)
        set(.basis, notice.plan.basis.map { PlainText.line($0) }.filter { !$0.isEmpty }.joined(separator: "、"))
        set(.attachments, notice.attachments)
        set(.references, notice.earlier.map { "\(zone.chinese($0.sent)) \($0.identifier)" })
        set(.identifier, notice.identifier)
        set(.planVersion, PlainText.line(notice.planHash))
        set(.logHead, PlainText.line(notice.head))
        set(.isDrill, notice.status == .exercise)
        set(.isDraft, notice.status == .draft)
        set(.hasOrders, notice.orders != nil)
    }

    private mutating func set(_ name: FieldName, _ text: String?) {
        if let text, !text.isEmpty { values[name] = .text(text) }
    }

    private mutating func set(_ name: FieldName, _ list: [String]) { if !list.isEmpty { values[name] = .list(list) } }

    private mutating func set(_ name: FieldName, _ flag: Bool) { values[name] = .flag(flag) }

    private mutating func add(_ facts: DecisionFacts, _ notice: Notice) {
        let zone = notice.plan.zone
        let decision = facts.decision
        set(.kind, Self.word(decision.kind))
        for (name, kind) in [
            (FieldName.isIssue, Decision.Kind.issue), (.isEscalate, .escalate), (.isDowngrade, .downgrade), (.isLift, .lift),
            (.isCancel, .cancel),
        ] { set(name, decision.kind == kind) }
        set(.isEnd, facts.isEnd)
        set(.oldLevel, facts.from?.name ?? "无")
        set(.newLevel, facts.to?.name ?? "无")
        add(facts.subject)
        set(.response, ChineseWords.response(facts, zone))
        set(.responseStart, decision.response.map { zone.chinese($0) })
        set(.effective, zone.chinese(decision.inForce))
        set(.decidedAt, zone.chinese(decision.at))
        if !facts.isEnd { set(.end, notice.chineseEnd) }
        set(.period, facts.period.map { "\(zone.chinese($0.lowerBound))至\(zone.chinese($0.upperBound))" })
        set(.grade, facts.summary.grade?.chinese)
        set(.primary, ChineseWords.primary(facts.summary.primary))
        set(.values, facts.summary.extents.map(\.chineseWithMean).joined(separator: "；"))
        set(.sources, facts.summary.origins.map(ValueTable.origin).joined(separator: "、"))
        set(.decidedBy, BasisWords.sentence(facts.basis, zone))
        set(.signer, facts.basis.signer.map(BasisWords.person))
        if case .consultation(_, let because, _) = facts.basis.kind { set(.because, because) }
        if case .directive(let documents) = facts.basis.kind {
            set(.directives, notice.directives.isEmpty ? documents : BasisWords.cited(notice.directives, zone))
        }
        set(
            .clauses,
            facts.groups.map { group in
                group.chineseName + (group.cites(joinedBy: "、").map { "（依据\($0)）" } ?? "") + "："
                    + group.evidence.finding.chinese(group.wording)
            })
        set(.health, ChineseWords.health(facts).joined())
        if !facts.isEnd { set(.recommended, ChineseWords.recommended) }
        set(.mandatory, ChineseWords.mandatory(facts, hasOrders: notice.orders != nil))
        let measures = facts.measures(notice.plan)
        if !facts.isEnd { set(.measures, measures.chinese) }
        set(.standing, measures.seasons)
        set(.duties, ChineseWords.duties(facts, notice))
        set(.decision, decision.id)
    }

    private mutating func add(_ facts: SupplementFacts, _ notice: Notice) {
        let zone = notice.plan.zone
        set(.kind, "补充通知")
        set(.isSupplement, true)
        set(.oldLevel, facts.level.name)
        set(.newLevel, facts.level.name)
        add(facts.level)
        set(.response, "\(facts.level.chineseResponse)不变")
        set(.responseStart, zone.chinese(facts.supplement.start))
        set(.effective, zone.chinese(facts.supplement.start))
        set(.decidedAt, zone.chinese(facts.supplement.at))
        set(.because, facts.chineseCause)
        set(.mandatory, ChineseWords.supplement(facts, zone).joined())
        set(.duties, [ChineseWords.supplementTask])
        set(.decision, facts.supplement.id)
    }

    private mutating func add(_ moved: Extension, _ notice: Notice) {
        let zone = notice.plan.zone
        let level = LevelFacts(named: moved.level, in: notice.plan)
        let message = notice.message(moved)
        set(.kind, moved.move == .later ? "延长" : "调整截止时间")
        set(.isExtend, true)
        set(.oldLevel, level.name)
        set(.newLevel, level.name)
        add(level)
        set(.response, "\(level.chineseResponse)不变")
        set(.effective, zone.chinese(moved.at))
        set(.decidedAt, zone.chinese(moved.at))
        set(.oldEnd, moved.oldEnd.map { zone.chinese($0) } ?? "另行通知")
        set(.end, moved.newEnd.map { zone.chinese($0) } ?? "另行通知")
        set(.decidedBy, message.chineseLines[1])
        set(.directives, BasisWords.cited(moved.directives, zone))
        set(.mandatory, message.chineseTasks[0])
        set(.duties, [message.chineseTasks[0]])
        set(.decision, moved.id)
    }

    private mutating func add(_ level: LevelFacts?) {
        set(.level, level?.name)
        set(.responseLevel, level?.response)
    }

    private static func word(_ kind: Decision.Kind) -> String {
        switch kind {
        case .issue: "发布"
        case .escalate: "升级"
        case .downgrade: "降级"
        case .lift: "解除"
        case .cancel: "取消"
        }
    }

    // MARK: Counties

    /// The fields for each county of the area, with what its orders come to.
    public static func ofCounties(_ notice: Notice) -> [(county: String, fields: NoticeFields)] {
        guard let fields = NoticeFields(notice) else { return [] }
        let groups = notice.orders?.balance.counties ?? []
        let counties = groups.isEmpty ? notice.area.counties : groups.map(\.name)
        return counties.map { county in
            var own = fields
            own.set(.county, PlainText.line(county, limit: 60))
            guard let group = groups.first(where: { $0.name == county }) else { return (county, own) }
            own.set(.countyOrders, "\(group.orders)")
            own.set(.countySO2, group.reductionText(.so2))
            own.set(.countyNOx, group.reductionText(.nox))
            own.set(.countyPM, group.reductionText(.pm))
            own.set(.countyVOCs, group.reductionText(.vocs))
            own.set(.countyFile, "orders/\(PlainText.line(county, limit: 60)).csv")
            return (county, own)
        }
    }
}
