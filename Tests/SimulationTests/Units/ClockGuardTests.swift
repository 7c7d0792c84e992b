import AirQuality
import Desk
import Testing

/// Steps of the wall clock, each as the desk meets it: the steady clock runs on, and what the feeds say decides.
struct ClockGuardTests {
    private static let noon = HourSlot(497_304).start

    /// A guard with its clocks, started at noon with data up to then.
    private struct Watch {
        var guardian: ClockGuard
        var wall = ClockGuardTests.noon.seconds
        var steady: Int64 = 50
        var data: HourSlot? = ClockGuardTests.noon.hourFloor

        init(_ memory: ClockGuard.Memory = ClockGuard.Memory(), wall: Int64? = nil) {
            guardian = ClockGuard(memory)
            self.wall = wall ?? self.wall
            _ = read()
        }

        mutating func read() -> ClockGuard.Step? {
            guardian.read(wall: Instant(seconds: wall), steady: steady, newestData: data)
        }

        /// Time passes, and the wall clock makes a step with it.
        mutating func pass(_ seconds: Int64, step: Int64 = 0, sleep: Int64 = 0) -> ClockGuard.Step? {
            steady += seconds
            wall += seconds + step + sleep
            return read()
        }

        /// Seconds from noon to the time that the desk goes by.
        var time: Int64? { guardian.time.map { $0.seconds - ClockGuardTests.noon.seconds } }
    }

    @Test(
        "a step that is believed at once",
        arguments: [(30, false), (-30, false), (3600, false), (7200, false), (-61, true), (-3600, true), (-7200, true)]
            as [(Int64, Bool)])
    func believed(step: Int64, isReported: Bool) {
        var watch = Watch()
        #expect((watch.pass(10, step: step) != nil) == isReported)
        #expect(watch.guardian.trustsClock)
        #expect(watch.time == 10 + step)
    }

    @Test(
        "a step in doubt: the desk goes by the steady clock",
        arguments: [7201, 9000, 86_400, 400 * 86_400, -10_800, -86_400] as [Int64])
    func doubted(step: Int64) {
        var watch = Watch()
        #expect(
            watch.pass(10, step: step)
                == ClockGuard.Step(from: Self.at(10), to: Self.at(10 + step)))
        #expect(!watch.guardian.trustsClock)
        // Data of the true time goes on and settles nothing.
        for hour in 1...30 {
            watch.data = Self.noon.hourFloor + hour
            #expect(watch.pass(3600) == nil)
            #expect(watch.time == 10 + Int64(hour) * 3600)
            #expect(!watch.guardian.trustsClock)
        }
        // Taken back, it is over, without a jump of the time.
        #expect((watch.pass(10, step: -step) != nil) == true)
        #expect(watch.guardian.trustsClock)
        #expect(watch.time == Int64(20 + 30 * 3600))
    }

    @Test(
        "a machine that slept: data of the new time settles for the wall clock",
        arguments: [7201, 9000, 36_000, 300_000] as [Int64])
    func sleptWithData(seconds: Int64) {
        var watch = Watch()
        _ = watch.pass(10, sleep: seconds)
        #expect(!watch.guardian.trustsClock)
        watch.data = Instant(seconds: watch.wall).hourFloor
        #expect(watch.pass(60) == nil)
        #expect(watch.guardian.trustsClock)
        #expect(watch.time == 70 + seconds)
    }

    @Test("where only forecasts come, they settle it too")
    func sleptWithForecasts() {
        var watch = Watch()
        _ = watch.pass(10, sleep: 86_400)
        // Issued before the machine slept, or by a clock of the future: no word for the new time.
        watch.guardian.heard(issued: Self.at(-3600))
        watch.guardian.heard(issued: Self.at(900_000))
        _ = watch.pass(60)
        #expect(!watch.guardian.trustsClock)
        watch.guardian.heard(issued: Self.at(86_400 - 7200))
        _ = watch.pass(60)
        #expect(watch.guardian.trustsClock)
    }

    @Test("where nothing comes, hours pass by the steady clock")
    func sleptInSilence() {
        var watch = Watch()
        _ = watch.pass(10, sleep: 86_400)
        for hour in 1...50 {
            _ = watch.pass(3600)
            #expect(watch.time == 10 + Int64(hour) * 3600)
        }
    }

    @Test("data that fits neither time moves the time up to it")
    func backlog() {
        var watch = Watch()
        _ = watch.pass(10, sleep: 36_000)
        watch.data = Self.noon.hourFloor + 5
        _ = watch.pass(60)
        #expect(!watch.guardian.trustsClock)
        #expect(watch.time == Int64(3 * 3600))
    }

    @Test("a step backward that is believed is undone by data from ahead of it")
    func contradictedLater() {
        var watch = Watch()
        watch.data = Self.noon.hourFloor - 2
        _ = watch.pass(10, step: -10_800)
        #expect(watch.guardian.trustsClock)
        // The files of the true hours wait to be taken, none is thrown away.
        #expect(watch.guardian.mayBeBehind)
        #expect(watch.guardian.possibleTimes?.upperBound == Self.at(10))
        watch.data = Self.noon.hourFloor
        _ = watch.pass(60)
        #expect(!watch.guardian.trustsClock)
        #expect(watch.time == 70)
        // No data for hours: the wall clock catches up with the last, and is wrong all the same.
        _ = watch.pass(5 * 3600)
        #expect(watch.time == Int64(70 + 5 * 3600))
    }

    @Test("a restart proves nothing")
    func restarts() {
        let doubted = ClockGuard.Step(from: Self.at(0), to: Self.at(86_400))
        let memory = ClockGuard.Memory(doubted: doubted, lastKnown: Self.at(0))
        #expect(Watch(memory, wall: Self.at(86_400 + 600).seconds).time == 600)
        // Put right while no process ran.
        #expect(Watch(memory, wall: Self.at(600).seconds).time == 600)
        // Hours without a process are hours.
        #expect(Watch(ClockGuard.Memory(lastKnown: Self.at(0)), wall: Self.at(86_400).seconds).time == 86_400)
        // A clock that lost its battery, until the network puts it right.
        var reset = Watch(ClockGuard.Memory(lastKnown: Self.at(100)), wall: 1000)
        #expect(!reset.guardian.trustsClock)
        #expect(reset.time == 100)
        _ = reset.pass(20, step: Self.at(500_000).seconds - 1020)
        #expect(reset.guardian.trustsClock)
        #expect(reset.time == 500_000)
    }

    @Test("a steady clock that runs back counts as standing still")
    func steadyRunsBack() {
        var watch = Watch()
        watch.steady = 0
        #expect(watch.read() == nil)
        #expect(watch.time == 0)
    }

    private static func at(_ seconds: Int64) -> Instant { Instant(seconds: noon.seconds + seconds) }
}
