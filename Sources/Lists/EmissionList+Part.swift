extension EmissionList {
    /// Some enterprises and sites, with what belongs to them.
    ///
    /// - Parameter facts: Those that count.
    public func part(enterprises rows: [Int], sites: [Int], facts: [Fact]) -> EmissionList {
        func owned(_ groups: RowGroups) -> (rows: [Int], owners: [Int32]) {
            var result: (rows: [Int], owners: [Int32]) = ([], [])
            for (place, row) in rows.enumerated() {
                for own in groups[row] {
                    result.rows.append(Int(own))
                    result.owners.append(Int32(place))
                }
            }
            return result
        }
        let lines = owned(linesOfEnterprise)
        let facilities = owned(facilitiesOfEnterprise)
        var part = EmissionList(
            enterprises: enterprises.part(rows), lines: self.lines.part(lines.rows),
            facilities: self.facilities.part(facilities.rows), sites: self.sites.part(sites), names: names,
            facts: FactBook(facts: facts), lineOwners: lines.owners, facilityOwners: facilities.owners,
            linesOfEnterprise: RowGroups(owners: lines.owners, count: rows.count))
        part.levels = levels
        return part
    }
}

extension Table {
    /// Some of its rows, in the order given.
    func part(_ rows: [Int]) -> Table {
        func pick<Cell>(_ cells: [Cell]) -> [Cell] { rows.map { cells[$0] } }
        let columns = columns.map { column in
            let cells: TableColumn.Cells =
                switch column.cells {
                case .text(let cells): .text(pick(cells))
                case .names(let ids, let names): .names(ids: pick(ids), names: names)
                case .numbers(let cells): .numbers(pick(cells))
                case .dates(let cells): .dates(pick(cells))
                case .flags(let cells): .flags(pick(cells))
                case .choices(let cells): .choices(pick(cells))
                }
            return TableColumn(name: column.name, cells: cells)
        }
        let lines = fileLines.count == count ? pick(fileLines) : fileLines
        return Table(kind: kind, file: file, count: rows.count, bytes: bytes, columns: columns, fileLines: lines)
    }
}
