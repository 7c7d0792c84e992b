import Lists
public import PlanModel

/// Whether the reductions reach the targets of a level, for each pollutant; and who contributes.
public struct Balance: Sendable {
    /// One pollutant of the whole area, in mg/d.
    public struct Line: Hashable, Sendable {
        public var pollutant: EmittedPollutant
        public var reduction: Int64
        /// What shares are measured against.
        public var emission: Int64
        /// Whether the plan states it; otherwise it is the list's sum.
        public var isStated: Bool
        /// The percentage that the level demands; nil: none.
        public var target: Int?
        /// What the target demands, rounded up to whole mg/d.
        public var demanded: Int64
        /// What exemptions cost.
        public var exempted: Int64

        /// What is missing; 0: the target is met.
        public var short: Int64 { max(0, demanded - reduction) }

        /// The share in hundredths of a percent, rounded down.
        public var share: Int64 {
            guard emission > 0 else { return 0 }
            return Int64(clamping: Int128(reduction) * 10_000 / Int128(emission))
        }
    }

    /// The reductions of a county or an industry.
    public struct Group: Hashable, Sendable {
        public var name: String
        public var orders: Int
        public var emission: EmissionValues
        public var reduction: EmissionValues
    }

    /// One a pollutant.
    public let lines: [Line]
    /// In the order of the area, then as they are met.
    public let counties: [Group]
    /// As they are met; sites come last.
    public let industries: [Group]

    /// Whether every target is met.
    public var isMet: Bool { lines.allSatisfy { $0.short == 0 } }

    /// - Parameter targets: Percentages instead of the level's.
    public init(_ set: OrderSet, targets: [EmittedPollutant: Int]? = nil) {
        let rules = set.plan.orders
        lines = EmittedPollutant.allCases.map { pollutant in
            let stated = rules.areaEmissions[pollutant]
            let emission = stated ?? set.listedEmission[pollutant]
            let target = targets.map { $0[pollutant] } ?? set.target(pollutant)
            return Line(
                pollutant: pollutant, reduction: set.reduction[pollutant], emission: emission, isStated: stated != nil,
                target: target, demanded: target.map { Self.demanded($0, of: emission) } ?? 0,
                exempted: set.reductionWithoutExemptions[pollutant] - set.reduction[pollutant])
        }
        var counties = Groups(first: set.area.counties)
        var industries = Groups(first: [])
        for isSite in [false, true] {
            let table = isSite ? set.list.sites : set.list.enterprises
            let emissions = EmissionColumns(table)
            let county = NameColumn(table, "county")
            let industry = isSite ? nil : NameColumn(table, "industry")
            let countyGroups = county.names.map { counties.number($0) }
            let industryGroups = industry?.names.map { industries.number($0) } ?? []
            let blankCounty = counties.number("")
            let other = industries.number(isSite ? OrderSet.siteIndustry : "")
            for order in set.orders where order.isSite == isSite {
                let row = Int(order.row)
                let emission = emissions[row]
                let inCounty = county.ids[row]
                counties.add(inCounty < 0 ? blankCounty : countyGroups[Int(inCounty)], emission, order.reduction)
                let inIndustry = industry?.ids[row] ?? -1
                industries.add(inIndustry < 0 ? other : industryGroups[Int(inIndustry)], emission, order.reduction)
            }
        }
        self.counties = counties.met
        self.industries = industries.met
    }

    private static func demanded(_ percent: Int, of emission: Int64) -> Int64 {
        let product = emission.multipliedFullWidth(by: Int64(percent))
        let (quotient, remainder) = Int64(100).dividingFullWidth(product)
        return remainder > 0 ? quotient + 1 : quotient
    }
}

extension Balance.Line: CustomStringConvertible {
    /// `SO2 reduces by 12.5 kg/d, 8.33%, short of 10% by 2.5 kg/d`.
    public var description: String {
        let kept = "\(pollutant.name) is reduced by \(Decimals.text(millionths: reduction)) kg/d, \(shareText)"
        guard let target else { return kept }
        return short == 0
            ? "\(kept), at least \(target)%" : "\(kept), short of \(target)% by \(Decimals.text(millionths: short)) kg/d"
    }
}

extension OrderSet {
    /// The percentage that the level demands of a pollutant: the largest of several statements.
    func target(_ pollutant: EmittedPollutant) -> Int? {
        plan.orders.targets.filter { $0.level == level && $0.pollutants.contains(pollutant) }.map(\.percent).max()
    }
}

/// Groups by name in the order in which they are met.
private struct Groups {
    private var groups: [Balance.Group] = []
    private var numbers: [String: Int] = [:]

    init(first names: [String]) { for name in names { _ = number(name) } }

    /// Groups that some order belongs to.
    var met: [Balance.Group] { groups.filter { $0.orders > 0 } }

    mutating func number(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = groups.count
        groups.append(Balance.Group(name: name, orders: 0, emission: .zero, reduction: .zero))
        return groups.count - 1
    }

    @inline(__always) mutating func add(_ number: Int, _ emission: EmissionValues, _ reduction: EmissionValues) {
        groups[number].orders += 1
        groups[number].emission += emission
        groups[number].reduction += reduction
    }
}

/// A column of names, however it was kept.
private struct NameColumn {
    let ids: [Int32]
    let names: [String]

    init(_ table: Table, _ name: String) {
        switch table.column(name)?.cells {
        case .names(let ids, let names)?:
            self.ids = ids
            self.names = names
        case .text(let slices)?:
            ids = slices.indices.map { slices[$0].count == 0 ? -1 : Int32($0) }
            names = slices.map(table.string)
        default:
            ids = [Int32](repeating: -1, count: table.count)
            names = []
        }
    }
}
