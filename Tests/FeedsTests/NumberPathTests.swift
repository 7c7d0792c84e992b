import AirQuality
import Feeds
import TestSupport
import Testing

/// Bare numbers take a short way through the parser, quoted ones the exact way of `ScaledDecimal`; both must agree.
struct NumberPathTests {
    @Test func shortAndExactWayAgree() {
        var random = SplitMix64(seed: 20_161_216)
        var texts: [String] = []
        for _ in 0..<20_000 { texts.append(number(&random)) }
        let start = "2026-11-20T07:00:00+08:00,a,"
        let bare = read(Header.plain + texts.map { "\(start)\($0),\($0),1,1,\($0),\($0)\n" }.joined())
        let quoted = read(Header.plain + texts.map { "\(start)\"\($0)\",\"\($0)\",1,1,\"\($0)\",\"\($0)\"\n" }.joined())
        #expect(bare.rejected == nil && bare.observations.rows.count == texts.count)
        #expect(bare.observations.rows == quoted.observations.rows)
        #expect(bare.refused == quoted.refused && bare.missing == quoted.missing)
        for (text, row) in zip(texts, bare.observations.rows) {
            let exact = ScaledDecimal(text, places: 3).map { Ceilings.standard.admit($0, as: .pm10) }
            #expect(row.values[.pm10] == exact ?? PollutantValues.missing, "\(text)")
        }
        let micrograms = read(Header.prsa + texts.map { "1,2013,3,1,0,1,1,1,1,\($0),1,1,N,a\n" }.joined())
        for (text, row) in zip(texts, micrograms.observations.rows) {
            let exact = ScaledDecimal(text, places: 0).map { Ceilings.standard.admit($0, as: .co) }
            #expect(row.values[.co] == exact ?? PollutantValues.missing, "\(text)")
        }
    }

    /// Numbers of all the shapes that decimals have, most of them short.
    private func number(_ random: inout SplitMix64) -> String {
        func digits(_ count: Int) -> String { String((0..<count).map { _ in Character(String(random.next() % 10)) }) }
        var text = digits(Int(random.next() % 10))
        if random.next() % 2 == 0 { text += "." + digits(Int(random.next() % 6)) }
        if random.next() % 16 == 0 { text += "e" + digits(1) }
        if random.next() % 16 == 0 { text = "-" + text }
        return text
    }
}
