import Samples

/// The tables of a sample list as rows of cells, read by the simplest means: nothing in them is quoted.
struct ListTables {
    /// Rows by file name, each a dictionary by the head of the column.
    let rows: [String: [[String: String]]]
    let heads: [String: [String]]

    init(_ list: SampleList) {
        var rows: [String: [[String: String]]] = [:]
        var heads: [String: [String]] = [:]
        for table in list.tables() {
            let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            let head = lines.first ?? []
            heads[table.name] = head
            rows[table.name] = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
        }
        self.rows = rows
        self.heads = heads
    }

    subscript(_ name: String) -> [[String: String]] { rows[name + ".csv"] ?? [] }

    /// A number of at most two decimals, in hundredths.
    static func hundredths(_ text: String?) -> Int? {
        guard let parts = text?.split(separator: "."), (1...2).contains(parts.count), let whole = Int(parts[0]) else {
            return nil
        }
        guard parts.count == 2 else { return whole * 100 }
        guard let part = Int(parts[1]), parts[1].utf8.count <= 2 else { return nil }
        return whole * 100 + (parts[1].utf8.count == 1 ? part * 10 : part)
    }
}
