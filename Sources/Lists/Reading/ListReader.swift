public import PlanModel

/// Reads and checks the emission-reduction list of a plan folder.
public enum ListReader {
    /// - Parameters:
    ///   - files: The tables of the folder by name; those that the plan does not name are left alone.
    ///   - plan: Says which tables there are, and which levels, counties and industries.
    /// - Returns: The list unless there are errors, and all findings of one run.
    public static func read(files: [TableFile], plan: Plan) -> ListResult {
        guard let names = plan.orders.tables else { return ListResult(list: nil, findings: []) }
        let kinds: [(TableKind, String)] = [
            (.enterprises, names.enterprises), (.lines, names.lines), (.facilities, names.facilities), (.sites, names.sites),
        ]
        var missing = FindingBag(file: names.enterprises)
        let levels = plan.levels
        let jobs = kinds.compactMap { kind, name in
            files.first { $0.name == name }.map { file in
                Concurrently.Job(size: file.bytes.count) { TableReader(kind: kind, levels: levels).read(file) }
            }
        }
        var outputs: [TableKind: TableReader.Output] = [:]
        for output in Concurrently.run(jobs) { outputs[output.table.kind] = output }
        for (kind, name) in kinds where outputs[kind] == nil {
            outputs[kind] = TableReader.Output(table: Table(kind: kind, file: name), bag: FindingBag(file: name), heads: [:])
            if kind == .enterprises {
                missing.add("table-missing", .error, "the table of enterprises is not in the plan folder", help: "add \(name)")
            }
        }
        let checks = ListChecks(plan: plan, outputs: outputs)
        var list = check(checks)
        var findings = missing.finish() + kinds.flatMap { checks.outputs[$0.0]?.bag.finish() ?? [] }
        for listName in plan.orders.lists {
            let (entries, found) = NamesReader.read(files, listName, list)
            list.names[listName.id] = entries
            findings += found
        }
        if let file = files.first(where: { $0.name == names.facts }) {
            let (facts, found) = FactsReader.read(file.bytes, name: file.name, levels: levels)
            list.facts = FactBook(facts: facts.map(\.fact))
            findings += found + FactChecks(list: list, plan: plan).check(facts, file: file.name)
        }
        let hasErrors = findings.contains { $0.severity == .error }
        return ListResult(list: hasErrors ? nil : list, findings: findings)
    }

    private static func check(_ checks: ListChecks) -> EmissionList {
        let index = checks.enterprises()
        let count = checks.table(.enterprises).count
        let lineOwners = checks.owners(.lines, index)
        let groups = RowGroups(owners: lineOwners, count: count)
        checks.duplicateIDs(.lines, "line_id", groups)
        checks.sums(groups)
        checks.filedLines()
        let facilityOwners = checks.owners(.facilities, index)
        checks.duplicateIDs(.facilities, "facility_id", RowGroups(owners: facilityOwners, count: count))
        let siteIndex = checks.sites()
        var list = EmissionList(
            enterprises: checks.table(.enterprises), lines: checks.table(.lines), facilities: checks.table(.facilities),
            sites: checks.table(.sites), names: [:], facts: FactBook(), lineOwners: lineOwners, facilityOwners: facilityOwners,
            linesOfEnterprise: groups)
        list.enterpriseIndex = index
        list.siteIndex = siteIndex
        list.levels = checks.plan.levels.map(\.id)
        return list
    }
}
