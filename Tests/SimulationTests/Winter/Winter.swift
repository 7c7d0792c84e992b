import AirQuality

/// A winter as it comes: files with the time of their arrival, and what happens to the machine.
struct Winter {
    struct Arrival {
        /// True seconds.
        var at: Int64
        var name: String
        var bytes: [UInt8]
        /// Whether the reader can make anything of it.
        var isReadable = true
        /// Dated facts, which a plan without a list rejects.
        var isFacts = false
    }

    struct Incident {
        enum Kind: Hashable {
            /// SIGTERM and a new start.
            case restart
            /// Killed at a step some way on; where `losesPower`, unwaited changes may be lost.
            case crash(steps: Int, losesPower: Bool)
            /// Stopped for some minutes.
            case downtime(minutes: Int)
            /// The machine sleeps, and its steady clock with it.
            case sleep(minutes: Int)
            /// The wall clock is wrong by some seconds for some minutes.
            case clock(offset: Int64, minutes: Int)
            case reload(SimulationPlans.Variant)
            case spoolFull(minutes: Int)
            case ledgerFull(minutes: Int)
            case failedSync(steps: Int)
        }

        var at: Int64
        var kind: Kind
    }

    /// What may happen; all off is a winter without mishap.
    struct Mishaps {
        var gaps = true
        var conflicts = true
        var incidents = true
        /// One row in this many is dropped, where above 0.
        var dropped = 0
    }

    let seed: UInt64
    let hours: Int
    private(set) var arrivals: [Arrival] = []
    private(set) var incidents: [Incident] = []

    var start: HourSlot { Weather.start }
    var end: Instant { (start + hours).start }

    /// Hours at the end in which nothing goes wrong any more.
    static let calmHours = 8

    init(seed: UInt64, mishaps: Mishaps = Mishaps()) {
        self.seed = seed
        var random = SeededRandom(seed: seed)
        hours = random.within(36...64)
        var feeds = WinterFeeds(
            weather: Weather(hours: hours + 72, random: &random), hours: hours, mishaps: mishaps, random: random)
        arrivals = feeds.all()
        random = feeds.random
        if mishaps.incidents { makeIncidents(&random) }
    }

    private mutating func makeIncidents(_ random: inout SeededRandom) {
        var hour = 2
        while hour < hours - Self.calmHours - 14 {
            let at = (start + hour).start.seconds + Int64(random.below(3600))
            let kind = Self.kind(&random)
            incidents.append(Incident(at: at, kind: kind))
            // A second mishap in the midst of the first.
            if random.once(in: 3) {
                incidents.append(Incident(at: at + Int64(random.below(5400)), kind: Self.crash(&random)))
            }
            hour += random.within(2...14)
        }
        incidents.sort { $0.at < $1.at }
    }

    private static func crash(_ random: inout SeededRandom) -> Incident.Kind {
        .crash(steps: random.within(1...40), losesPower: random.once(in: 2))
    }

    private static func kind(_ random: inout SeededRandom) -> Incident.Kind {
        switch random.below(20) {
        case 0, 1: .restart
        case 2, 3, 4, 5, 6: crash(&random)
        case 7: .downtime(minutes: random.within(20...420))
        case 8: .sleep(minutes: random.within(30...500))
        case 9, 10, 11:
            .clock(
                offset: random.pick([-300, 300, -3600, 3600, -3 * 3600, 9000, 3 * 3600, -86_400, 86_400]),
                minutes: random.within(20...600))
        case 12, 13, 14, 15: .reload(random.pick(SimulationPlans.Variant.allCases))
        case 16, 17: .spoolFull(minutes: random.within(10...400))
        case 18: .ledgerFull(minutes: random.within(5...150))
        default: .failedSync(steps: random.within(1...12))
        }
    }
}
