import AirQuality
import PlanModel

extension Checker {
    /// From here on a zone must have whole-hour offsets: 2000-01-01T00:00Z, before any record a plan reads.
    private static let earliestInstant: Int64 = 946_684_800

    mutating func checkPlan(_ plans: [PlanSyntax], zone: (String) -> Zone?) -> PlanSyntax? {
        guard let plan = plans.first else {
            if !hasLostDeclaration { report(.noPlan, SourceRange(file: 0, start: 0, end: 0)) }
            return nil
        }
        for other in plans.dropFirst() {
            drafts.append(Draft(.severalPlans, other.name.range, related: [(plan.name.range, .firstHere)]))
        }
        checkText(plan.name)
        var seen: [PlanClause.Kind: SourceRange] = [:]
        for clause in plan.clauses {
            let kind = clause.value.kind
            if kind != .basis, kind != .serve, kind != .target, let first = seen[kind] {
                drafts.append(Draft(.duplicateClause(kind.rawValue), clause.range, related: [(first, .firstHere)]))
                continue
            }
            seen[kind] = clause.range
            check(clause, zone: zone)
        }
        if plan.isWhole {
            if seen[.zone] == nil { reportMissing(.zone, in: plan, example: "zone \"Asia/Shanghai\"") }
            if seen[.levels] == nil { reportMissing(.levels, in: plan, example: "levels yellow < orange < red") }
            if seen[.basis] == nil { report(.noBasis, plan.name.range) }
        }
        return plan
    }

    private mutating func reportMissing(_ kind: PlanClause.Kind, in plan: PlanSyntax, example: String) {
        report(.missingPlanClause(kind.rawValue, example: example), plan.name.range)
    }

    private mutating func check(_ clause: Located<PlanClause>, zone: (String) -> Zone?) {
        switch clause.value {
        case .basis(let text):
            if checkText(text) { settings.basis.append(text.value) }
        case .zone(let text):
            settings.zone = text.value
            settings.zoneRules = isZoneName(text.value) ? zone(text.value) : nil
            if let rules = settings.zoneRules {
                if !rules.hasWholeHourOffsets(from: Self.earliestInstant) { report(.zoneNotWholeHours(text.value), text.range) }
            } else {
                report(.unknownZone(text.value), text.range)
            }
        case .aqi(let name): checkEdition(name)
        case .levels(let names): levelOrder = names
        case .requires(let names): settings.requires = PollutantSet(checkPollutants(names))
        case .horizon(let duration): settings.horizon = hours(duration)
        case .review(let clocks): settings.review = checkClocks(clocks)
        case .forecastBound(let bound): settings.forecastBound = bound
        case .forecastSources(let sources, let combined): checkForecastSources(sources, combined)
        case .forecastAge(let duration): settings.forecasts.maximumAge = hours(duration)
        case .days(let rule): settings.days = rule
        case .wait(let duration): checkWait(duration)
        case .remindEnd(let duration): settings.remindEndHours = hours(duration) ?? settings.remindEndHours
        case .keep(let subject, let duration): checkKeep(subject, duration)
        case .serve(let addressees, let within): checkService(addressees, within)
        case .report(let clocks): settings.reportHours = checkClocks(clocks)
        case .contact(let text): settings.contact = checkText(text) ? text.value : nil
        case .forecasters(let names): checkForecasters(names)
        case .target(let target): check(target)
        }
    }

    private mutating func checkService(_ addressees: [AddresseeSyntax], _ within: DurationSyntax) {
        guard let hours = hours(within) else { return }
        for addressee in addressees {
            let (name, range): (String?, SourceRange) =
                switch addressee {
                case .named(let text): (text.value, text.range)
                case .enterprise(let range): (nil, range)
                }
            if case .named(let text) = addressee, !checkText(text) { continue }
            if settings.service.contains(where: { $0.addressee == name }) {
                report(.listedTwice(name ?? "enterprise"), range)
            } else {
                settings.service.append(ServiceRule(addressee: name, withinHours: hours))
            }
        }
    }

    private mutating func checkForecasters(_ names: [TextSyntax]) {
        for name in names where checkText(name) {
            if settings.forecasters.contains(name.value) {
                report(.listedTwice(name.value), name.range)
            } else {
                settings.forecasters.append(name.value)
            }
        }
    }

