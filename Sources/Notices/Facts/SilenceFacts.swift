import AirQuality
import Desk

/// The silence of a feed as the renderings tell it.
struct SilenceFacts {
    let silence: Silence

    init(_ silence: Silence) { self.silence = silence }

    var chineseFeed: String { silence.feed == .observations ? "实测数据" : "预报数据" }
    var englishFeed: String { silence.feed == .observations ? "observations" : "forecasts" }

    /// What ``Silence/last`` states of the feed.
    var chineseLast: String { silence.feed == .observations ? "最后一个有数据时段的结束时刻" : "最近一次预报的起报时刻" }
    var englishLast: String {
        silence.feed == .observations ? "end of the last hour with data" : "issue time of the last forecast"
    }
}
