import AirQuality
import PlanModel

extension Checker {
    /// Checks one test (semantics §7 “Type errors”); nil where it has an error.
    mutating func type(_ syntax: TestSyntax) -> Test? {
        let before = drafts.errors
        checkStation(syntax.station)
        let cycle = syntax.cycle.value
        let comparison = type(syntax.comparison)
        let ledBy = syntax.ledBy.map { checkPollutants($0) }
        checkCombination(syntax)
        let span = span(of: syntax, cycle: cycle)
        let within = syntax.startingWithin.flatMap { hours($0) }
        guard let comparison, let span, drafts.errors == before else { return nil }
        return Test(
            source: syntax.source.value, station: syntax.station?.text, cycle: cycle, comparison: comparison, ledBy: ledBy,
            span: span, startingWithin: within)
    }

    private mutating func checkStation(_ station: NameSyntax?) {
        guard let station, !stations.contains(station.text), !hasLostDeclaration else { return }
        reportUnknown(.station, station, among: stations.sorted())
    }

    /// Which parts go together.
    private mutating func checkCombination(_ test: TestSyntax) {
        if let including = test.including {
            if test.throughout != nil {
                report(.includingWithThroughout, including.range)
            } else if test.run == nil {
                report(.includingWithoutFor, including.range)
            }
        }
        if let throughout = test.throughout {
            if test.run != nil { report(.forWithThroughout, throughout.clause) }
            if let starting = test.startingWithin {
                drafts.append(Draft(.startingWithThroughout, starting.clause, fixits: [(starting.clause, "")]))
            }
        } else if let missing = test.missingAtMost {
            report(.missingWithoutThroughout, missing.clause)
        }
        if test.source.value == .observed {
            if let throughout = test.throughout { report(.throughoutOnObserved, throughout.clause) }
            if let starting = test.startingWithin, test.throughout == nil {
                drafts.append(Draft(.startingOnObserved, starting.clause, fixits: [(starting.clause, "")]))
            }
        }
    }

    private mutating func span(of test: TestSyntax, cycle: Cycle) -> Span? {
        if let throughout = test.throughout {
            let span = spanHours(throughout, cycle, .throughout)
            let missing = test.missingAtMost.map { hours($0, zeroDropsClause: true) } ?? 0
            guard let span, let missing else { return nil }
            checkMissing(test, missing: missing, span: span, cycle: cycle)
            return .throughout(hours: span, missingAtMost: missing)
        }
        if let missing = test.missingAtMost { _ = hours(missing, zeroDropsClause: true) }
        guard let run = test.run else {
            if let including = test.including { _ = inclusion(including, cycle: cycle, run: nil) }
            return .single
        }
        let length = spanHours(run, cycle, .run)
        var included: Inclusion?
        if let syntax = test.including {
            included = inclusion(syntax, cycle: cycle, run: length)
            guard included != nil else { return nil }
        }
        guard let length else { return nil }
        return .run(hours: length, including: included)
    }

    private mutating func inclusion(_ syntax: InclusionSyntax, cycle: Cycle, run: Int?) -> Inclusion? {
        let own = syntax.cycle?.value ?? cycle
        if let written = syntax.cycle, written.value == .hourly, cycle == .daily {
            report(.hourlyInclusionInDailyRun, written.range)
        }
        let comparison = type(syntax.comparison)
        guard let hours = spanHours(syntax.run, own, .inclusion), let comparison else { return nil }
        if let run, hours > run { report(.inclusionLongerThanRun(hours, run: run), syntax.run.range) }
        return Inclusion(cycle: own, comparison: comparison, hours: hours)
    }

    /// A duration that must be whole days in a daily test.
    private mutating func spanHours(_ duration: DurationSyntax, _ cycle: Cycle, _ what: FindingKind.SpanPart) -> Int? {
        guard let hours = hours(duration, zero: cycle.hours) else { return nil }
        guard hours % cycle.hours == 0 else {
            report(.spanNotWholeDays(what, hours: hours), duration.range)
            return nil
        }
        return hours
    }

    /// G must leave something to be known: fewer than the slots, or in a daily test fewer than the blocks.
    private mutating func checkMissing(_ test: TestSyntax, missing: Int, span: Int, cycle: Cycle) {
        guard let syntax = test.missingAtMost else { return }
        let elements: Int
        switch (cycle, settings.days) {
        case (.hourly, _): elements = span
        case (.daily, .rolling): elements = span - 23
        case (.daily, .natural): elements = span / 24
        }
        if missing >= elements {
            report(.missingNotLess(missing, elements: elements, isDaily: cycle == .daily), syntax.range)
        }
    }

    // MARK: - Pollutants

    mutating func checkPollutants(_ names: [NameSyntax]) -> [Pollutant] {
        var pollutants: [Pollutant] = []
        for name in names {
            guard let pollutant = pollutant(name) else { continue }
            if pollutants.contains(pollutant) {
                report(.listedTwice(pollutant.name), name.range)
            } else {
                pollutants.append(pollutant)
            }
        }
        return pollutants
    }

    mutating func pollutant(_ name: NameSyntax) -> Pollutant? {
        if let pollutant = Pollutant(name: name.text) { return pollutant }
        reportUnknown(.pollutant, name, among: Pollutant.allCases.map(\.name))
        return nil
    }
}
