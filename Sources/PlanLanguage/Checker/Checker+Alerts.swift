import PlanModel

extension Checker {
    /// The alerts of the plan, in source order.
    mutating func checkAlerts(_ syntax: [AlertSyntax]) -> [Alert] {
        var names: Once = [:]
        return syntax.compactMap { item in
            checkName(item.id, of: .alert)
            guard isFirst(item.id, of: .alert, &names) else { return nil }
            alertScopes[item.id.text] = item.scope.value
            return checkAlert(item)
        }
    }

    private mutating func checkAlert(_ syntax: AlertSyntax) -> Alert? {
        checkText(syntax.name)
        let scope = syntax.scope.value
        if scope == .station, stations.isEmpty, !areas.isEmpty, !hasLostDeclaration {
            report(.alertWithoutStations, syntax.scope.range)
        }
        var condition: Condition?
        var every: Int?
        var text: String?
        var seen: Once = [:]
        for clause in syntax.clauses {
            guard isFirst(clause.value.word, clause.range, &seen) else { continue }
            switch clause.value {
            case .when(let syntax): condition = lower(syntax, horizon: settings.horizon, isOfStations: scope == .station)
            case .every(let duration): every = hours(duration)
            case .say(let syntax): if checkText(syntax) { text = syntax.value }
            }
        }
        if syntax.isWhole {
            let needed = [("when", "when observed hourly PM2.5 > 150 ug/m3 for 2h"), ("at most every", "at most every 6h")]
            for (word, example) in needed { require(word, word, example, of: "alert", at: syntax.id, seen) }
        }
        guard let condition, let every else { return nil }
        return Alert(
            id: syntax.id.text, name: syntax.name.value, scope: scope, condition: condition, everyHours: every, text: text)
    }

    /// Whether each test stands where what it reads can be had: shares of the area's value are of a station, and no forecast is.
    mutating func checkPlaces(_ syntax: ConditionSyntax, isOfStations: Bool) -> Bool {
        switch syntax {
        case .or(let terms, _), .and(let terms, _):
            return terms.map { checkPlaces($0, isOfStations: isOfStations) }.allSatisfy(\.self)
        case .not(let inner, _), .parenthesized(let inner, _): return checkPlaces(inner, isOfStations: isOfStations)
        case .missing: return true
        case .test(let test):
            if isOfStations {
                guard test.source.value != .observed else { return true }
                report(.alertReadsForecast, test.source.range)
                return false
            }
            let shares = [test.comparison.ofArea, test.including?.comparison.ofArea].compactMap(\.self)
            for share in shares { report(.shareOutsideStation, share) }
            return shares.isEmpty
        case .name(let name):
            guard let index = letIndex[name.text], lets[index].size?.isWithinLimits == true else { return true }
            let tests = expand(lets[index].condition, horizon: nil)?.tests ?? []
            if isOfStations, tests.contains(where: { $0.source != .observed }) {
                report(.alertReadsForecast, name.range)
                return false
            }
            if !isOfStations, tests.contains(where: \.comparesWithArea) {
                report(.shareOutsideStation, name.range)
                return false
            }
            return true
        }
    }
}

extension AlertClause {
    fileprivate var word: String {
        switch self {
        case .when: "when"
        case .every: "at most every"
        case .say: "say"
        }
    }
}
