import AirQuality
import PlanModel

// What a test of the plan takes as given.
extension Checker {
    mutating func type(_ syntax: GivenSyntax) -> PlanTest.Given? {
        let errors = drafts.errors
        checkGivenStation(syntax)
        if let issued = syntax.issued, syntax.source.value != .forecast {
            report(.planTest(.issuedNotForecast(syntax.source.value)), issued.range)
        }
        let issued = syntax.issued.flatMap { instant($0) }
        let ledBy = syntax.ledBy.map { checkPollutants($0) } ?? []
        let given: PlanTest.Given? =
            syntax.cycle.value == .daily ? days(syntax, ledBy, issued) : series(syntax, ledBy, issued)
        return drafts.errors == errors ? given : nil
    }

    private mutating func checkGivenStation(_ syntax: GivenSyntax) {
        guard let station = syntax.station else { return }
        if syntax.source.value != .observed {
            report(.planTest(.stationForecast), station.range)
        } else if !stations.contains(station.text), !hasLostDeclaration {
            reportUnknown(.station, station, among: stations.sorted())
        }
    }

    // MARK: - Days

    private mutating func days(_ syntax: GivenSyntax, _ ledBy: [Pollutant], _ issued: Instant?) -> PlanTest.Given? {
        guard syntax.source.value == .forecast, syntax.quantity.value == .aqi else {
            let what = "\(syntax.source.value.rawValue) values of \(text(syntax.quantity.range))"
            report(.planTest(.onlyForecastDays(what)), syntax.cycle.range)
            return nil
        }
        var days: [GivenDays.Day?] = []
        for part in syntax.parts {
            if let duration = part.duration { report(.planTest(.daySpan), duration.clause) }
            guard let value = part.value else {
                days.append(nil)
                continue
            }
            guard let low = index(value, "AQI"), let high = part.to.map({ index($0, "AQI") }) ?? low else { continue }
            if low > high {
                report(.planTest(.rangeReversed(low: "\(low)", high: "\(high)")), part.range)
            }
            days.append(GivenDays.Day(low: low, high: high))
        }
        if let clock = syntax.from.clock, clock.hour != "00" && clock.hour != "0" || (syntax.from.clock?.minute ?? "00") != "00" {
            report(.planTest(.daysFromAnHour), clock.range)
        }
        guard let from = testDate(syntax.from.date) else { return nil }
        return .days(GivenDays(days: days, primary: PollutantSet(ledBy), from: from, issued: issued))
    }

    // MARK: - Hours

    private mutating func series(_ syntax: GivenSyntax, _ ledBy: [Pollutant], _ issued: Instant?) -> PlanTest.Given? {
        guard let quantity = quantity(syntax.quantity.value) else { return nil }
        if quantity != .aqi, let first = syntax.ledBy?.first {
            report(.planTest(.ledByOnOther(quantity.name)), first.range)
        } else if quantity == .aqi, syntax.ledBy == nil, syntax.source.value != .forecast {
            report(.planTest(.ledByMissing), syntax.quantity.range)
        }
        var parts: [GivenSeries.Part] = []
        for part in syntax.parts {
            guard let duration = part.duration else {
                report(.planTest(.spanMissing), part.range)
                continue
            }
            if let hours = hours(duration), let part = self.part(part, hours, quantity) { parts.append(part) }
        }
        guard let from = slot(syntax.from) else { return nil }
        let series = GivenSeries(
            source: syntax.source.value, station: syntax.station?.text, quantity: quantity, parts: parts, from: from,
            issued: issued, ledBy: ledBy)
        if parts.count == syntax.parts.count { checkReached(series, syntax) }
        return .series(series)
    }

    private mutating func quantity(_ syntax: ComparisonSyntax.Quantity) -> Quantity? {
        switch syntax {
        case .aqi: .aqi
        case .iaqi(let name): pollutant(name).map { .iaqi($0) }
        case .pollutant(let name): pollutant(name).map { .concentration($0) }
        }
    }

    private mutating func part(_ syntax: GivenPartSyntax, _ hours: Int, _ quantity: Quantity) -> GivenSeries.Part? {
        guard let value = syntax.value else { return .missing(hours: hours) }
        // `80 to 260 ug/m3`: one unit says it for both.
        guard let first = self.value(value, quantity, unit: value.unit ?? syntax.to?.unit) else { return nil }
        guard let to = syntax.to else { return .value(first, hours: hours) }
        guard let last = self.value(to, quantity, unit: to.unit) else { return nil }
        if hours < 2 { report(.planTest(.rampTooShort), syntax.range) }
        return .ramp(from: first, to: last, hours: hours)
    }

    /// A value in thousandths.
    private mutating func value(_ syntax: GivenValueSyntax, _ quantity: Quantity, unit: Located<String>?) -> Int64? {
        guard case .concentration(let pollutant) = quantity else {
            return index(syntax, quantity.name).map { Int64($0) * 1000 }
        }
        let comparison = ComparisonSyntax(
            range: syntax.range, quantity: Located(.aqi, syntax.range), relation: .greater, number: syntax.number, unit: unit)
        guard let value = threshold(syntax.number), checkUnit(comparison, quantity, value) else { return nil }
        if value > Int64(Ceilings.standard.values[pollutant]) {
            report(.planTest(.concentrationTooHigh(syntax.number.value, pollutant)), syntax.number.range)
            return nil
        }
        return value
    }

    private mutating func index(_ syntax: GivenValueSyntax, _ quantity: String) -> Int? {
        if let unit = syntax.unit {
            drafts.append(Draft(.unitOnIndex(unit.value, quantity: quantity), unit.range))
            return nil
        }
        guard let index = Int(syntax.number.value), (0...500).contains(index) else {
            report(.planTest(.indexNotWhole(syntax.number.value, quantity: quantity)), syntax.number.range)
            return nil
        }
        return index
    }

    // MARK: - Indices

    /// Indices that are to be recorded or forecast as concentrations must be those of one.
    private mutating func checkReached(_ series: GivenSeries, _ syntax: GivenSyntax) {
        let pollutants: [Pollutant]
        switch series.quantity {
        case .concentration: return
        case .iaqi(let pollutant): pollutants = [pollutant]
        case .aqi: pollutants = series.ledBy
        }
        guard let zone = settings.zoneRules else { return }
        let calculator = IndexCalculator(rule: settings.edition, zone: zone, requires: settings.requires)
        var start = series.from.hours
        for (part, syntax) in zip(series.parts, syntax.parts) {
            let slots = start..<start + part.hours
            start = slots.upperBound
            let ends: [(Int64, GivenValueSyntax?, Int)] =
                switch part {
                case .missing: []
                case .value(let value, _): [(value, syntax.value, slots.lowerBound), (value, syntax.value, slots.upperBound - 1)]
                case .ramp(let first, let last, _):
                    [(first, syntax.value, slots.lowerBound), (last, syntax.to, slots.upperBound - 1)]
                }
            for (value, written, slot) in ends {
                guard let written else { continue }
                if checkReached(Int(value / 1000), pollutants, calculator.edition(at: slot), written) == false { break }
            }
        }
    }

    private mutating func checkReached(
        _ index: Int, _ pollutants: [Pollutant], _ edition: Edition, _ written: GivenValueSyntax
    ) -> Bool {
        for pollutant in pollutants {
            let result = SubIndex.concentration(
                of: index, item: .hourly(pollutant), edition: edition, upTo: ReportedValue.ceiling(of: pollutant))
            guard case .failure(let near) = result else { continue }
            report(.planTest(.indexNotReached(index, pollutant, edition, near)), written.number.range)
            return false
        }
        return true
    }
}
