/// The grades of the air quality index with their advice to the public (HJ 633-2012, table 2).
enum PollutionGrade: Int, Comparable {
    case excellent, good, light, moderate, heavy, severe

    /// - Parameter index: An AQI or IAQI in thousandths.
    init(index: Int64) {
        self =
            switch index {
            case ...50_000: .excellent
            case ...100_000: .good
            case ...150_000: .light
            case ...200_000: .moderate
            case ...300_000: .heavy
            default: .severe
            }
    }

    static func < (left: PollutionGrade, right: PollutionGrade) -> Bool { left.rawValue < right.rawValue }

    var chinese: String {
        switch self {
        case .excellent: "优"
        case .good: "良"
        case .light: "轻度污染"
        case .moderate: "中度污染"
        case .heavy: "重度污染"
        case .severe: "严重污染"
        }
    }

    var english: String {
        switch self {
        case .excellent: "excellent"
        case .good: "good"
        case .light: "light pollution"
        case .moderate: "moderate pollution"
        case .heavy: "heavy pollution"
        case .severe: "severe pollution"
        }
    }

    var chineseAdvice: String {
        switch self {
        case .excellent: "各类人群可正常活动。"
        case .good: "极少数异常敏感人群应减少户外活动。"
        case .light: "儿童、老年人及心脏病、呼吸系统疾病患者应减少长时间、高强度的户外锻炼。"
        case .moderate: "儿童、老年人及心脏病、呼吸系统疾病患者避免长时间、高强度的户外锻炼，一般人群适量减少户外运动。"
        case .heavy: "儿童、老年人和心脏病、肺病患者应停留在室内，停止户外运动，一般人群减少户外运动。"
        case .severe: "儿童、老年人和病人应停留在室内，避免体力消耗，一般人群应避免户外活动。"
        }
    }

    var englishAdvice: String {
        switch self {
        case .excellent: "Everyone may be active outdoors as usual."
        case .good: "Unusually sensitive people should reduce outdoor activity."
        case .light:
            "Children, the elderly and people with heart or respiratory disease should reduce long or strenuous outdoor exercise."
        case .moderate:
            "Children, the elderly and people with heart or respiratory disease should avoid long or strenuous outdoor exercise; everyone else should do less outdoors."
        case .heavy:
            "Children, the elderly and people with heart or lung disease should stay indoors and stop outdoor exercise; everyone else should reduce it."
        case .severe:
            "Children, the elderly and the ill should stay indoors and avoid exertion; everyone else should avoid outdoor activity."
        }
    }
}
