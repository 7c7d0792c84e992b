public import AirQuality

/// The elements of one run, or all that a `throughout` reads.
public struct RunTrace: Hashable, Sendable {
    public var start: HourSlot
    /// Hours of the run.
    public var hours: Int
    /// The slots or blocks, in order.
    public var elements: [ElementTrace]
    /// Of what the run is to include the consecutive elements that satisfy it, or come nearest to it; nil where the test asks for none.
    public var part: [ElementTrace]?
    /// The test's truth of this run.
    public var truth: Truth
    /// How many elements may be unknown.
    public var unknownAllowed: Int

    /// The elements of the run and then those of its part.
    public var all: [ElementTrace] { elements + (part ?? []) }

    public var satisfied: Int { all.count { $0.truth == .true } }

    /// The elements that do not satisfy their comparison.
    public var failing: [ElementTrace] { all.filter { $0.truth == .false } }

    public var unknown: [ElementTrace] { all.filter { $0.truth == .unknown } }

    /// The element that moves out of what is asked first if all move alike; nil where the run is not true.
    public var margin: Margin? {
        guard truth == .true else { return nil }
        let own = elements.filter { $0.truth == .true }.compactMap { Margin($0, isPart: false) }
        return (own + (part ?? []).compactMap { Margin($0, isPart: true) }).min { $0.amount < $1.amount }
    }
}

/// How far an element may move before it no longer does.
public struct Margin: Hashable, Sendable {
    public var element: ElementTrace
    /// Whether it is an element of what a run is to include.
    public var isPart: Bool
    /// Thousandths; 0 at the last value that does.
    public var amount: Int64

    init?(_ element: ElementTrace, isPart: Bool) {
        guard let room = element.room else { return nil }
        self.element = element
        self.isPart = isPart
        amount = room
    }
}
