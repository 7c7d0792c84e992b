import ArgumentParser
import Control
import Presentation

/// `lantian opine`
struct OpineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opine",
        abstract: "Records a consultation result (会商意见) on days to come, which stands over every forecast of them.",
        discussion: "It counts from the next evaluation on. A later one on a day takes the place of an earlier one.")

    @Option(
        name: .customLong("day"), help: "A local date with the range of its AQI, such as 2024-12-10=200..260; may be repeated.")
    var days: [DayRange]

    @Flag(name: .customLong("pm25"), help: "The ranges are of the 24 h mean of PM2.5 in µg/m³.")
    var isPM25 = false

    @Option(help: "A primary pollutant of these days, such as PM2.5; may be repeated.")
    var primary: [String] = []

    @Option(help: "The area, by id, code or name; a plan of one area needs none.")
    var area: String?

    @Option(help: "Why.")
    var because: String

    @OptionGroup var signature: SignatureOptions
    @OptionGroup var control: ControlOptions

    func validate() throws { _ = try signature.name() }

    func run() throws {
        let opinion = OpinionText(
            area: area,
            days: days.map { day in
                OpinionText.Day(
                    date: day.date, low: day.low, high: day.high, quantity: isPM25 ? "PM2.5" : "AQI",
                    primary: primary.isEmpty ? nil : primary)
            },
            because: because, signedBy: try signature.name(), post: signature.post, document: signature.document,
            channel: signature.channel.rawValue)
        try control.show(.opine(opinion), ActReport.self) { report, words in
            words.receipt(
                report, nothing: words.say("taken down; it counts from the next evaluation on", "已录入；自下次评估起采用"))
        }
    }
}

/// `2024-12-10=200..260`, or `2024-12-10=210` where both bounds are the same.
struct DayRange: ExpressibleByArgument {
    let date: String
    let low: Int
    let high: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let bounds = parts[1].split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(bounds.count), let low = bounds[0], let high = bounds[bounds.count - 1] else { return nil }
        date = String(parts[0])
        self.low = low
        self.high = high
    }
}

/// `lantian retract`
struct RetractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Records that what consultation results say of days no longer stands.")

    @Option(name: .customLong("day"), help: "A local date such as 2024-12-10; may be repeated.")
    var days: [String]

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The area, by id, code or name; a plan of one area needs none.")
    var area: String?

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.retract(Retraction(area: area, days: days, reason: reason)), ActReport.self) { report, words in
            words.receipt(
                report,
                nothing: words.say(
                    "taken down; forecasts count again from the next evaluation on", "已录入；自下次评估起恢复采用预报"))
        }
    }
}
