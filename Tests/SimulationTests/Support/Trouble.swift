import Glibc
import Synchronization

@testable import FileAccess
@testable import Ledger

/// What goes wrong in the world: shared by the file system and the ledger, so that a crash stops both at the same step.
final class Trouble: Sendable {
    struct State {
        /// Steps until the process dies; nil: it lives on.
        var stepsToCrash: Int?
        var isDead = false
        var spoolIsFull = false
        var ledgerIsFull = false
        /// Steps until the wait for a folder fails once.
        var stepsToFailedSync: Int?
        var steps = 0
    }

    /// The process died.
    struct Crash: Error {}

    let state = Mutex(State())

    var isDead: Bool { state.withLock { $0.isDead } }

    func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    /// One step of the process; from its death on none is taken any more.
    func step() throws(Crash) {
        let isDead = state.withLock { state in
            state.steps += 1
            if let left = state.stepsToCrash {
                state.stepsToCrash = left - 1
                if left <= 1 { state.isDead = true }
            }
            return state.isDead
        }
        if isDead { throw Crash() }
    }

    var ledgerFaults: LedgerFaults {
        LedgerFaults { _ in
            try self.step()
            if self.state.withLock({ $0.ledgerIsFull }) {
                throw LedgerError(.noSpace, "the simulated disk is full", help: "wait")
            }
        }
    }
}
