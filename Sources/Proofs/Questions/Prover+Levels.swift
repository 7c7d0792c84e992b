import AirQuality
import PlanModel
import Warnings

// Questions about the levels at one instant.

extension Prover {
    /// Whether a level can be issued: demanded while no higher one is.
    mutating func askIssued(_ level: Int) {
        let scene = session.scenes[0]
        let higher = plan.levels.indices.filter { $0 > level }
        func isIssued(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let trace = scene.trace(values, at: instant) else { return false }
            return trace.levels[level].demanded == .true && higher.allSatisfy { trace.levels[$0].demanded != .true }
        }
        let (outcome, instant) = session.decide(at: session.instants) { encoder, now in
            [encoder.demanded(level, at: now).holds] + higher.map { !encoder.demanded($0, at: now).holds }
        } confirm: {
            isIssued($0, $1)
        }
        let subject = ProofAnswer.Subject.level(name(level))
        switch outcome {
        case .confirmed(let values):
            add("never-issued", .proved, "level \(name(level)) can be issued", at: subject, witness(values, instant))
        case .unconfirmed(let values):
            add(
                "never-issued", .undecided, "whether level \(name(level)) can be issued: no replay confirmed the series found",
                at: subject, witness(values, instant))
        case .interrupted: add("never-issued", .undecided, "whether level \(name(level)) can be issued", at: subject)
        case .impossible: answerNeverIssued(level, subject)
        }
    }

    private func witness(_ values: HourlyValues, _ instant: Int) -> Witness {
        Witness(
            values, at: [instant], evaluated: instant...instant,
            decisions: session.scenes[0].decisions(values, instant...instant) ?? [])
    }

    private mutating func answerNeverIssued(_ level: Int, _ subject: ProofAnswer.Subject) {
        switch session.excludes(at: session.instants, { [$0.demanded(level, at: $1).holds] }) {
        case true?:
            add(
                "never-issued", .found, "level \(name(level)) can never be issued: no series makes its condition true",
                help: "see what of the condition excludes the rest", at: subject)
        case false?:
            add(
                "never-issued", .found,
                "level \(name(level)) can never be issued: whenever it is demanded, a higher level is too",
                help: "it can only be reached by a downgrade; see whether a higher level asks for too little", at: subject)
        case nil: add("never-issued", .undecided, "whether level \(name(level)) can be issued", at: subject)
        }
    }

    /// Whether a level can be demanded while the one below is not.
    mutating func askLadder(_ level: Int) {
        let scene = session.scenes[0]
        func isHole(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let trace = scene.trace(values, at: instant) else { return false }
            return trace.levels[level].demanded == .true && trace.levels[level - 1].demanded != .true
        }
        let (outcome, instant) = session.decide(at: session.instants) { encoder, now in
            [encoder.demanded(level, at: now).holds, !encoder.demanded(level - 1, at: now).holds]
        } confirm: {
            isHole($0, $1)
        }
        let (high, low) = (name(level), name(level - 1))
        answer(
            "hole-in-ladder", outcome, at: [instant], evaluated: instant...instant, .level(high),
            good: "whenever \(high) is demanded, \(low) is too",
            bad: "\(high) can be demanded while \(low) is not",
            open: "whether \(high) can be demanded while \(low) is not",
            help: "a step down from \(high) can then pass by \(low); see whether its condition asks for too much"
        ) { isHole($0, instant) }
    }

    /// Whether a level's issue and end can be true at once.
    mutating func askIssueAndEnd(_ level: Int) {
        guard plan.levels[level].end != nil else { return }
        let scene = session.scenes[0]
        func areBoth(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let trace = scene.trace(values, at: instant) else { return false }
            return trace.levels[level].demanded == .true && trace.levels[level].released == .true
        }
        let (outcome, instant) = session.decide(at: session.instants) { encoder, now in
            [encoder.demanded(level, at: now).holds, encoder.released(level, at: now).holds]
        } confirm: {
            areBoth($0, $1)
        }
        answer(
            "issue-and-end", outcome, at: [instant], evaluated: instant...instant, .end(name(level)),
            good: "the issue and the end of \(name(level)) are never true at once",
            bad: "the issue and the end of \(name(level)) can be true at once",
            open: "whether the issue and the end of \(name(level)) can be true at once",
            help: "the demand goes first and the level stays; let the end ask that the demand is gone"
        ) { areBoth($0, instant) }
    }

    /// Whether a level in force can end at all.
    mutating func askEnd(_ level: Int) {
        let subject = ProofAnswer.Subject.end(name(level))
        guard plan.levels[level].end != nil else {
            add(
                "never-ends", .found, "level \(name(level)) has no `end`: once in force it never ends by itself",
                at: .level(name(level)), staying(level))
            return
        }
        let scene = session.scenes[0]
        func ends(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let trace = scene.trace(values, at: instant) else { return false }
            return trace.levels[level].released == .true && trace.levels[level...].allSatisfy { $0.demanded == .false }
        }
        let (outcome, _) = session.decide(at: session.instants) {
            [$0.left(level, at: $1)]
        } confirm: {
            ends($0, $1)
        }
        switch outcome {
        case .confirmed: add("never-ends", .proved, "level \(name(level)) can end", at: subject)
        case .unconfirmed, .interrupted:
            add("never-ends", .undecided, "whether level \(name(level)) can end", at: subject)
        case .impossible:
            add(
                "never-ends", .found,
                "level \(name(level)) never ends: no series makes its end true while no level from it on is demanded",
                help: "see whether the end asks for more hours than forecasts reach, or excludes itself", at: subject,
                staying(level))
        }
    }

    /// A series on which a level comes into force and then stays, the air clean.
    private mutating func staying(_ level: Int) -> Witness? {
        let scene = session.scenes[0]
        let days = 10
        func stays(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let decisions = scene.decisions(values, instant...instant + days * 24) else { return false }
            let last = decisions.last?.to.flatMap { plan.index(ofLevel: $0) } ?? -1
            return last >= level
        }
        let (outcome, instant) = session.decide(at: session.instants) {
            [$0.demanded(level, at: $1).holds]
        } confirm: {
            stays($0, $1)
        }
        guard case .confirmed(let values) = outcome else { return nil }
        var calm = values.extended(to: values.slots.lowerBound..<values.slots.upperBound + 24)
        for series in values.series { calm.fill(series, values.slots.upperBound..<calm.slots.upperBound, 0) }
        let isCalm = stays(calm, instant)
        // Made simple it must not end in the pollution that demands the level.
        return session.witness(isCalm ? calm : values, at: [instant], evaluated: instant...instant + days * 24) { simple in
            stays(simple, instant) && (!isCalm || simple.endsClean)
        }
    }

    /// What an outcome says, where a series would be something to mend.
    mutating func answer(
        _ id: String, _ outcome: ProofSession.Outcome, at instants: [Int], evaluated: ClosedRange<Int>,
        _ subject: ProofAnswer.Subject, good: String, bad: String, open: String, help: String,
        isWitness: @escaping (HourlyValues) -> Bool
    ) {
        switch outcome {
        case .impossible: add(id, .proved, good, at: subject)
        case .interrupted: add(id, .undecided, open, at: subject)
        case .confirmed(let values):
            add(
                id, .found, bad, help: help, at: subject, simplifying: values, at: instants, evaluated: evaluated,
                isWitness: isWitness)
        case .unconfirmed(let values):
            let decisions = session.scenes[0].decisions(values, evaluated) ?? []
            let witness = Witness(values, at: instants, evaluated: evaluated, decisions: decisions)
            add(id, .possible, bad, help: help, at: subject, witness)
        }
    }
}
