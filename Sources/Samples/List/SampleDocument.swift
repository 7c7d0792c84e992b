/// Numbers of documents that no office issues.
enum SampleDocument {
    static func number(_ draw: inout SplitMix64, year: Int = 2025) -> String { "样例〔\(year)〕\(1 + draw.below(180))号" }
}
