import AirQuality
import PlanModel
import Presentation

// Tables, lists, industries, emissions, targets.
extension Checker {
    /// The names of the tables; nil where the plan names no enterprises.
    mutating func checkTables(_ syntax: [TableSyntax]) -> TableNames? {
        var names = TableNames()
        var seen: [TableKind: SourceRange] = [:]
        for table in syntax {
            if let first = seen[table.kind] {
                drafts.append(Draft(.duplicateClause("\(table.kind.rawValue) from"), table.range, related: [(first, .firstHere)]))
                continue
            }
            seen[table.kind] = table.range
            guard checkFileName(table.file) else { continue }
            if tables.areKnown, tables.head(table.file.value) == nil {
                sayNotRead(table.file.value, isError: table.kind == .enterprises, table.file.range)
            }
            switch table.kind {
            case .enterprises: names.enterprises = table.file.value
            case .lines: names.lines = table.file.value
            case .facilities: names.facilities = table.file.value
            case .sites: names.sites = table.file.value
            case .facts: names.facts = table.file.value
            case .names: break
            }
        }
        if seen[.enterprises] != nil { return names }
        if let first = syntax.first, !hasLostDeclaration {
            say(.ordersWithoutEnterprises("\(first.kind.rawValue) from"), first.range)
        }
        return nil
    }

    /// Files of tables lie in the plan's folder and nowhere else.
    mutating func checkFileName(_ file: TextSyntax) -> Bool {
        guard Self.isTableFile(file.value) else {
            say(.invalidFileName(file.value), file.range)
            return false
        }
        return true
    }

