/// The columns of each table (docs/list.md).
///
/// Beside these a table of enterprises may have `pledge_LEVEL` and a table of lines a column named as each level of the plan.
public enum TableLayout {
    static let emissions = EmittedPollutant.allCases.map { pollutant in
        ColumnLayout(
            pollutant.name.lowercased(), ["\(pollutant.name)日排放量", pollutant.name], .number, unit: "kg/d", required: false,
            "emission of \(pollutant.name); blank: none")
    }

    /// Grades of the key industries, and of the others (环办大气函〔2020〕340号).
    public static let grades: [ColumnType.Choice] = [
        .init("A", "A级"), .init("B", "B级"), .init("B-", "B-级"), .init("C", "C级"), .init("D", "D级"),
        .init("leading", "引领性"), .init("ordinary", "非引领性"), .init("pending", "申报中", "待定"),
    ]

    static let enterprises: [ColumnLayout] =
        [
            .init(
                "credit_code", ["统一社会信用代码"], .text, required: true, "unified social credit code (GB 32100-2015), 18 characters"),
            .init("name", ["企业名称"], .text, required: true, "name"),
            .init("permit", ["排污许可证编号"], .text, "discharge permit"),
            .init("county", ["县区", "县（市、区）"], .name, required: true, "county or district, one that the plan names"),
            .init("longitude", ["经度"], .number, unit: "°", "longitude"),
            .init("latitude", ["纬度"], .number, unit: "°", "latitude"),
            .init("industry", ["行业", "行业类别"], .name, required: true, "industry, one that the plan knows"),
            .init("grade", ["绩效等级", "绩效分级"], .choice(grades), "grade; pending counts as C, blank as D"),
            .init("grade_year", ["评级年度", "绩效评级年度"], .number, "rating year of the grade"),
            .init(
                "class", ["管控类别", "企业类型"],
                .choice([
                    .init("key", "重点行业"), .init("general", "一般工业"), .init("micro", "小微涉气"), .init("guaranteed", "保障类"),
                ]), "class; blank: general"),
        ] + emissions + [
            .init(
                "low_vocs_substitution", ["低VOCs替代", "低VOCs原辅材料替代"],
                .choice([.init("complete", "完成", "全部"), .init("partial", "部分"), .init("none", "无", "未开展")]),
                "replacement of raw materials by low-VOCs ones"),
            .init("treatment_running", ["治理设施运行"], .yesNo(blank: false), "whether the treatment facilities run"),
            .init("emissions_compliant", ["达标排放"], .yesNo(blank: false), "whether emissions comply"),
            .init("running", ["在产", "生产状态"], .yesNo(blank: true), "whether it produces; a unit that stands still stays so"),
            .init("violation", ["违规"], .yesNo(blank: false), "whether measures were skipped or emissions found in breach"),
            .init(
                "guaranteed_percent", ["保障负荷"], .number, unit: "%",
                "share of the load that the guaranteed task needs, 0 to 100; blank: all"),
            .init("pledge", ["自主减排承诺"], .text, "what an autonomous plant pledged, where it is the same at every level"),
            .init("electricity_account", ["用电户号"], .text, "electricity account"),
            .init("contact", ["联系人"], .text, "contact"),
            .init("phone", ["联系电话"], .text, "telephone"),
            .init(
                "upgrade_overdue", ["治理升级逾期"], .yesNo(blank: false), derived: true,
                "whether a facility of it has a deadline before the day of the order and is not completed by that day"),
            .init("filed_plan", ["已备案一厂一策"], .yesNo(blank: false), derived: true, "whether its lines name what stops at a level"),
        ]

    static let lines: [ColumnLayout] =
        [
            .init("credit_code", ["统一社会信用代码"], .text, required: true, "the enterprise it belongs to"),
            .init("line_id", ["生产线编号"], .text, required: true, "id, once within the enterprise"),
            .init("name", ["生产线名称"], .text, "name"),
        ] + emissions + [
            .init("running", ["在产", "生产状态"], .yesNo(blank: true), "whether it produces"),
            .init("interruptible", ["可中断"], .yesNo(blank: true), "whether it can be stopped at once"),
            .init("minimum_load", ["最低负荷"], .number, unit: "%", "load to which one that cannot be stopped is banked; blank: 100"),
            .init("backup_treatment", ["备用治理设施"], .yesNo(blank: false), "whether its exhaust has a backup treatment"),
        ]

    static let facilities: [ColumnLayout] = [
        .init("credit_code", ["统一社会信用代码"], .text, required: true, "the enterprise it belongs to"),
        .init("facility_id", ["治理设施编号"], .text, required: true, "id, once within the enterprise"),
        .init("name", ["治理设施名称"], .text, "name"),
        .init("process", ["治理工艺"], .text, "process"),
        .init("upgrade_deadline", ["升级改造期限"], .date, "day by which it is to be upgraded; blank: none"),
        .init("completed", ["完成日期"], .date, "day on which the upgrade was completed; blank: not yet"),
    ]

    static let sites: [ColumnLayout] =
        [
            .init("site_id", ["工地编号"], .text, required: true, "id"),
            .init("name", ["工地名称", "项目名称"], .text, required: true, "name"),
            .init("county", ["县区", "县（市、区）"], .name, required: true, "county or district, one that the plan names"),
            .init("contractor", ["施工单位"], .name, required: true, "construction unit, by name"),
            .init("contractor_code", ["施工单位统一社会信用代码"], .text, "its unified social credit code"),
            .init("stage", ["施工阶段"], .name, "stage, such as 土石方"),
            .init("area_m2", ["占地面积", "建筑面积"], .number, unit: "m²", "area"),
            .init("longitude", ["经度"], .number, unit: "°", "longitude"),
            .init("latitude", ["纬度"], .number, unit: "°", "latitude"),
        ] + emissions + [
            .init("online_monitoring", ["在线监测"], .yesNo(blank: false), "whether dust is monitored online"),
            .init("video_monitoring", ["视频监控"], .yesNo(blank: false), "whether it is watched by video"),
            .init("treatment_running", ["治理设施运行"], .yesNo(blank: false), "whether sprays and washes run"),
            .init("emissions_compliant", ["达标排放"], .yesNo(blank: false), "whether emissions comply"),
            .init("running", ["在建", "在产", "生产状态"], .yesNo(blank: true), "whether it is being built on"),
            .init("contact", ["联系人"], .text, "contact"),
            .init("phone", ["联系电话"], .text, "telephone"),
        ]

    static let facts: [ColumnLayout] = [
        .init(
            "credit_code", ["统一社会信用代码", "编号"], .text, required: true,
            "credit code of an enterprise, id of a site, or CODE/ID of a line or facility"),
        .init("fact", ["事项"], .text, required: true, "a column of the table that is meant, in English or Chinese"),
        .init("value", ["取值"], .text, required: true, "the value from that day on"),
        .init("from", ["起始日期", "自"], .date, required: true, "first day"),
        .init("until", ["截止日期", "至"], .date, "last day; blank: open"),
        .init("document", ["文号"], .text, "number of the document it rests on"),
    ]

    static let names: [ColumnLayout] = [
        .init("credit_code", ["统一社会信用代码", "编号"], .text, "credit code or site id of who is listed"),
        .init("name", ["名称", "企业名称", "单位名称"], .text, "name, which counts where there is no code"),
        .init("from", ["起始日期", "自"], .date, "first day; blank: always"),
        .init("until", ["截止日期", "至"], .date, "last day; blank: open"),
        .init("document", ["文号"], .text, "number of the document it rests on"),
        .init("reason", ["原因"], .text, "why it is listed"),
    ]
}
