import AirQuality
public import PlanModel
public import Presentation
public import Warnings

/// Renders traces for people: conditions as trees, with what each test found or lacks.
///
/// It does not matter whether a trace comes from a replay, a test or the ledger.
public struct ExplanationText: Sendable {
    public var plan: Plan
    public var language: Language
    public var style: Style
    /// Columns of a line.
    public var width: Int
    /// What identifies the plan's text, where it is known.
    public var version: String?
    /// Where the clauses are written, where that is known.
    public var places: ClausePlaces
    /// Where what is explained comes from, where that is worth saying.
    public var origin: ExplanationOrigin?

    public init(
        plan: Plan, language: Language = .english, style: Style = Style(isOn: false), width: Int = 100,
        version: String? = nil, places: ClausePlaces = ClausePlaces(), origin: ExplanationOrigin? = nil
    ) {
        self.plan = plan
        self.language = language
        self.style = style
        self.width = width
        self.version = version
        self.places = places
        self.origin = origin
    }

    func phrases(_ trace: AreaTrace) -> Phrases { Phrases(language: language, zone: plan.zone, now: trace.at) }

    /// The level's name, `red 红色`.
    func name(ofLevel id: String?) -> String {
        guard let id else { return language == .english ? "none" : "无预警" }
        guard let level = plan.levels.first(where: { $0.id == id }) else { return id }
        if language == .chinese { return level.name }
        return level.name == level.id ? id : "\(id) \(level.name)"
    }

    // MARK: Trees

    /// The clauses of a level as trees.
    public func clauses(_ level: LevelTrace, in trace: AreaTrace) -> String {
        let phrases = phrases(trace)
        var text = ""
        for (index, clause) in level.issue.enumerated() {
            let label = clause.label.map { " [\($0)]" } ?? ""
            let places = places.issue[level.level] ?? []
            text += lines(in: trace, index < places.count ? places[index] : nil).text(
                clause.condition, head: phrases.pick("issue\(label) when", "发布\(label) 当"), indent: 2)
        }
        guard let end = level.end else { return text }
        return text
            + lines(in: trace, places.end[level.level]).text(end, head: phrases.pick("end when", "结束 当"), indent: 2)
    }

    private func lines(in trace: AreaTrace, _ place: RulePlace? = nil) -> ConditionLines {
        ConditionLines(
            sentences: TestSentences(phrases: phrases(trace), coverageEnd: trace.coverageEnd), style: style, width: width,
            note: place.map { "\($0.file):\($0.line)" })
    }

    /// A condition as a tree, one line for each node, and under each test what it found or lacks.
    ///
    /// - Parameters:
    ///   - head: Words before the first node.
    ///   - indent: Columns by which the tree is moved to the right.
    public func tree(_ condition: ConditionTrace, in trace: AreaTrace, head: String? = nil, indent: Int = 0) -> String {
        lines(in: trace).text(condition, head: head, indent: indent)
    }
}
