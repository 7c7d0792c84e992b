/// A construction unit of the sample list.
struct SampleContractor {
    let name: String
    let code: String
    /// Barred for its dust (action plan 五(一)).
    let isBlacklisted: Bool

    /// How many build so many sites.
    static func count(ofSites sites: Int) -> Int { max(3, sites / 5) }

    init(_ number: Int, of count: Int, seed: UInt64) {
        name = "许昌市\(SampleName.brand(number, of: count, seed: seed &+ 1_777))建设工程有限公司"
        // Numbers of enterprises begin at 0: these never meet them.
        code = SampleCode.text(SampleCode.firstContractor + number, seed: seed)
        isBlacklisted = number % 11 == 4
    }
}