    private static func isTableFile(_ name: String) -> Bool {
        name.utf8.count <= 100 && name.lowercased().hasSuffix(".csv") && name.utf8.count > 4 && !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0 != "/" && $0 != "\\" }
    }

    mutating func checkAreasHaveCounties(hasOrders: Bool) {
        guard hasOrders, areas.count > 1, !hasLostDeclaration else { return }
        for area in areas where !orders.areasWithCounties.contains(area.id) {
            if let range = areaIDs[area.id] { say(.areaWithoutCounties(area.id), range) }
        }
    }

    mutating func checkIndustries(_ syntax: [IndustriesSyntax]) {
        for name in syntax.flatMap(\.names) where checkText(name) {
            if orders.industries.contains(name.value) {
                report(.listedTwice(name.value), name.range)
            } else {
                orders.industries.append(name.value)
            }
        }
    }

    // MARK: - Lists

    mutating func checkLists(_ syntax: [ListSyntax]) {
        var first: [String: SourceRange] = [:]
        for list in syntax {
            checkName(list.id, of: .list)
            if let name = list.name { checkText(name) }
            if let place = first[list.id.text] {
                drafts.append(Draft(.defined(.list, list.id.text), list.id.range, related: [(place, .firstHere)]))
                continue
            }
            first[list.id.text] = list.id.range
            var file = list.id.text + ".csv"
            if let written = list.file, checkFileName(written) { file = written.value }
            orders.listPlaces[list.id.text] = orders.lists.count
            orders.lists.append(ListName(id: list.id.text, name: list.name?.value ?? list.id.text, file: file))
        }
        for list in syntax { lookForList(list.id.text, list.file?.range ?? list.id.range) }
    }

    /// The id of a list that a predicate names, by its id or what people call it.
    mutating func listID(_ name: NameSyntax) -> String {
        if orders.listPlaces[name.text] == nil, let named = orders.lists.first(where: { $0.name == name.text }) {
            return named.id
        }
        if orders.listPlaces[name.text] == nil {
            checkName(name, of: .list)
            orders.listPlaces[name.text] = orders.lists.count
            orders.lists.append(ListName(id: name.text, name: name.text, file: name.text + ".csv"))
        }
        lookForList(name.text, name.range)
        return name.text
    }

    /// A file that is there and cannot be read is an error, whatever it holds.
    mutating func sayNotRead(_ file: String, isError: Bool, _ range: SourceRange) {
        if let reason = tables.objection(file) { return say(.tableUnreadable(file, reason), range) }
        say(.tableNotFound(file, isError: isError), range)
    }

    /// Reports a list without its file, once.
    private mutating func lookForList(_ id: String, _ range: SourceRange) {
        guard tables.areKnown, orders.listsSeen.insert(id).inserted, let place = orders.listPlaces[id] else { return }
        let list = orders.lists[place]
        guard !Self.isTableFile(list.file) || tables.head(list.file) == nil else { return }
        if let reason = tables.objection(list.file) { return say(.tableUnreadable(list.file, reason), range) }
        let suggestion = Suggestion.closest(to: id, among: orders.lists.map(\.id))
        say(.listNotFound(id, file: list.file, suggestion: suggestion), range)
    }

    // MARK: - Emissions and targets

    mutating func check(_ syntax: EmissionsSyntax, into rules: inout OrderRules) {
        for item in syntax.items {
            guard let pollutant = emittedPollutant(item.pollutant) else { continue }
            if rules.areaEmissions[pollutant] != nil {
                report(.listedTwice(pollutant.name), item.pollutant.range)
                continue
            }
            guard let unit = item.unit, ColumnUnit(spelling: unit.value) == .kilogramsPerDay else {
                let place = item.unit?.range ?? item.number.range
                say(
                    Draft(
                        .orders(.emissionUnit(item.unit?.value)), place,
                        fixits: item.unit == nil ? [(place.tail, " kg/d")] : []))
                continue
            }
            guard let decimal = ScaledDecimal(item.number.value, places: 4), decimal.isExact,
                (1...10_000_000_000_000).contains(decimal.rounded)
            else {
                say(.emissionNumber(item.number.value), item.number.range)
                continue
            }
            rules.areaEmissions[pollutant] = decimal.rounded * (EmissionValues.scale / 10_000)
        }
    }

    mutating func check(_ syntax: ReduceSyntax, into rules: inout OrderRules) {
        let level = levelIndex(syntax.level)
        let percent = percent(syntax.percent)
        var pollutants: [EmittedPollutant] = []
        for name in syntax.pollutants {
            guard let pollutant = emittedPollutant(name) else { continue }
            let isStated = rules.targets.contains { $0.level == level && $0.pollutants.contains(pollutant) }
            if pollutants.contains(pollutant) || isStated {
                say(.targetTwice(level: syntax.level.text, pollutant), name.range)
            } else {
                pollutants.append(pollutant)
            }
        }
        guard let level, let percent, !pollutants.isEmpty else { return }
        rules.targets.append(ReductionTarget(level: level, percent: percent, pollutants: pollutants))
    }

    /// Warns where a higher level reduces less.
    mutating func checkTargetsRise(_ targets: [ReductionTarget], _ declarations: [Declaration]) {
        for case .reduce(let syntax) in declarations {
            guard let level = knownLevel(syntax.level.text), let percent = Int(syntax.percent.value), percent >= 1 else {
                continue
            }
            for name in syntax.pollutants {
                guard let pollutant = EmittedPollutant(name: name.text) else { continue }
                let below = targets.filter { $0.level < level && $0.pollutants.contains(pollutant) }.map(\.percent).max()
                guard let below, percent < below else { continue }
                say(
                    .targetLower(level: syntax.level.text, pollutant, percent: percent, lower: below), syntax.percent.range)
                break
            }
        }
    }

    private mutating func emittedPollutant(_ name: NameSyntax) -> EmittedPollutant? {
        if let pollutant = EmittedPollutant(name: name.text) { return pollutant }
        reportUnknown(.emittedPollutant, name, among: EmittedPollutant.allCases.map(\.name))
        return nil
    }

    // MARK: - Columns

    mutating func readColumns(_ names: TableNames?) {
        let levels = levelOrder.prefix(100).map { (id: $0.text, name: levelSyntax[$0.text]?.name.value ?? $0.text) }
        for subject in OrderSubject.allCases {
            let file: String? =
                switch subject {
                case .enterprise: names?.enterprises
                case .site: names?.sites
                case .line: names?.lines
                case .facility: names?.facilities
                }
            let head = file.flatMap { tables.head($0) } ?? []
            orders.columns[subject] = ColumnSet(subject, levels: levels, head: head)
        }
    }
}
