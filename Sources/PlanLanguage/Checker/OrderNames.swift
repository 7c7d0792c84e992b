import PlanModel

/// What the checks of orders gather on their way.
struct OrderNames {
    /// Places of the levels in their order.
    var levels: [String: Int] = [:]
    /// Where each county is named.
    var counties: [String: SourceRange] = [:]
    /// Areas that name counties, be it ones of another area.
    var areasWithCounties: Set<String> = []
    var industries: [String] = []
    var tableFiles: [String] = []
    var columns: [OrderSubject: ColumnSet] = [:]
    var lists: [ListName] = []
    var listPlaces: [String: Int] = [:]
    /// Lists whose file was looked for.
    var listsSeen: Set<String> = []
    /// Exemptions, measures, seasons and watches by id.
    var rules: [String: SourceRange] = [:]
    /// The column of a table's cell that is being checked.
    var cell: String?
    var lineTables: [Int: LineTable] = [:]
}
