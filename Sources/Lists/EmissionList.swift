/// The emission-reduction list (应急减排清单): its tables, the lists of names, and the dated facts of the plan folder.
///
/// The order of lines in the file is kept; ``linesOfEnterprise`` finds those of an enterprise.
public struct EmissionList: Sendable {
    public var enterprises: Table
    public var lines: Table
    public var facilities: Table
    public var sites: Table
    /// By the id that the plan gives it.
    public var names: [String: NameList]
    public var facts: FactBook
    /// The row of the enterprise that a line or a facility belongs to.
    public var lineOwners: [Int32]
    public var facilityOwners: [Int32]
    public var linesOfEnterprise: RowGroups
    let facilitiesOfEnterprise: RowGroups
    /// Ids of the plan's levels, lowest first: names of columns that a fact can bring to a table.
    public var levels: [String] = []
    /// Where a code is found; made by reading, or when it is first needed.
    var enterpriseIndex: RowIndex?
    var siteIndex: RowIndex?

    public init(
        enterprises: Table, lines: Table, facilities: Table, sites: Table, names: [String: NameList], facts: FactBook,
        lineOwners: [Int32], facilityOwners: [Int32], linesOfEnterprise: RowGroups
    ) {
        self.enterprises = enterprises
        self.lines = lines
        self.facilities = facilities
        self.sites = sites
        self.names = names
        self.facts = facts
        self.lineOwners = lineOwners
        self.facilityOwners = facilityOwners
        self.linesOfEnterprise = linesOfEnterprise
        facilitiesOfEnterprise = RowGroups(owners: facilityOwners, count: enterprises.count)
    }
}

/// Rows grouped by their owner, each group in list order.
public struct RowGroups: Sendable {
    /// Where each owner's rows begin in ``rows``; one more than there are owners.
    public var starts: [Int32]
    public var rows: [Int32]

    public init(starts: [Int32], rows: [Int32]) {
        self.starts = starts
        self.rows = rows
    }

    /// The rows of each of so many owners.
    public init(owners: [Int32], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for owner in owners where owner >= 0 { starts[Int(owner) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var rows = [Int32](repeating: 0, count: Int(starts[count]))
        for (row, owner) in owners.enumerated() where owner >= 0 {
            rows[Int(next[Int(owner)])] = Int32(row)
            next[Int(owner)] += 1
        }
        self.init(starts: starts, rows: rows)
    }

    public subscript(owner: Int) -> ArraySlice<Int32> { rows[Int(starts[owner])..<Int(starts[owner + 1])] }
}
