import AirQuality
import PlanModel
import Warnings

/// What leaves the desk blind: unknown holds, so that somebody has to be told.
extension Desk {
    mutating func demandGap(of index: Int, at instant: HourSlot) -> DemandGap? {
        guard let gap = areas[index].demandGap() else { return nil }
        areas[index].take(gap, at: instant)
        return gap
    }

    mutating func silences(of index: Int, at instant: HourSlot) -> [Silence] {
        let area = areas[index].watch.area
        var changes: [Silence] = []
        for feed in Silence.Feed.allCases {
            guard let (isSilent, last) = state(of: feed, index, at: instant) else { continue }
            guard isSilent != areas[index].silent.contains(feed) else { continue }
            if isSilent { areas[index].silent.insert(feed) } else { areas[index].silent.remove(feed) }
            changes.append(Silence(area: area.id, feed: feed, at: instant, last: last, isOver: !isSilent))
        }
        return changes
    }

    /// Whether a feed is silent, and its last sign; nil where that cannot be said, so that nothing changes.
    private func state(of feed: Silence.Feed, _ index: Int, at instant: HourSlot) -> (Bool, last: HourSlot?)? {
        switch feed {
        case .observations:
            since(observations.lastSlot(of: areas[index].watch.area, before: instant).map { $0 + 1 }, feed, instant)
        case .forecasts: since(areas[index].watch.lastForecastIssued?.hourFloor, feed, instant)
        case .stations: stations(of: areas[index], at: instant)
        case .demand: demand(of: areas[index], at: instant)
        case .todaysForecast: todaysForecast(of: areas[index], at: instant)
        }
    }

    private func since(_ last: HourSlot?, _ feed: Silence.Feed, _ instant: HourSlot) -> (Bool, last: HourSlot?)? {
        (last ?? firstSealed).map { (instant - $0 > feed.limit(in: plan), last) }
    }

    /// Where no station has anything, the feed is silent, which is told otherwise.
    private func stations(of area: AreaDesk, at instant: HourSlot) -> (Bool, last: HourSlot?)? {
        let reporting = reporting(in: area.watch.area, before: instant)
        guard reporting > 0 else { return nil }
        let quorum = area.watch.area.quorum
        guard reporting >= quorum, area.silent.contains(.stations) else { return (reporting < quorum, nil) }
        let isSteady = (1..<Silence.Feed.steadyHours).allSatisfy {
            self.reporting(in: area.watch.area, before: instant - $0) >= quorum
        }
        return (!isSteady, nil)
    }

    /// How many stations of an area have any value for the slot that ends at an instant.
    private func reporting(in area: Area, before instant: HourSlot) -> Int {
        let slot = (instant - 1).hours
        return area.stations.count { station in
            let values = observations.series(of: station)[slot]
            return Pollutant.allCases.contains { values[$0] != PollutantValues.missing }
        }
    }

    /// Where the feed of observations is silent, that says it all.
    private func demand(of area: AreaDesk, at instant: HourSlot) -> (Bool, last: HourSlot?)? {
        guard !area.isDemandKnown, let last = area.demandKnownUntil else { return (false, nil) }
        guard !area.silent.contains(.observations) else { return nil }
        return (instant - last > Silence.Feed.demand.defaultLimit, last)
    }

    /// Asked each day at ``Silence/Feed/forecastDue`` of a plan that reads forecasts; a forecast of the day ends it at any hour.
    private func todaysForecast(of area: AreaDesk, at instant: HourSlot) -> (Bool, last: HourSlot?)? {
        guard plan.readsForecasts else { return nil }
        let last = area.watch.lastForecastIssued?.hourFloor
        let zone = plan.zone
        if let last, zone.date(of: last) >= zone.date(of: instant) { return (false, last) }
        guard area.silent.contains(.todaysForecast) || zone.clockHour(of: instant) == Silence.Feed.forecastDue else { return nil }
        return (true, last)
    }
}

extension Plan {
    /// Whether any condition looks ahead.
    fileprivate var readsForecasts: Bool { allTests.contains { $0.source != .observed } }
}
