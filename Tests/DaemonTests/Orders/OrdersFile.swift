import Foundation
import Testing

/// `orders.csv` as a spreadsheet reads it.
struct OrdersFile {
    let rows: [[String: String]]

    init(_ path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        try #require(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(path) has no byte order mark")
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n").filter { !$0.isEmpty }
        let cells = lines.map { $0.components(separatedBy: ",") }
        let head = try #require(cells.first)
        rows = try cells.dropFirst().map { row in
            try #require(row.count == head.count, "\(row)")
            return Dictionary(uniqueKeysWithValues: zip(head, row))
        }
    }

    /// Credit codes of those that have left the list.
    var gone: [String] { rows.filter { $0["变化"] == "退出清单" }.compactMap { $0["编号"]?.trimmingCharacters(in: .whitespaces) } }

    /// What it orders, by credit code.
    func orders() throws -> [String: NaiveOrders.Order] {
        var orders: [String: NaiveOrders.Order] = [:]
        let standing = rows.filter { $0["变化"] != "退出清单" }
        for row in standing {
            let code = try #require(row["编号"]).trimmingCharacters(in: .whitespaces)
            let lines = (row["停产生产线"] ?? "").split(separator: "、").map(String.init)
            orders[code] = NaiveOrders.Order(
                action: row["措施"] ?? "", lines: lines, vocs: try #require(Double(row["VOCs减排量(kg/d)"] ?? "")))
        }
        try #require(orders.count == standing.count, "a code stands twice")
        return orders
    }
}
