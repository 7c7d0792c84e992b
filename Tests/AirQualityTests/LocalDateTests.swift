import AirQuality
import Testing

@Suite struct LocalDateTests {
    @Test func everyDayOfFourCenturiesRoundTrips() {
        for days in stride(from: -10_000, through: 140_000, by: 1) {
            let date = LocalDate(days: days)
            let (year, month, day) = date.civil
            #expect(LocalDate(year: year, month: month, day: day) == date)
        }
    }

    @Test func readsDatesAndRefusesImpossibleOnes() {
        #expect(LocalDate("2016-12-16")?.days == 17_151)
        #expect(LocalDate("20220102")?.description == "2022-01-02")
        for text in ["2015-02-29", "2016-13-01", "2016-1-1", "", "2016-12-16T", "abcd-ef-gh"] { #expect(LocalDate(text) == nil) }
        #expect(Edition.start2026.description == "2026-03-01")
    }
}
