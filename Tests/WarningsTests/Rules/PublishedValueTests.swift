import AirQuality
import Testing

/// An area without stations reads what is published of it, under whatever of its names.
struct PublishedValueTests {
    @Test("a name without values does not hide another that has some", arguments: [["city", "City"], ["City", "city"]])
    func namesWithoutValues(names: [String]) throws {
        var scene = try Scene("observed hourly IAQI(PM2.5) > 100", stations: "")
        scene.observe([], 0, [0], at: names[0])
        scene.observe(.pm25, 300, 0..<1, at: names[1])
        #expect(scene.demanded(at: 1) == true)
        #expect(scene.decide(at: 1) == "issue none red 1")
    }

    @Test("a feed that changes the name goes on", arguments: [["city", "City"], ["City", "city"]])
    func changedName(names: [String]) throws {
        var scene = try Scene("observed hourly IAQI(PM2.5) > 100 for 2h", stations: "")
        scene.observe(.pm25, 300, 0..<1, at: names[0])
        scene.observe(.pm25, 300, 1..<2, at: names[1])
        #expect(scene.demanded(at: 2) == true)
    }

    @Test(
        "of two values of one hour that of the id counts, in whatever order they come",
        arguments: [["city", "City"], ["City", "city"]])
    func twoValues(names: [String]) throws {
        var scene = try Scene("observed hourly IAQI(PM2.5) > 100", stations: "")
        for name in names { scene.observe(.pm25, name == "city" ? 300 : 10, 0..<1, at: name) }
        #expect(scene.demanded(at: 1) == true)
    }
}
