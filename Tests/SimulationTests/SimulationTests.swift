import AirQuality
import Desk
import Glibc
import Testing
import Warnings

@testable import Daemon
@testable import Ledger

/// Random winters, each from a seed. `LANTIAN_SEEDS` says how many, `LANTIAN_SEED` runs one alone.
struct SimulationTests {
    static func seeds(_ usual: Int) -> [UInt64] {
        if let one = getenv("LANTIAN_SEED").flatMap({ UInt64(String(cString: $0)) }) { return [one] }
        let count = getenv("LANTIAN_SEEDS").flatMap { Int(String(cString: $0)) } ?? 200
        return Array(1...UInt64(max(1, usual * count / 200)))
    }

    /// In parts, which run side by side.
    @Test("winters with every mishap", arguments: 0..<parts)
    func winters(part: Int) {
        for seed in Self.seeds(200) where Int(seed % UInt64(Self.parts)) == part { Run.check(Winter(seed: seed)) }
    }

    private static let parts = 4

    @Test("winters hold changes of orders under a level in force, of the list and of facts")
    func supplements() throws {
        var causes: Set<Supplement.Cause> = []
        for seed in 1...12 as ClosedRange<UInt64> {
            let path = Run.scratch(seed)
            defer { Run.clear(path) }
            let simulation = Simulation(Winter(seed: seed), ledgerPath: path)
            try simulation.run()
            try simulation.service?.ledger.forEachRecord { record in
                guard case .supplement(let supplement) = record.entry else { return }
                causes.formUnion(supplement.supplements.map(\.cause))
            }
        }
        #expect(causes == [.plan, .facts, .day])
    }

    @Test("neither the order of files within an hour, nor restarts, nor reloads of the same plan change a decision")
    func orderAndRestarts() {
        for seed in Self.seeds(40) {
            let winter = Winter(seed: seed, mishaps: Winter.Mishaps(gaps: true, conflicts: false, incidents: false))
            let plain = Run.decisions(winter, shuffles: false)
            let other = Run.decisions(winter, shuffles: true)
            #expect(plain == other, "seed \(seed)")
        }
    }

    @Test("dropped data starts nothing")
    func droppedData() {
        for seed in Self.seeds(20) {
            Run.check(Winter(seed: seed, mishaps: Winter.Mishaps(gaps: true, incidents: false, dropped: 2)))
        }
    }
}

/// Runs a winter and says what went wrong.
enum Run {
    @discardableResult
    static func check(_ winter: Winter) -> [Decision] {
        let path = scratch(winter.seed)
        defer { clear(path) }
        let simulation = Simulation(winter, ledgerPath: path)
        do {
            try simulation.run()
            return try Invariants(simulation).check()
        } catch {
            report(error, simulation)
            return []
        }
    }

    static func report(_ error: any Error, _ simulation: Simulation) {
        Issue.record(
            "seed \(simulation.winter.seed): \(error)\nrerun with LANTIAN_SEED=\(simulation.winter.seed)\n\(simulation.log.suffix(200).joined(separator: "\n"))"
        )
    }

    /// A path for a ledger, in memory where the machine has such a folder.
    static func scratch(_ seed: UInt64) -> String {
        let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        let path = "\(folder)/lantian-simulation-\(getpid())-\(UInt64.random(in: 0..<UInt64.max))-\(seed).sqlite"
        return path
    }

    static func clear(_ path: String) { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
}
