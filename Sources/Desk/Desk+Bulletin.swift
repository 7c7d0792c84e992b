import AirQuality
import PlanModel
import Warnings

/// What is made known without any response.
extension Desk {
    /// The advice that begins or ends at an instant; unknown changes nothing.
    mutating func bulletins(of index: Int, at instant: HourSlot) -> [Bulletin] {
        let area = areas[index].watch.area.id
        let known = areas[index].advised
        var changes: [Bulletin] = []
        for (advice, truth) in zip(plan.advice, areas[index].watch.advised()) {
            let begun = known.first { $0.advice == advice.id }
            guard truth != .unknown, (truth == .true) != (begun != nil) else { continue }
            changes.append(
                begun.map { $0.over(at: instant) }
                    ?? Bulletin(
                        area: area, advice: advice.id, name: advice.name, text: advice.text, at: instant, isOver: false))
        }
        // What the plan no longer speaks of would never end.
        for begun in known where !plan.advice.contains(where: { $0.id == begun.advice }) {
            changes.append(begun.over(at: instant))
        }
        for change in changes { areas[index].take(change) }
        return changes
    }
}

extension Bulletin {
    fileprivate func over(at instant: HourSlot) -> Bulletin {
        Bulletin(area: area, advice: advice, name: name, text: text, at: instant, isOver: true)
    }
}
