/// Flags in words.
extension OrderFlags {
    /// Each flag with a word for programs, in the order in which they are listed.
    public static let words: [(flag: OrderFlags, word: String)] = [
        (.standsStill, "stands_still"), (.noMeasure, "no_measure"), (.filedPlanShort, "filed_plan_short"),
        (.linesComputed, "lines_computed"), (.noLines, "no_lines"), (.gradeMissing, "grade_missing"),
        (.gradePending, "grade_pending"), (.pledgeMissing, "pledge_missing"), (.reductionUnknown, "reduction_unknown"),
        (.noBackupTreatment, "no_backup_treatment"), (.linesExceedPlant, "lines_exceed_plant"), (.watched, "watched"),
    ]

    /// What a single flag says; the watches say themselves what they found.
    func text(_ order: Order) -> BothTexts {
        switch self {
        case .standsStill: BothTexts("下达时已停产", "stood still when the order was given")
        case .noMeasure: BothTexts("无对应减排措施", "no measure names it")
        case .filedPlanShort:
            BothTexts(
                "一厂一策停产\(order.filedLines)条（共\(order.runningLines)条），应停\(order.neededLines)条",
                "filed plan stops \(order.filedLines) of \(order.runningLines) lines, \(order.neededLines) are needed")
        case .linesComputed: BothTexts("停产生产线由系统选定", "lines computed")
        case .noLines: BothTexts("无在产生产线，按同比例限产", "no running line: load limited by the same share")
        case .gradeMissing: BothTexts("未评级，按D级", "no grade: counts as D")
        case .gradePending: BothTexts("评级申报中，按C级", "grade pending: counts as C")
        case .pledgeMissing: BothTexts("缺自主减排承诺", "pledge missing")
        case .reductionUnknown: BothTexts("自主减排量未知，按0计", "reduction of its own choice unknown, counted as 0")
        case .noBackupTreatment:
            BothTexts("不可中断生产线无备用治理设施", "a line that cannot be interrupted lacks backup exhaust treatment")
        case .linesExceedPlant: BothTexts("生产线排放之和大于企业排放", "its lines emit more than the whole")
        default: BothTexts("", "")
        }
    }
}
