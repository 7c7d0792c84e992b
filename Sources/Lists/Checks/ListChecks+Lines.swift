import PlanModel

extension ListChecks {
    /// The enterprise of each row of lines or facilities; -1, and an error, where there is none.
    func owners(_ kind: TableKind, _ index: RowIndex) -> [Int32] {
        let table = table(kind)
        let enterprises = self.table(.enterprises)
        guard table.count > 0, let codes = table.slices("credit_code"), let own = enterprises.slices("credit_code") else {
            return [Int32](repeating: -1, count: table.count)
        }
        var unknown: [Int] = []
        let owners = [Int32](unsafeUninitializedCapacity: codes.count) { owners, count in
            table.bytes.withUnsafeBufferPointer { bytes in
                enterprises.bytes.withUnsafeBufferPointer { theirs in
                    guard let base = bytes.baseAddress, let target = theirs.baseAddress else { return }
                    var last = -1
                    for (row, slice) in codes.enumerated() {
                        let place = base + Int(slice.start)
                        let length = Int(slice.count)
                        var owner = -1
                        // Most lists keep the lines of an enterprise together and in the order of the enterprises.
                        if last >= 0, RowIndex.equal(target, own[last], place, length), length > 0 {
                            owner = last
                        } else if last + 1 < own.count, RowIndex.equal(target, own[last + 1], place, length), length > 0 {
                            owner = last + 1
                        } else {
                            owner = index.row(place, length, in: target)
                        }
                        if owner < 0, length > 0 { unknown.append(row) }
                        owners[row] = Int32(truncatingIfNeeded: owner)
                        last = owner
                    }
                    count = codes.count
                }
            }
        }
        for row in unknown {
            add(
                kind, "owner-unknown", .error, row: row, column: "credit_code",
                value: CellContext.shown(table.string(codes[row])),
                "no enterprise of \(enterprises.file) has this credit code", help: "add the enterprise, or take the row away")
        }
        return owners.count == codes.count ? owners : [Int32](repeating: -1, count: table.count)
    }

    /// Ids that an enterprise has twice.
    func duplicateIDs(_ kind: TableKind, _ column: String, _ groups: RowGroups) {
        let table = table(kind)
        guard let ids = table.slices(column) else { return }
        var found: [(row: Int, first: Int)] = []
        table.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for owner in 0..<groups.starts.count - 1 {
                let start = Int(groups.starts[owner])
                let end = Int(groups.starts[owner + 1])
                if end - start > 32 {
                    found += manyDuplicates(table, ids, groups[owner])
                    continue
                }
                for place in start..<end {
                    let row = Int(groups.rows[place])
                    let id = ids[row]
                    guard id.count > 0 else { continue }
                    for before in start..<place {
                        let first = Int(groups.rows[before])
                        if RowIndex.equal(base, ids[first], base + Int(id.start), Int(id.count)) {
                            found.append((row, first))
                            break
                        }
                    }
                }
            }
        }
        for (row, first) in found {
            add(
                kind, "id-duplicate", .error, row: row, column: column, value: CellContext.shown(table.string(ids[row])),
                "the enterprise has this id already, in \(places([first], kind))", help: "give each its own id")
        }
    }

    private func manyDuplicates(_ table: Table, _ ids: [TextSlice], _ rows: ArraySlice<Int32>) -> [(row: Int, first: Int)] {
        var seen: [String: Int] = [:]
        var found: [(row: Int, first: Int)] = []
        for row in rows.map({ Int($0) }) where ids[row].count > 0 {
            let id = table.string(ids[row])
            if let first = seen[id] { found.append((row, first)) } else { seen[id] = row }
        }
        return found
    }

    /// The sum of the lines of an enterprise against what the enterprise emits.
    func sums(_ groups: RowGroups) {
        let lines = table(.lines)
        let enterprises = table(.enterprises)
        // What a rounded value may be off by, a line.
        let tolerance = EmissionValues.scale / 100
        for pollutant in EmittedPollutant.allCases {
            let column = pollutant.name.lowercased()
            guard let parts = lines.numbers(column) else { continue }
            let wholes = enterprises.numbers(column) ?? [Int64](repeating: -1, count: enterprises.count)
            var odd: [(owner: Int, sum: Int64)] = []
            for owner in 0..<groups.starts.count - 1 {
                let start = Int(groups.starts[owner])
                let end = Int(groups.starts[owner + 1])
                if start == end { continue }
                var sum: Int64 = 0
                for place in start..<end { sum &+= max(0, parts[Int(groups.rows[place])]) }
                let whole = max(0, wholes[owner])
                if sum > whole &+ tolerance &* Int64(end - start) || sum &* 100 < whole &* 99 { odd.append((owner, sum)) }
            }
            for (owner, sum) in odd { addSum(pollutant, owner, sum, max(0, wholes[owner])) }
        }
    }

    private func addSum(_ pollutant: EmittedPollutant, _ owner: Int, _ sum: Int64, _ whole: Int64) {
        let column = pollutant.name.lowercased()
        var name = table(.enterprises).text(owner, "name")
        if name.isEmpty { name = table(.enterprises).text(owner, "credit_code") }
        name = CellContext.shown(name)
        if sum > whole {
            add(
                .enterprises, "lines-exceed", .error, row: owner, column: column, value: decimal(whole),
                "the lines of \(name) emit \(decimal(sum)) kg/d of \(pollutant.name), more than the enterprise",
                help: "correct the lines in \(table(.lines).file), or the enterprise")
        } else {
            add(
                .enterprises, "lines-short", .warning, row: owner, column: column, value: decimal(whole),
                "the lines of \(name) emit \(decimal(sum)) kg/d of \(pollutant.name), less than the enterprise",
                help: "is a line missing in \(table(.lines).file)?")
        }
    }

    /// Lines that cannot be stopped, and filed plans that loosen as the level rises.
    func filedLines() {
        let lines = table(.lines)
        if let interruptible = lines.flags("interruptible") {
            let loads = lines.numbers("minimum_load")
            for row in interruptible.indices where interruptible[row] == 0 && loads.map({ $0[row] < 0 }) ?? true {
                add(
                    .lines, "minimum-load-missing", .warning, row: row, column: "minimum_load",
                    "a line that cannot be interrupted has no minimum load, and goes on at 100 %",
                    help: "write the load in percent to which it can be banked")
            }
        }
        let levels = plan.levels.compactMap { level in lines.flags(level.id).map { (level, $0) } }
        for (place, (low, named)) in levels.enumerated() {
            for (high, cells) in levels.dropFirst(place + 1) {
                for row in named.indices where named[row] == 1 && cells[row] == 0 {
                    add(
                        .lines, "filed-plan-loosens", .warning, row: row, column: high.id,
                        "the filed plan stops the line at \(low.id), and not at \(high.id)",
                        help: "it is stopped at \(high.id) too: what a lower level demands, a higher one demands")
                }
            }
        }
    }

    /// Ids, counties and contractors of sites.
    func sites() -> RowIndex {
        let table = table(.sites)
        let ids = table.slices("site_id") ?? []
        var duplicates: [(row: Int, first: Int)] = []
        let index = RowIndex(table, ids) { row, first in
            if duplicates.count < 100_000 { duplicates.append((row, first)) }
        }
        for (row, first) in duplicates {
            add(
                .sites, "id-duplicate", .error, row: row, column: "site_id", value: CellContext.shown(table.string(ids[row])),
                "the site is on the list already, in \(places([first], .sites))", help: "give each its own id")
        }
        if let codes = table.slices("contractor_code") { checkCodes(.sites, "contractor_code", codes) }
        counties(.sites)
        return index
    }
}
