import Lists
import PlanModel

extension OrderSet {
    /// Those of whom something is demanded, in the order of the lists: the credit code of an enterprise, the id of a site, or
    /// the name where the list has neither.
    public var ordered: [String] {
        orders.filter { $0.action != .goOn }.map { order in
            let table = table(of: order)
            let code = table.text(Int(order.row), order.isSite ? "site_id" : "credit_code")
            return code.isEmpty ? table.text(Int(order.row), "name") : code
        }
    }
}
