import AirQuality

/// Which stretches of a record are drawn: all of a short one; of a long one the months in which there is a band.
struct PlotPanels {
    struct Panel {
        var title: String
        var slots: Range<Int>
    }

    let panels: [Panel]
    /// Stretches left out since nothing is in force in them.
    let quiet: Int
    /// Stretches left out since there are too many.
    let omitted: Int
    /// Months in a panel; nil: the record is one panel.
    let months: Int?

    /// Days that fit in one panel with every hour to be seen.
    static let shortDays = 35
    /// Panels in all; with more months than that a panel holds several.
    static let limit = 36

    init(slots: Range<Int>, bands: [Range<Int>], zone: Zone) {
        if slots.count <= Self.shortDays * 24 {
            panels = slots.isEmpty ? [] : [Panel(title: "", slots: slots)]
            quiet = 0
            omitted = 0
            months = nil
            return
        }
        let steps = [1, 3, 12, 60, 240]
        var chosen: (all: [Panel], busy: [Panel], months: Int) = ([], [], 1)
        for step in steps {
            let all = Self.stretches(slots, step, zone)
            let busy = all.filter { panel in bands.contains { $0.overlaps(panel.slots) } }
            chosen = (all, busy, step)
            if busy.count <= Self.limit { break }
        }
        // A record without any band is shown whole, as coarsely as that takes.
        if chosen.busy.isEmpty {
            for step in steps {
                chosen = (Self.stretches(slots, step, zone), [], step)
                if chosen.all.count <= Self.limit { break }
            }
            chosen.busy = chosen.all
        }
        quiet = chosen.all.count - chosen.busy.count
        omitted = max(0, chosen.busy.count - Self.limit)
        panels = Array(chosen.busy.prefix(Self.limit))
        months = chosen.months
    }

    /// Calendar stretches of so many months that hold all slots.
    private static func stretches(_ slots: Range<Int>, _ step: Int, _ zone: Zone) -> [Panel] {
        let first = zone.date(of: HourSlot(slots.lowerBound)).civil
        // Months since year 0, on the grid of the step.
        var month = first.year * 12 + first.month - 1
        month -= month % step
        var result: [Panel] = []
        func start(_ month: Int) -> (date: LocalDate, slot: Int)? {
            LocalDate(year: month / 12, month: month % 12 + 1, day: 1).map { ($0, zone.midnight(of: $0).hours) }
        }
        while let begin = start(month), let end = start(month + step), begin.slot < slots.upperBound {
            let name = String(begin.date.description.prefix(7))
            let last = (end.date + -1).description.prefix(7)
            result.append(Panel(title: step == 1 ? name : "\(name) – \(last)", slots: begin.slot..<end.slot))
            month += step
        }
        return result
    }
}
