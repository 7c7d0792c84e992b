import AirQuality
import Feeds
import PlanModel
import Samples
import Testing

struct EpisodeFileTests {
    private func recipe(seed: UInt64 = 3, gaps: Int = 5) -> EpisodeRecipe {
        EpisodeRecipe(
            shape: .double, peak: 260, hours: 72, gaps: gaps, forecastError: 15, seed: seed, start: LocalDate(days: 20_458))
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let episode = EpisodeFile(.winter)
        #expect(try EpisodeFile(reading: episode.bytes) == episode)
    }

    @Test func theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws {
        let plan = try #require(try shippedPlan("xuchang"))
        let bytes = EpisodeMaker(recipe(), plan: plan).episode.bytes
        #expect(EpisodeMaker(recipe(), plan: plan).episode.bytes == bytes)
        #expect(EpisodeMaker(recipe(seed: 4), plan: plan).episode.bytes != bytes)
    }

    @Test func everyFileCanBeReadAndNamesTheStationsOfThePlan() throws {
        let plan = try #require(try shippedPlan("xuchang"))
        let episode = EpisodeMaker(recipe(gaps: 0), plan: plan).episode
        #expect(episode.instants.upperBound - episode.instants.lowerBound == 71)
        var rows = 0
        for arrival in episode.arrivals {
            let result = FeedReader.read(arrival.bytes, name: arrival.name)
            #expect(result.rejected == nil && result.errorCount == 0, "\(arrival.name)")
            rows += result.observations.rows.count
            #expect(Set(result.observations.stations).isSubset(of: plan.areas.flatMap(\.stations)))
        }
        #expect(rows == 72 * plan.areas.flatMap(\.stations).count)
    }

    @Test func gapsAreAsManyAsAskedFor() throws {
        let plan = try #require(try shippedPlan("xuchang"))
        let rows = EpisodeMaker(recipe(gaps: 30), plan: plan).episode.arrivals.reduce(0) {
            $0 + FeedReader.read($1.bytes, name: $1.name).observations.rows.count
        }
        let all = 72 * plan.areas.flatMap(\.stations).count
        #expect((all * 60 / 100...all * 80 / 100).contains(rows))
    }

    @Test(arguments: [
        "", "lantian-episode 2\n", "lantian-episode 1\ntitle a\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-02T00:00:00Z 2026-01-01T00:00:00Z\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-01T00:30:00Z 2026-01-02T00:00:00Z\n",
        "lantian-episode 1\ntitle a\nevaluate 1026-01-01T00:00:00Z 2026-01-02T00:00:00Z\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-01T00:00:00Z 2026-01-02T00:00:00Z\nfile 2026-01-01T00:00:00Z 9 a.csv\nabc\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-01T00:00:00Z 2026-01-02T00:00:00Z\nfile 2026-01-01T00:00:00Z -3 a.csv\nabc\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-01T00:00:00Z 2026-01-02T00:00:00Z\nfile 2026-01-01T00:00:00Z 3 ../a\nabc\n",
        "lantian-episode 1\ntitle a\nevaluate 2026-01-01T00:00:00Z 2026-01-02T00:00:00Z\nfile 2026-01-01T00:00:00Z 9223372036854775807 a\nabc\n",
    ])
    func whatIsNoEpisodeIsRefused(_ text: String) {
        #expect(throws: EpisodeError.self) { try EpisodeFile(reading: Array(text.utf8)) }
    }
}
