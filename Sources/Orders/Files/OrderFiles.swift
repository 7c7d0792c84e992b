import Lists
import PlanModel

/// The files of a set of orders.
struct OrderFiles {
    let set: OrderSet
    let changes: OrderChanges?
    /// Places of the orders that are written, in order.
    let indices: [Int]
    /// The orders before, some of which are gone.
    let previous: OrderSet?

    /// What stands in the column of changes of an order whose subject has left the list; the rest of its row is what was ordered.
    static let gone = "退出清单"

    /// - Parameter previous: Where given, orders whose subjects have left the list since are written behind the others.
    init(_ set: OrderSet, changes: OrderChanges?, previous: OrderSet? = nil, where isMeant: (Int) -> Bool) {
        self.set = set
        self.changes = changes
        self.previous = previous
        indices = set.orders.indices.filter(isMeant)
    }

    /// `orders.csv` in pieces of about a megabyte.
    func writeCSV(_ sink: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        var writer = OrderCSV(set, changes: changes)
        try writeCSV(indices, &writer, sink)
        if let gone = changes?.gone, !gone.isEmpty { try rows(gone: gone).withUnsafeBufferPointer(sink) }
    }

    /// `orders.json` in pieces of about a megabyte.
    func writeJSON(_ sink: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        let json = OrderJSON(set: set, changes: changes)
        var bytes = ByteBuffer(capacity: Self.piece + 4096)
        bytes.append(Array(json.head.utf8))
        for (place, index) in indices.enumerated() {
            bytes.append(Array(json.line(index).utf8))
            bytes.append(Array((place + 1 < indices.count ? ",\n" : "\n").utf8))
            if bytes.count > Self.piece {
                try bytes.withBytes(sink)
                bytes.removeAll()
            }
        }
        bytes.append(Array(json.tail(gone: previous.map { old in (changes?.gone ?? []).map { old.detail(of: $0) } } ?? []).utf8))
        try bytes.withBytes(sink)
    }

    private static let piece = 1 << 20

    private func writeCSV(_ indices: [Int], _ writer: inout OrderCSV, _ sink: (UnsafeBufferPointer<UInt8>) throws -> Void)
        rethrows
    {
        var bytes = ByteBuffer(capacity: Self.piece + 4096)
        bytes.append(OrderCSV.headBytes)
        for index in indices {
            writer.append(index, to: &bytes)
            if bytes.count > Self.piece {
                try bytes.withBytes(sink)
                bytes.removeAll()
            }
        }
        try bytes.withBytes(sink)
    }

    /// All files of a notice's folder: the whole as CSV and JSON, and a CSV for each county and each bureau with orders.
    func all() -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        var csv: [UInt8] = []
        writeCSV { csv += $0 }
        files.append(("orders.csv", csv))
        var json: [UInt8] = []
        writeJSON { json += $0 }
        files.append(("orders.json", json))
        var names = FileNames()
        var writer = OrderCSV(set, changes: changes)
        let gone = previous.map { OrderFiles($0, changes: nil) { _ in false } }?.groups(of: changes?.gone ?? []) ?? []
        let groups = groups(of: indices)
        for (name, indices) in groups {
            var bytes: [UInt8] = []
            writeCSV(indices, &writer) { bytes += $0 }
            if let old = gone.first(where: { $0.0 == name })?.1 { bytes += rows(gone: old) }
            files.append(("orders/\(names.name(name)).csv", bytes))
        }
        for (name, old) in gone where !groups.contains(where: { $0.0 == name }) {
            files.append(("orders/\(names.name(name)).csv", OrderCSV.headBytes + rows(gone: old)))
        }
        return files
    }

    private func rows(gone: [Int]) -> [UInt8] {
        guard let previous else { return [] }
        var bytes = ByteBuffer(capacity: 4096)
        var writer = OrderCSV(previous, changes: nil, change: Self.gone)
        for index in gone { writer.append(index, to: &bytes) }
        var result: [UInt8] = []
        bytes.withBytes { result += $0 }
        return result
    }

    /// Orders by county, then by bureau.
    private func groups(of indices: [Int]) -> [(String, [Int])] { byCounty(indices) + byBureau(indices) }

    /// Orders by county, in the order of the area, then as they are met.
    private func byCounty(_ indices: [Int]) -> [(String, [Int])] {
        var groups: [String: [Int]] = [:]
        var order = set.area.counties
        for index in indices {
            let county = set.table(of: set.orders[index]).text(Int(set.orders[index].row), "county")
            if groups[county] == nil, !order.contains(county) { order.append(county) }
            groups[county, default: []].append(index)
        }
        return order.compactMap { name in groups[name].map { (name.isEmpty ? "未填县区" : name, $0) } }
    }

    /// Orders by bureau: each that one of its measures or seasons takes part in, in plan order.
    private func byBureau(_ indices: [Int]) -> [(String, [Int])] {
        let rules = set.plan.orders
        var order: [String] = []
        for lead in rules.measures.map(\.lead) + rules.seasons.map(\.lead) {
            if let lead, !order.contains(lead) { order.append(lead) }
        }
        var groups: [String: [Int]] = [:]
        for index in indices {
            for lead in set.rulings[Int(set.orders[index].ruling)].leads { groups[lead, default: []].append(index) }
        }
        return order.compactMap { name in groups[name].map { (name, $0) } }
    }
}
