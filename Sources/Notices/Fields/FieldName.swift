/// A field of a notice that a template may name, in English or in Chinese (docs/notices.md).
public enum FieldName: String, CaseIterable, Hashable, Sendable {
    case title, headline, mark, kind, document, addressees, issuer, date, time, area, areaCode
    case oldLevel, newLevel, level, responseLevel, response, responseStart, effective, decidedAt, oldEnd, end, period
    case grade, primary, values, sources, decidedBy, signer, directives, because, plan, basis, clauses
    case health, recommended, mandatory, measures, standing, duties, attachments, references
    case identifier, decision, planVersion, logHead, contact, forecasters
    case isIssue, isEscalate, isDowngrade, isLift, isCancel, isEnd, isSupplement, isExtend, isDrill, isDraft, hasOrders
    // Of a county sheet alone.
    case county, countyOrders, countySO2, countyNOx, countyPM, countyVOCs, countyFile

    public enum Kind: Sendable { case text, list, flag }

    public var kind: Kind {
        switch self {
        case .measures, .duties, .attachments, .references, .clauses, .directives, .standing, .forecasters: .list
        case .isIssue, .isEscalate, .isDowngrade, .isLift, .isCancel, .isEnd, .isSupplement, .isExtend, .isDrill, .isDraft,
            .hasOrders:
            .flag
        default: .text
        }
    }

    /// Whether only a county sheet has it.
    public var isOfCounty: Bool {
        switch self {
        case .county, .countyOrders, .countySO2, .countyNOx, .countyPM, .countyVOCs, .countyFile: true
        default: false
        }
    }

    /// By its English or its Chinese name.
    public init?(_ name: String) {
        guard let field = FieldName(rawValue: name) ?? Self.allCases.first(where: { $0.chinese == name }) else { return nil }
        self = field
    }

    public var chinese: String {
        switch self {
        case .title: "标题"
        case .headline: "提要"
        case .mark: "标记"
        case .kind: "类型"
        case .document: "文号"
        case .addressees: "主送"
        case .issuer: "发布机构"
        case .date: "日期"
        case .time: "时间"
        case .area: "区域"
        case .areaCode: "区划代码"
        case .oldLevel: "原级别"
        case .newLevel: "新级别"
        case .level: "级别"
        case .responseLevel: "响应级别"
        case .response: "响应"
        case .responseStart: "启动时间"
        case .effective: "生效时间"
        case .decidedAt: "判定时间"
        case .oldEnd: "原结束时间"
        case .end: "结束时间"
        case .period: "预计时段"
        case .grade: "污染程度"
        case .primary: "首要污染物"
        case .values: "范围与均值"
        case .sources: "数据依据"
        case .decidedBy: "决定依据"
        case .signer: "签批人"
        case .directives: "上级指令"
        case .because: "会商理由"
        case .plan: "预案"
        case .basis: "制定依据"
        case .clauses: "成立条款"
        case .health: "健康防护"
        case .recommended: "建议性措施"
        case .mandatory: "强制性措施"
        case .measures: "分类措施"
        case .standing: "继续执行"
        case .duties: "报送要求"
        case .attachments: "附件"
        case .references: "前序通告"
        case .identifier: "通告编号"
        case .decision: "决定编号"
        case .planVersion: "预案版本"
        case .logHead: "日志记录"
        case .contact: "联系方式"
        case .forecasters: "预报单位"
        case .isIssue: "是发布"
        case .isEscalate: "是升级"
        case .isDowngrade: "是降级"
        case .isLift: "是解除"
        case .isCancel: "是取消"
        case .isEnd: "是终止"
        case .isSupplement: "是补充"
        case .isExtend: "是延长"
        case .isDrill: "是演练"
        case .isDraft: "是草稿"
        case .hasOrders: "有指令"
        case .county: "县区"
        case .countyOrders: "县区指令数"
        case .countySO2: "县区SO2减排"
        case .countyNOx: "县区NOx减排"
        case .countyPM: "县区PM减排"
        case .countyVOCs: "县区VOCs减排"
        case .countyFile: "县区指令文件"
        }
    }
}
