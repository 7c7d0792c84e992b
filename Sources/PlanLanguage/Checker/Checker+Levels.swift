import PlanModel
import Presentation

extension Checker {
    mutating func collectLevels(_ syntax: [LevelSyntax]) {
        var listed: [String: SourceRange] = [:]
        for name in levelOrder {
            checkName(name, of: .level)
            if let first = listed[name.text] {
                drafts.append(Draft(.levelListedTwice(name.text), name.range, related: [(first, .firstHere)]))
            } else {
                listed[name.text] = name.range
            }
        }
        for level in syntax {
            let id = level.id.text
            if let first = levelSyntax[id] {
                drafts.append(Draft(.defined(.level, id), level.id.range, related: [(first.id.range, .firstHere)]))
                continue
            }
            levelSyntax[id] = level
            if listed[id] == nil {
                if levelOrder.isEmpty {
                    // Without a `levels` clause its absence is the finding.
                    checkName(level.id, of: .level)
                } else {
                    reportUnlisted(level.id)
                }
            }
        }
        for name in levelOrder where levelSyntax[name.text] == nil && !hasLostDeclaration {
            report(.levelNotDefined(name.text), name.range)
        }
    }

    private mutating func reportUnlisted(_ name: NameSyntax) {
        let suggestion = Suggestion.closest(to: name.text, among: levelOrder.map(\.text))
        var draft = Draft(.levelNotListed(name.text, suggestion: suggestion), name.range)
        if let first = levelOrder.first { draft.related.append((first.range, .listedHere)) }
        drafts.append(draft)
    }

    /// The levels in their order; all that are defined are checked, listed or not.
    mutating func checkLevels() -> [Level] {
        var levels: [String: Level] = [:]
        // In source order, so that notes about “the first” do not depend on hashing.
        let ordered = levelSyntax.values.sorted { ($0.range.file, $0.range.start) < ($1.range.file, $1.range.start) }
        for syntax in ordered { levels[syntax.id.text] = checkLevel(syntax) }
        let listed = levelOrder.compactMap { levels[$0.text] }
        checkLadder(listed)
        return listed
    }

    /// The higher a level, the more it takes to order it.
    private mutating func checkLadder(_ levels: [Level]) {
        var approved: String?
        for level in levels {
            if case .by = level.approval {
                approved = level.id
            } else if let approved, let syntax = levelSyntax[level.id] {
                report(.laxerApproval(level.id, lower: approved), syntax.id.range)
            }
        }
    }

    private mutating func checkLevel(_ syntax: LevelSyntax) -> Level {
        checkText(syntax.name)
        if let response = syntax.response { checkText(response) }
        var level = Level(
            id: syntax.id.text, name: syntax.name.value, response: syntax.response?.value, issue: [], end: nil,
            approval: .unstated, responseStart: .immediately, cites: [])
        var seen: [String: SourceRange] = [:]
        var hasIssue = false
        for clause in syntax.clauses {
            if let single = clause.value.singleName {
                if let first = seen[single] {
                    drafts.append(Draft(.duplicateClause(single), clause.range, related: [(first, .firstHere)]))
                    continue
                }
                seen[single] = clause.range
            }
            switch clause.value {
            case .issue(let label, let condition):
                hasIssue = true
                if let condition = lower(condition, horizon: settings.horizon) {
                    level.issue.append(
                        IssueClause(label: label.flatMap { $0.value.isEmpty ? nil : $0.value }, condition: condition))
                }
            case .end(let condition): level.end = lower(condition, horizon: nil)
            case .approveAutomatically: level.approval = .automatic
            case .approve(let person, let within, let remind):
                checkText(person)
                if let remind { checkText(remind) }
                level.approval = .by(person.value, within: within.flatMap { hours($0) }, remind: remind?.value)
            case .respondAtNext(let clocks): level.responseStart = .atNext(checkClocks(clocks))
            case .respondAfter(let duration):
                if let hours = hours(duration, zeroDropsClause: true) { level.responseStart = .after(hours) }
            case .respondBeforeOnset(let duration, let clocks):
                let clockHours = checkClocks(clocks)
                if let hours = hours(duration) { level.responseStart = .beforeOnset(hours, on: clockHours) }
            case .cites(let text):
                if checkText(text) { level.cites.append(text.value) }
            }
        }
        if syntax.isWhole {
            if !hasIssue { report(.levelWithoutIssue(level.id), syntax.id.range) }
            if seen["end"] == nil { report(.levelWithoutEnd(level.id), syntax.id.range) }
            if seen["approve"] == nil { report(.levelWithoutApproval(level.id), syntax.id.range) }
            if !syntax.clauses.contains(where: \.value.isCitation) { report(.levelWithoutCitation(level.id), syntax.id.range) }
        }
        return level
    }
}

extension LevelClause {
    /// The name of a clause that may stand once.
    var singleName: String? {
        switch self {
        case .issue, .cites: nil
        case .end: "end"
        case .approve, .approveAutomatically: "approve"
        case .respondAtNext, .respondAfter, .respondBeforeOnset: "respond"
        }
    }

    var isCitation: Bool { if case .cites = self { true } else { false } }
}
