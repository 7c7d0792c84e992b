import Lists
import PlanModel

/// What orders need of the production lines, read once.
struct LineTable: Sendable {
    private let groups: RowGroups
    let emissions: EmissionColumns
    private let traits: [UInt8]
    private let minimumLoads: [Int64]?
    let count: Int

    private static let runs: UInt8 = 1
    private static let isInterruptible: UInt8 = 2
    private static let hasBackup: UInt8 = 4
    private static let isFiled: UInt8 = 8

    /// - Parameter level: Lines that the filed plan stops at it or below are filed; nil: none.
    init(_ list: EmissionList, levels: [Level], level: Int?) {
        let table = list.lines
        count = table.count
        groups = list.linesOfEnterprise
        emissions = EmissionColumns(table)
        minimumLoads = table.numbers("minimum_load")
        let running = table.flags("running", blank: true)
        let interruptible = table.flags("interruptible", blank: true)
        let backup = table.flags("backup_treatment", blank: false)
        var traits = (0..<table.count).map { line in
            (running[line] ? Self.runs : 0) | (interruptible[line] ? Self.isInterruptible : 0)
                | (backup[line] ? Self.hasBackup : 0)
        }
        if let level {
            for level in levels.prefix(level + 1) {
                guard case .flags(let flags)? = table.column(level.id)?.cells else { continue }
                for line in flags.indices where flags[line] == 1 { traits[line] |= Self.isFiled }
            }
        }
        self.traits = traits
    }

    /// Places of the lines of an enterprise.
    @inline(__always) func places(of enterprise: Int) -> Range<Int> {
        Int(groups.starts[enterprise])..<Int(groups.starts[enterprise &+ 1])
    }

    /// The row of the line at a place.
    @inline(__always) func line(_ place: Int) -> Int { Int(groups.rows[place]) }

    @inline(__always) func runs(_ line: Int) -> Bool { traits[line] & Self.runs != 0 }
    @inline(__always) func isInterruptible(_ line: Int) -> Bool { traits[line] & Self.isInterruptible != 0 }
    @inline(__always) func hasBackup(_ line: Int) -> Bool { traits[line] & Self.hasBackup != 0 }
    @inline(__always) func isFiled(_ line: Int) -> Bool { traits[line] & Self.isFiled != 0 }

    /// What stopping a running line takes away: all of its emission, or down to the minimum load of one that cannot be interrupted.
    @inline(__always) func reduction(_ line: Int) -> EmissionValues {
        let all = emissions[line]
        if isInterruptible(line) { return all }
        guard let load = minimumLoads?[line], load >= 0 else { return .zero }
        return all.share(millionths: 100_000_000 - load)
    }
}
