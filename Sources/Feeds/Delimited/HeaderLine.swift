/// The first line of a delimited file: what each column is called.
struct HeaderLine {
    let names: [String]

    enum Failure: Error { case tooLong, notUTF8, openQuote }

    /// Reads the header and leaves the cursor at the first data line.
    init(_ cursor: inout ByteCursor) throws(Failure) {
        var names: [String] = []
        let start = cursor.position
        while true {
            let cell = cursor.cell()
            guard cursor.position - start <= FeedLimits.lineBytes else { throw .tooLong }
            guard !cell.hasOpenQuote else { throw .openQuote }
            guard let name = cell.text else { throw .notUTF8 }
            names.append(name)
            if !cursor.takeSeparator() { break }
        }
        // A stray carriage return inside the line is part of a name, so only the line's end can follow.
        _ = cursor.takeLineEnd()
        self.names = names
    }

    func index(of name: String) -> Int? { names.firstIndex(of: name) }

    func contains(_ name: String) -> Bool { names.contains(name) }
}
