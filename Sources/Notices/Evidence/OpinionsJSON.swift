import AirQuality
import Desk
import Presentation
import Warnings

/// `opinions.json`: the consultation results that stood over forecasts, and those taken back, in their order.
enum OpinionsJSON {
    static func text(_ acts: [DeskAct], _ zone: Zone) -> String {
        JSONWriter.object { json in
            json.key("opinions")
            json.array { json in for act in acts { json.object { json in write(act, zone, &json) } } }
        } + "\n"
    }

    private static func write(_ act: DeskAct, _ zone: Zone, _ json: inout JSONWriter) {
        json.field("recorded", zone.text(act.at))
        json.field("recorder", act.recorder.user)
        switch act.matter {
        case .opine(let opinion):
            json.field("author", opinion.signature.name)
            json.field("post", optional: opinion.signature.post)
            json.field("document", optional: opinion.signature.document)
            json.field("channel", opinion.signature.channel.rawValue)
            json.field("because", opinion.because)
            json.key("days")
            json.array { json in for day in opinion.days { json.object { json in write(day, &json) } } }
        case .retract(_, let days, let reason):
            json.field("because", reason)
            json.strings("retracted", days.map(\.description))
        case .approve, .reject, .declare, .direct, .withdraw, .correct: break
        }
    }

    private static func write(_ day: Opinion.Day, _ json: inout JSONWriter) {
        json.field("date", day.date.description)
        if case .pm25 = day.range { json.field("quantity", "PM2.5") } else { json.field("quantity", "AQI") }
        json.field("low", day.range.bounds.low)
        json.field("high", day.range.bounds.high)
        json.strings("primary", day.primary.members.map(\.name))
    }

    // MARK: Reading

    /// The acts that a document states; nil where something in it is not what it should be.
    ///
    /// - Parameter area: The id of the area of which the evidence is.
    static func acts(_ document: JSONValue, area: String) -> [DeskAct]? {
        guard let entries = document["opinions"]?.elements else { return nil }
        var acts: [DeskAct] = []
        for entry in entries {
            guard let at = entry["recorded"]?.text.flatMap({ Instant($0) }), let user = entry["recorder"]?.text,
                let matter = matter(entry, area)
            else { return nil }
            acts.append(DeskAct(matter: matter, recorder: Recorder(user: user, id: 0), at: at))
        }
        return acts
    }

    private static func matter(_ entry: JSONValue, _ area: String) -> DeskAct.Matter? {
        guard let because = entry["because"]?.text else { return nil }
        if let retracted = entry["retracted"]?.elements {
            let days = retracted.compactMap { $0.text.flatMap { LocalDate($0) } }
            return days.count == retracted.count ? .retract(area: area, days: days, reason: because) : nil
        }
        guard let listed = entry["days"]?.elements, let author = entry["author"]?.text,
            let channel = entry["channel"]?.text.flatMap({ Signature.Channel(rawValue: $0) })
        else { return nil }
        let days = listed.compactMap(day)
        guard days.count == listed.count else { return nil }
        let signature = Signature(
            name: author, post: entry["post"]?.text, document: entry["document"]?.text, channel: channel)
        return .opine(Opinion(area: area, days: days, because: because, signature: signature))
    }

    private static func day(_ entry: JSONValue) -> Opinion.Day? {
        guard let date = entry["date"]?.text.flatMap({ LocalDate($0) }), let low = number(entry["low"]),
            let high = number(entry["high"]), low <= high, let names = entry["primary"]?.elements
        else { return nil }
        let primary = names.compactMap { $0.text.flatMap { Pollutant(name: $0) } }
        guard primary.count == names.count else { return nil }
        let range: Opinion.Range
        switch entry["quantity"]?.text {
        case "AQI": range = .aqi(low: low, high: high)
        case "PM2.5": range = .pm25(low: low, high: high)
        default: return nil
        }
        return Opinion.Day(date: date, range: range, primary: PollutantSet(primary))
    }

    private static func number(_ value: JSONValue?) -> Int? {
        guard case .number(let digits) = value, let number = Int(digits), (0...10_000).contains(number) else { return nil }
        return number
    }
}
