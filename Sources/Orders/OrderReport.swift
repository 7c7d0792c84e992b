public import PlanModel
public import Presentation

/// Orders as they leave: the files of a notice's folder, and what the notice says of them.
public struct OrderReport: Sendable {
    public let plan: Plan
    public let orders: OrderSet
    /// The orders that these replace, for who must do more and who may do less.
    public let previous: OrderSet?

    public init(plan: Plan, orders: OrderSet, previous: OrderSet?) {
        self.plan = plan
        self.orders = orders
        self.previous = previous
    }

    /// Whether any order differs from the one it replaces.
    public var hasChanges: Bool { false }

    /// `orders.csv` (UTF-8 with BOM), `orders.json`, `orders/COUNTY.csv`, `orders/BUREAU.csv`.
    ///
    /// - Parameter changedOnly: Only orders that differ from the previous ones, as in a supplementary notice.
    public func files(changedOnly: Bool) -> [(name: String, bytes: [UInt8])] { [] }

    /// The balance and the changes for `notice.txt`: rows of a table, sentences. In Chinese.
    public func chineseLines() -> [String] { [] }

    /// The same in English, short.
    public func englishLines() -> [String] { [] }

    /// The value of `orders` in `notice.json`: counts, balance, changes; not each order.
    public func writeSummary(_ json: inout JSONWriter) {}
}
