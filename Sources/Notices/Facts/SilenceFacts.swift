import AirQuality
import Desk
import PlanModel

/// The silence of a feed, or what else leaves the desk blind, as the renderings tell it.
struct SilenceFacts {
    let silence: Silence

    init(_ silence: Silence) { self.silence = silence }

    /// The word of notice.json, of the identifier and of CAP.
    var kind: String { silence.feed.isBlindness ? Notice.blindKind : Notice.silenceKind }

    var chineseFeed: String {
        switch silence.feed {
        case .observations: "实测数据"
        case .forecasts: "预报数据"
        case .stations: "有效站点"
        case .demand: "应发级别判定"
        case .todaysForecast: "当日预报"
        }
    }

    var englishFeed: String {
        switch silence.feed {
        case .observations: "observations"
        case .forecasts: "forecasts"
        case .stations: "reporting stations"
        case .demand: "the level demanded"
        case .todaysForecast: "today's forecast"
        }
    }

    var chineseState: String {
        switch silence.feed {
        case .observations, .forecasts: silence.isOver ? "恢复" : "中断"
        case .stations: silence.isOver ? "恢复" : "不足"
        case .demand: silence.isOver ? "恢复" : "无法作出"
        case .todaysForecast: silence.isOver ? "已到" : "未到"
        }
    }

    var englishState: String {
        switch silence.feed {
        case .observations, .forecasts: silence.isOver ? "received again" : "have fallen silent"
        case .stations: silence.isOver ? "enough again" : "too few"
        case .demand: silence.isOver ? "known again" : "unknown"
        case .todaysForecast: silence.isOver ? "received" : "not received"
        }
    }

    /// What ``Silence/last`` states of the feed.
    var chineseLast: String {
        switch silence.feed {
        case .observations, .stations: "最后一个有数据时段的结束时刻"
        case .forecasts, .todaysForecast: "最近一次预报的起报时刻"
        case .demand: "最后一次作出判定的时刻"
        }
    }

    var englishLast: String {
        switch silence.feed {
        case .observations, .stations: "end of the last hour with data"
        case .forecasts, .todaysForecast: "issue time of the last forecast"
        case .demand: "last instant at which it was known"
        }
    }

    /// What is the matter, as the end of a sentence that begins with time and area; nil where it is over.
    func chineseMatter(in plan: Plan) -> String? {
        guard !silence.isOver else { return nil }
        return switch silence.feed {
        case .observations, .forecasts: "的\(chineseFeed)已超过\(silence.feed.limit(in: plan))小时未更新"
        case .stations: "有数据的站点少于预案规定的最低站数，区域均值按缺测处理"
        case .demand: "应发布的预警级别已超过\(silence.feed.limit(in: plan))小时无法判定"
        case .todaysForecast: "尚未收到当日预报（每日\(Silence.Feed.forecastDue)时前应收到）"
        }
    }

    func englishMatter(_ area: String, in plan: Plan) -> String? {
        guard !silence.isOver else { return nil }
        return switch silence.feed {
        case .observations, .forecasts: "no new \(englishFeed) of \(area) for more than \(silence.feed.limit(in: plan)) h"
        case .stations: "fewer stations of \(area) have data than the plan requires: the area's value counts as missing"
        case .demand: "the level demanded in \(area) has been unknown for more than \(silence.feed.limit(in: plan)) h"
        case .todaysForecast: "no forecast of today for \(area), which is due by \(Silence.Feed.forecastDue):00"
        }
    }
}
