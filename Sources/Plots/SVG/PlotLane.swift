public import AirQuality

/// A row of bands under a plot, such as the levels of one plan.
public struct PlotLane: Sendable {
    /// Hours at a grade.
    public struct Band: Hashable, Sendable {
        public var slots: Range<HourSlot>
        /// A place among the plot's grades.
        public var grade: Int

        public init(slots: Range<HourSlot>, grade: Int) {
            self.slots = slots
            self.grade = grade
        }
    }

    public var label: String
    /// In order of time; none overlaps another.
    public var bands: [Band]

    public init(label: String, bands: [Band]) {
        self.label = label
        self.bands = bands
    }
}
