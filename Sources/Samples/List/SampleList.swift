import AirQuality
import PlanModel

/// A synthetic emission-reduction list of Xuchang as the tables of a plan folder: the same for the same numbers on every machine.
///
/// Everything in it is invented: enterprises, codes (of a division that does not exist), people, documents. Counts by county and
/// industry, grades and sizes are made to look like those of such a city. The work grows in proportion to the rows.
public struct SampleList: Sendable {
    /// The language of heads and values; names are Chinese in both.
    public enum Heads: Sendable { case chinese, english }

    /// The list in rules/xuchang.
    public static let xuchang = SampleList()

    public let seed: UInt64
    public let enterprises: Int
    /// Production lines, shared out by the sizes of the enterprises.
    public let lines: Int
    public let sites: Int
    public let heads: Heads

    /// File names of the tables, in the order of ``tables()``.
    public static let tableNames = [
        "enterprises", "lines", "facilities", "sites", "facts", "whitelist", "livelihood", "dust_blacklist",
    ].map { $0 + ".csv" }

    /// The largest list.
    public static let maximumEnterprises = 2_000_000
    /// Lines, of an enterprise on the mean.
    public static let maximumLines = 16

    /// A list of so many rows, within its bounds. Where no number is given there are 8 lines to 3 enterprises and a site to five.
    public init(
        seed: UInt64 = 411_000, enterprises: Int = 1_500, lines: Int? = nil, sites: Int? = nil, heads: Heads = .chinese
    ) {
        self.seed = seed
        self.enterprises = min(max(enterprises, 1), Self.maximumEnterprises)
        self.lines = min(max(lines ?? self.enterprises * 8 / 3, 0), self.enterprises * Self.maximumLines)
        self.sites = min(max(sites ?? self.enterprises / 5, 0), Self.maximumEnterprises)
        self.heads = heads
    }

    /// The tables, one a file (``tableNames``).
    public func tables() -> [SampleTable] {
        var writer = SampleListWriter(self)
        let weights = (0..<enterprises).reduce(0) { $0 + SampleEnterprise($1, of: enterprises, seed: seed).lineWeight }
        var weight = 0
        var given = 0
        for number in 0..<enterprises {
            let enterprise = SampleEnterprise(completing: SampleEnterprise(number, of: enterprises, seed: seed))
            weight += enterprise.lineWeight
            // So many as its share of all weights asks, the fractions carried on: the sum is exact.
            let upTo = weights > 0 ? weight * lines / weights : (number + 1) * lines / enterprises
            writer.add(enterprise, lines: upTo - given)
            given = upTo
        }
        for number in 0..<sites { writer.add(SampleSite(number, of: sites, seed: seed)) }
        return writer.finished()
    }
}
