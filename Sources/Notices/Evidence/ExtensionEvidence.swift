public import AirQuality
public import Desk
public import PlanModel

/// All that it takes to work out again, without the ledger, that a stated end moved.
public struct ExtensionEvidence: Sendable {
    /// The identifier of its notice.
    public var notice: String
    public var moved: Extension
    public var recorded: Instant
    public var plan: Plan
    public var area: Area
    /// The content hash of the plan's version.
    public var planHash: String
    /// In the order of their names.
    public var planParts: [DecisionEvidence.PlanPart]
    /// The ledger's heads before and after the record, `412:9f86…`.
    public var headBefore: String
    public var head: String

    public init(
        notice: String, moved: Extension, recorded: Instant, plan: Plan, area: Area, planHash: String,
        planParts: [DecisionEvidence.PlanPart], headBefore: String, head: String
    ) {
        self.notice = notice
        self.moved = moved
        self.recorded = recorded
        self.plan = plan
        self.area = area
        self.planHash = planHash
        self.planParts = planParts
        self.headBefore = headBefore
        self.head = head
    }

    static let format = "lantian-extension-1"

    /// The files of the notice's folder below `evidence/`: the same evidence gives the same bytes.
    ///
    /// - Parameter hash: SHA-256 of bytes in 64 hexadecimal digits.
    public func files(hash: ([UInt8]) -> String) -> [(name: String, bytes: [UInt8])] {
        let index = EvidenceIndex(
            format: Self.format, notice: notice, at: moved.at, recorded: recorded, plan: plan, area: area, planHash: planHash,
            planParts: planParts, headBefore: headBefore, head: head)
        return index.folder(
            of: [
                (EvidenceName.moved, Array(ExtensionJSON.text(moved, plan.zone).utf8)),
                (EvidenceName.ends, Array(ExtensionJSON.bases(moved, plan.zone).utf8)),
            ], readme: Self.readme, hash: hash)
    }

    private static let readme = """
        判定证据：本通知所述截止时间的变动可凭此文件夹在任何一台机器上重新推算，不需要值班系统的日志库。
          lantian verify 通告文件夹
        plan/                预案规则文件原文；清单表格与判定无关，只在 evidence.json 中列出名称与摘要
        ends.json            变动前后的本级判定级别和当时有效的上级指令
        extension.json       原截止时间、现截止时间及所依文号
        evidence.json        各文件的摘要（SHA-256）、预案版本、变动前后的日志位置

        Evidence: with this folder it can be worked out again on any machine, without the ledger, that the stated end moved.
          lantian verify NOTICE-FOLDER
        plan/                the rules as text; tables have no part in it, evidence.json names them with their hash
        ends.json            the own level and the directives that counted, before and after
        extension.json       the end before, the end now, and the documents on which it rests
        evidence.json        hashes (SHA-256) of the files, the plan's version, the ledger's head before and after

        """
}
