public import AirQuality
import PlanModel

extension EmissionList {
    /// The list as it is on a day: facts that hold on it written over the cells, and the derived columns filled in.
    ///
    /// Facts about nobody, or with a value that the column cannot hold, change nothing; checking names them.
    ///
    /// - Parameter moreFacts: Facts that became known after those of the list.
    public func asOf(_ date: LocalDate, moreFacts: FactBook = FactBook()) -> EmissionList {
        var list = self
        list.indexRows()
        list.write(facts.valid(on: date, then: moreFacts))
        list.derive(date)
        return list
    }

    private mutating func write(_ facts: [Fact]) {
        for fact in facts {
            guard let target = target(of: fact.subject) else { continue }
            switch target.kind {
            case .enterprises: enterprises.set(target.row, fact, levels)
            case .lines: lines.set(target.row, fact, levels)
            case .facilities: facilities.set(target.row, fact, levels)
            case .sites: sites.set(target.row, fact, levels)
            case .facts, .names: break
            }
        }
    }

    private mutating func derive(_ date: LocalDate) {
        var overdue = [UInt8](repeating: 0, count: enterprises.count)
        if let deadlines = facilities.dates("upgrade_deadline") {
            let completed = facilities.dates("completed")
            for (row, owner) in facilityOwners.enumerated() where owner >= 0 && deadlines[row] != TableColumn.blankDate {
                let day = completed?[row] ?? TableColumn.blankDate
                let isDone = day != TableColumn.blankDate && Int(day) <= date.days
                if Int(deadlines[row]) < date.days, !isDone { overdue[Int(owner)] = 1 }
            }
        }
        enterprises.replace(TableColumn(name: "upgrade_overdue", cells: .flags(overdue)))
        var filed = [UInt8](repeating: 0, count: enterprises.count)
        for column in filedColumns {
            guard case .flags(let cells) = lines.columns[column].cells else { continue }
            for (row, owner) in lineOwners.enumerated() where owner >= 0 && cells[row] < 2 { filed[Int(owner)] = 1 }
        }
        enterprises.replace(TableColumn(name: "filed_plan", cells: .flags(filed)))
    }
}

extension FactBook {
    /// Of each subject and fact the one that counts on a day, in the order in which they became known.
    func valid(on date: LocalDate, then more: FactBook) -> [Fact] {
        guard !facts.isEmpty || !more.facts.isEmpty else { return [] }
        var best: [Key: (place: Int, fact: Fact)] = [:]
        for (place, fact) in (facts + more.facts).enumerated() {
            guard fact.from <= date, fact.until.map({ date <= $0 }) ?? true else { continue }
            let key = Key(subject: fact.subject, fact: fact.fact)
            if let other = best[key], other.fact.from > fact.from { continue }
            best[key] = (place, fact)
        }
        return best.values.sorted { $0.place < $1.place }.map(\.fact)
    }

    private struct Key: Hashable {
        var subject: String
        var fact: String
    }
}
