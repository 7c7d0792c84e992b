import GRDB

/// Compares the derived tables of two databases row by row.
struct TableComparison {
    let stored: Database
    let rebuilt: Database

    /// The first difference: of the schema, then of the rows.
    func firstFault() throws -> VerifyReport.Fault? {
        if let name = try firstSchemaDifference() { return .schema(name) }
        for (table, order) in DerivedTables.all {
            if let fault = try firstFault(in: table, order) { return fault }
        }
        return nil
    }

    private func firstSchemaDifference() throws -> String? {
        let sql = """
            SELECT name, coalesce(sql, '') FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\' ORDER BY name
            """
        func objects(_ db: Database) throws -> [String: String] {
            let rows = try Row.fetchAll(db, sql: sql).map { row in
                (try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
            }
            return Dictionary(rows) { first, _ in first }
        }
        let (found, wanted) = (try objects(stored), try objects(rebuilt))
        return Set(found.keys).union(wanted.keys).sorted().first { found[$0] != wanted[$0] }
    }

    private func firstFault(in table: String, _ order: String) throws -> VerifyReport.Fault? {
        let sql = "SELECT * FROM \(table) ORDER BY \(order)"
        let found = try Row.fetchCursor(stored, sql: sql)
        let wanted = try Row.fetchCursor(rebuilt, sql: sql)
        let keys = order.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        while true {
            switch (try found.next(), try wanted.next()) {
            case (nil, nil): return nil
            case (let row?, nil): return .table(table, row: name(row, keys), reason: "it does not come out of the records")
            case (nil, let row?): return .table(table, row: name(row, keys), reason: "it is missing")
            case (let row?, let other?):
                guard row != other else { continue }
                guard name(row, keys) == name(other, keys) else {
                    return .table(
                        table, row: name(row, keys),
                        reason: "the records give row \(name(other, keys)) in its place, so one of them is missing or added")
                }
                return .table(table, row: name(row, keys), reason: difference(row, other))
            }
        }
    }

    private func name(_ row: Row, _ keys: [String]) -> String {
        keys.map { "\($0) \(text(row[$0] as DatabaseValue?))" }.joined(separator: ", ")
    }

    private func difference(_ row: Row, _ other: Row) -> String {
        let column = row.columnNames.first { (row[$0] as DatabaseValue?) != (other[$0] as DatabaseValue?) } ?? ""
        return
            "`\(column)` is \(text(row[column] as DatabaseValue?)), but the records give \(text(other[column] as DatabaseValue?))"
    }

    /// A value for people, long ones cut.
    private func text(_ value: DatabaseValue?) -> String {
        let text = value?.description ?? "NULL"
        return text.count > 60 ? text.prefix(57) + "…" : text
    }
}
