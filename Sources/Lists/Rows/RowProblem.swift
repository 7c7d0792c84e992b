/// What is wrong with the shape of a row.
struct RowProblem {
    enum Kind {
        /// Fewer cells than the head has columns; how many.
        case short(Int)
        /// More cells than the head has columns, and they are not blank.
        case long
        /// A quote within a cell that does not begin with one; it is taken as it stands.
        case strayQuote
        /// Text between a closing quote and the next comma.
        case textAfterQuote
        /// A quote that is never closed.
        case openQuote
        /// More bytes than a row may have.
        case large
        /// More rows than the table may have; how many it may.
        case many(Int)
    }

    var kind: Kind
    /// The line of the file.
    var line: Int
}

extension RowProblem {
    var isError: Bool { if case .strayQuote = kind { false } else { true } }

    func report(columns: Int, into bag: inout FindingBag) {
        switch kind {
        case .short(let cells):
            bag.add(
                "row-short", .error, line: line,
                "the row has \(cells) cell\(cells == 1 ? "" : "s"), and the head \(columns) columns",
                help: "is a line break or a quote out of place?")
        case .long:
            bag.add(
                "row-long", .error, line: line, "the row has more cells than the head has columns (\(columns))",
                help: "put a cell that has a comma in quotes")
        case .strayQuote:
            bag.add(
                "quote-stray", .warning, line: line, "a quote within a cell that does not begin with one is taken as it stands",
                help: "put the whole cell in quotes and double those within it")
        case .textAfterQuote:
            bag.add(
                "quote-text-after", .error, line: line, "text follows a closing quote",
                help: "double the quotes within a quoted cell")
        case .openQuote: bag.add("quote-open", .error, line: line, "the quote that opens here is never closed", help: "close it")
        case .large: bag.add("row-large", .error, line: line, "the row has more than \(RowScanner.maximumRowBytes) bytes")
        case .many(let most): bag.add("table-rows", .error, line: line, "the table has more than \(most) rows")
        }
    }
}
