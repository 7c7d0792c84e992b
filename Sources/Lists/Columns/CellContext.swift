/// What the readers of columns share while a table is read.
final class CellContext {
    let base: UnsafePointer<UInt8>
    let end: Int
    /// Values of cells with doubled quotes, which do not lie in the file as they read.
    var side: [UInt8] = []
    var bag: FindingBag

    init(base: UnsafePointer<UInt8>, end: Int, bag: FindingBag) {
        self.base = base
        self.end = end
        self.bag = bag
    }

    /// What lies in a cell, for people: bounded, on one line.
    func shown(_ start: Int, _ count: Int) -> String { Self.shown(CellText(base, start: start, count: count).string) }

    static func shown(_ text: String, limit: Int = 60) -> String { ShownText.line(text, limit: limit) }
}