    /// Names of the tz database lead to files: nothing else is looked up.
    private func isZoneName(_ name: String) -> Bool {
        guard let first = name.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A, name.utf8.count <= 64 else { return false }
        return name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
        }
    }

    private mutating func checkEdition(_ name: NameSyntax) {
        if name.text == "HJ633" {
            settings.edition = .byDate
        } else if let edition = Edition(rawValue: name.text) {
            settings.edition = .pinned(edition)
        } else {
            let names = ["HJ633"] + Edition.allCases.map(\.rawValue)
            reportUnknown(.edition, name, among: names)
        }
    }

    private mutating func checkForecastSources(_ sources: [TextSyntax], _ combined: Located<ForecastCombination>?) {
        var names: [String] = []
        for source in sources {
            guard checkText(source) else { continue }
            guard ForecastRule.isName(source.value) else {
                report(.forecastSourceName(source.value), source.range)
                continue
            }
            if names.contains(source.value) {
                report(.listedTwice(source.value), source.range)
            } else {
                names.append(source.value)
            }
        }
        settings.forecasts.sources = names
        guard let combined else { return }
        settings.forecasts.combination = combined.value
        guard Set(sources.map(\.value)).count == 1 else { return }
        drafts.append(Draft(.combinedAlone, combined.range, fixits: [(combined.range, "")]))
    }

    private mutating func checkWait(_ duration: DurationSyntax) {
        guard duration.unit == .minutes else {
            let unit = vocabulary(at: duration.range) == .chinese ? "分钟" : " min"
            let isSure = duration.unit == .none && Int(duration.number.value) != nil
            drafts.append(
                Draft(.waitNotMinutes, duration.range, fixits: isSure ? [(duration.range, duration.number.value + unit)] : []))
            return
        }
        guard let minutes = Int(duration.number.value), (1...59).contains(minutes) else {
            report(.waitOutOfRange(duration.number.value), duration.number.range)
            return
        }
        settings.waitMinutes = minutes
    }

    private mutating func checkKeep(_ subject: Retention.Subject, _ duration: DurationSyntax) {
        guard duration.unit == .days else {
            let unit = vocabulary(at: duration.range) == .chinese ? "天" : "d"
            let isSure = duration.unit == .none && Int(duration.number.value).map(Retention.days.contains) == true
            drafts.append(
                Draft(.keepNotDays, duration.range, fixits: isSure ? [(duration.range, duration.number.value + unit)] : []))
            return
        }
        guard let days = Int(duration.number.value), Retention.days.contains(days) else {
            report(.keepOutOfRange(duration.number.value), duration.number.range)
            return
        }
        settings.retention[subject] = days
    }

    /// The clock hours in order, each once.
    mutating func checkClocks(_ clocks: [ClockSyntax]) -> [ClockHour] {
        var hours: [ClockHour] = []
        for clock in clocks {
            guard let number = Int(clock.hour), let hour = ClockHour(number) else {
                report(.clockOutOfRange(clock.hour), clock.range)
                continue
            }
            guard clock.minute == "00" else {
                let fixits = clock.minute.isEmpty ? [(range: clock.range, text: "\(number):00")] : []
                drafts.append(
                    Draft(
                        .clockNotWholeHour(clock.minute.isEmpty ? clock.hour : "\(clock.hour):\(clock.minute)"), clock.range,
                        fixits: fixits))
                continue
            }
            if hours.contains(hour) {
                report(.listedTwice("\(hour)"), clock.range)
            } else {
                hours.append(hour)
            }
        }
        return hours.sorted()
    }

    /// Whether a text says anything.
    @discardableResult mutating func checkText(_ text: TextSyntax) -> Bool {
        guard text.value.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return true }
        report(.emptyText, text.range)
        return false
    }
}

extension PlanClause {
    /// What a clause sets, named as in English.
    enum Kind: String {
        case basis, zone, aqi, levels, requires, horizon, review, days, wait, serve, contact, target
        case report = "report at"
        case forecasters = "forecasts by"
        case forecastBound = "forecast bound"
        case forecastSources = "forecast from"
        case forecastAge = "forecast at most"
        case remindEnd = "remind before end"
        case keepDone = "keep done"
        case keepRejected = "keep rejected"
        case keepNotices = "keep notices"
        case keepReports = "keep reports"
    }

    var kind: Kind {
        switch self {
        case .basis: .basis
        case .zone: .zone
        case .aqi: .aqi
        case .levels: .levels
        case .requires: .requires
        case .horizon: .horizon
        case .review: .review
        case .forecastBound: .forecastBound
        case .forecastSources: .forecastSources
        case .forecastAge: .forecastAge
        case .days: .days
        case .wait: .wait
        case .remindEnd: .remindEnd
        case .serve: .serve
        case .report: .report
        case .contact: .contact
        case .forecasters: .forecasters
        case .target: .target
        case .keep(.done, _): .keepDone
        case .keep(.rejected, _): .keepRejected
        case .keep(.notices, _): .keepNotices
        case .keep(.reports, _): .keepReports
        }
    }
}
