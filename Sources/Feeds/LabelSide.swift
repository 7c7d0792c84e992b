/// The side of an hour slot that a feed's time label names (`semantics.md` §1).
public enum LabelSide: String, Hashable, Sendable {
    case start, end
}
