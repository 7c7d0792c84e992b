/// What people should know about an order beside what it orders.
public struct OrderFlags: OptionSet, Hashable, Sendable {
    public var rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Stood still when the order was given, and stays so.
    public static let standsStill = OrderFlags(rawValue: 1 << 0)
    /// The filed plan stops fewer lines than the measure demands; the filed lines stand.
    public static let filedPlanShort = OrderFlags(rawValue: 1 << 1)
    /// No filed plan names the lines that stop: they were computed.
    public static let linesComputed = OrderFlags(rawValue: 1 << 2)
    /// No line runs or is listed: the load is limited by the same share.
    public static let noLines = OrderFlags(rawValue: 1 << 3)
    /// No measure names it.
    public static let noMeasure = OrderFlags(rawValue: 1 << 4)
    /// Without a grade, which counts as D.
    public static let gradeMissing = OrderFlags(rawValue: 1 << 5)
    /// A grade that is applied for, which counts as C.
    public static let gradePending = OrderFlags(rawValue: 1 << 6)
    /// An autonomous plant that pledged nothing.
    public static let pledgeMissing = OrderFlags(rawValue: 1 << 7)
    /// An autonomous plant whose lines name nothing: its reduction counts as none.
    public static let reductionUnknown = OrderFlags(rawValue: 1 << 8)
    /// A line that cannot be interrupted has no backup exhaust treatment.
    public static let noBackupTreatment = OrderFlags(rawValue: 1 << 9)
    /// Its lines emit more than it does as a whole.
    public static let linesExceedPlant = OrderFlags(rawValue: 1 << 10)
    /// The plan's watches find it.
    public static let watched = OrderFlags(rawValue: 1 << 11)
}
