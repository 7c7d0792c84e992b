import AirQuality
import Warnings

extension Phrases {
    /// `市站, issued 9 Dec 16:00, received 9 Dec 16:12; for 10 Dec 10:00 to 13 Dec 00:00`.
    ///
    /// A forecast that was issued again under the same time of issue is told by when it was received.
    func forecast(_ use: ForecastUse) -> String {
        let slots = pick(
            "; for \(time(use.slots.lowerBound)) to \(time(use.slots.upperBound))",
            "；用于\(time(use.slots.lowerBound))至\(time(use.slots.upperBound))")
        switch use.reference {
        case .issued(let source, let at, let received):
            let name = line(source)
            let issued = pick("issued \(time(at))", "\(time(at))发布")
            let known = received.map { pick(", received \(time($0))", "，\(time($0))收到") } ?? ""
            return (name.isEmpty ? "" : name + pick(", ", "，")) + issued + known + slots
        case .opinion(let author, let because, let at):
            return pick(
                "opinion of \(line(author)), recorded \(time(at)): \(line(because))",
                "会商意见（\(line(author))，\(time(at))记录）：\(line(because))") + slots
        }
    }

    /// `16 Dec 20:12`, `12月16日20时12分`; whole hours without minutes in Chinese.
    func time(_ instant: Instant) -> String {
        let slot = instant.hourFloor
        let minutes = String(zone.localText(instant).dropFirst(14).prefix(2))
        if minutes == "00" { return time(slot) }
        return pick(time(slot).dropLast(2) + minutes, time(slot) + "\(minutes)分")
    }

    /// What others wrote, on one line and of no more than it takes to know it again.
    private func line(_ text: String) -> String {
        let limit = 120
        let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        return scalars.count > limit ? String(scalars.prefix(limit)) + "…" : String(scalars)
    }
}
