public import PlanModel
public import Presentation

/// Orders as they leave: the files of a notice's folder, and what the notice says of them.
public struct OrderReport: Sendable {
    public let plan: Plan
    public let orders: OrderSet
    /// The orders that these replace, for who must do more and who may do less.
    public let previous: OrderSet?
    public let balance: Balance
    /// Against the previous orders; nil where there are none.
    public let changes: OrderChanges?

    /// - Parameter targets: Percentages that the balance is measured by instead of the level's.
    public init(plan: Plan, orders: OrderSet, previous: OrderSet?, targets: [EmittedPollutant: Int]? = nil) {
        self.plan = plan
        self.orders = orders
        self.previous = previous
        balance = Balance(orders, targets: targets)
        changes = previous.map { OrderChanges(from: $0, to: orders) }
    }

    /// Whether any order differs from the one it replaces.
    public var hasChanges: Bool { changes?.areAny ?? false }

    /// `orders.csv` (UTF-8 with BOM), `orders.json`, `orders/COUNTY.csv`, `orders/BUREAU.csv`.
    ///
    /// Behind them stand the orders whose subjects have left the list, marked so.
    ///
    /// - Parameter changedOnly: Only orders that differ from the previous ones, as in a supplementary notice.
    public func files(changedOnly: Bool) -> [(name: String, bytes: [UInt8])] {
        OrderFiles(orders, changes: changes, previous: previous) { index in
            !changedOnly || changes.map { $0.kinds[index] != .same } ?? true
        }.all()
    }

    /// The bytes of `orders.csv` in pieces of about a megabyte.
    ///
    /// - Parameter isMeant: Which orders are written; all without it.
    public func writeCSV(where isMeant: (Int) -> Bool = { _ in true }, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void)
        rethrows
    {
        try OrderFiles(orders, changes: changes, where: isMeant).writeCSV(sink)
    }

    /// The bytes of `orders.json` in pieces of about a megabyte.
    public func writeJSON(where isMeant: (Int) -> Bool = { _ in true }, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void)
        rethrows
    {
        try OrderFiles(orders, changes: changes, where: isMeant).writeJSON(sink)
    }

    /// The balance with bars, counts, groups and the largest orders for a terminal, in Chinese and English.
    ///
    /// - Parameters:
    ///   - county: Only its orders are listed; the balance is that of the area.
    ///   - listed: How many orders are listed.
    public func text(_ style: Style, county: String? = nil, listed: Int = 20) -> String {
        TerminalReport(report: self, style: style, county: county, listed: listed).text
    }

    /// Who would close a shortfall; made when asked for, since it makes the orders of the next level.
    public var shortfall: Shortfall { Shortfall(orders, balance) }

    /// The balance and the changes for `notice.txt`: rows of a table, sentences. In Chinese.
    public func chineseLines() -> [String] { ChineseReport(self).lines }

    /// The same in English, short.
    public func englishLines() -> [String] { EnglishReport(self).lines }

    /// The value of `orders` in `notice.json`: counts, balance, changes; not each order.
    public func writeSummary(_ json: inout JSONWriter) { SummaryJSON(self).write(&json) }
}
