import Lists
import PlanModel

/// What becomes of each order against those it replaces.
public struct OrderChanges: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Must do more: by the strictness of the action, then lines that stop, then reduction.
        case more
        case less
        /// As strict as before, but not the same: other lines, duties, bureaus or county, or an exemption that came or went.
        case other
        case same
        /// On the list since.
        case new

        var chinese: String {
            switch self {
            case .more: "从严"
            case .less: "放宽"
            case .other: "调整"
            case .same: "不变"
            case .new: "新增"
            }
        }
    }

    /// One an order of the new set.
    public let kinds: [Kind]
    /// Places in the old set of the orders that nothing replaces.
    public let gone: [Int]
    /// For each order of the new set the place of the old one, -1 where there is none.
    public let before: [Int32]

    public init(from old: OrderSet, to new: OrderSet) {
        let before = Self.matches(old, new)
        self.before = before
        var isReplaced = [Bool](repeating: false, count: old.count)
        kinds = new.orders.indices.map { index in
            guard before[index] >= 0 else { return .new }
            isReplaced[Int(before[index])] = true
            return Self.kind(old, old.orders[Int(before[index])], new, new.orders[index])
        }
        gone = isReplaced.indices.filter { !isReplaced[$0] }
    }

    public func count(_ kind: Kind) -> Int { kinds.count { $0 == kind } }

    /// Whether any order is not the same.
    public var areAny: Bool { !gone.isEmpty || kinds.contains { $0 != .same } }

    private static func kind(_ old: OrderSet, _ a: Order, _ new: OrderSet, _ b: Order) -> Kind {
        func stopped(_ set: OrderSet, _ order: Order) -> Int { set.lines(of: order).count { $0.fate != .standsStill } }
        let strictness = (a.action.strictness, b.action.strictness)
        if strictness.0 != strictness.1 { return strictness.0 < strictness.1 ? .more : .less }
        let lines = (stopped(old, a), stopped(new, b))
        if lines.0 != lines.1 { return lines.0 < lines.1 ? .more : .less }
        let totals = (a.reduction.total, b.reduction.total)
        if totals.0 != totals.1 { return totals.0 < totals.1 ? .more : .less }
        return isSame(old, a, new, b) ? .same : .other
    }

    /// Whether two orders of equal strictness ask for the same.
    private static func isSame(_ old: OrderSet, _ a: Order, _ new: OrderSet, _ b: Order) -> Bool {
        guard a.flags.contains(.standsStill) == b.flags.contains(.standsStill), a.reduction == b.reduction else { return false }
        let (left, right) = (old.rulings[Int(a.ruling)], new.rulings[Int(b.ruling)])
        guard left.duties == right.duties, left.leads == right.leads else { return false }
        func county(_ set: OrderSet, _ order: Order) -> String { set.table(of: order).text(Int(order.row), "county") }
        guard county(old, a) == county(new, b) else { return false }
        func granted(_ set: OrderSet, _ ruling: Ruling) -> String? {
            ruling.granted.map { set.plan.orders.exemptions[ruling.exemptions[$0].exemption].id }
        }
        guard granted(old, left) == granted(new, right), old.pledge(of: a) == new.pledge(of: b) else { return false }
        let lines = (old.lines(of: a), new.lines(of: b))
        return lines.0.count == lines.1.count
            && zip(lines.0, lines.1).allSatisfy { first, second in
                first.fate == second.fate
                    && old.list.lines.text(Int(first.line), "line_id") == new.list.lines.text(Int(second.line), "line_id")
            }
    }

    /// Finds old orders by code; where both lists have the same rows, without looking.
    private static func matches(_ old: OrderSet, _ new: OrderSet) -> [Int32] {
        var places = ByteIndex(minimumCapacity: old.count)
        let oldCodes = SubjectCodes(old)
        let newCodes = SubjectCodes(new)
        var isIndexed = false
        return new.orders.indices.map { index in
            newCodes.withCode(index) { code in
                if index < old.count, new.orders[index].isSite == old.orders[index].isSite,
                    oldCodes.withCode(index, { $0.elementsEqual(code) })
                {
                    return Int32(index)
                }
                if !isIndexed {
                    isIndexed = true
                    for place in old.orders.indices { places.insert(oldCodes.key(place), Int32(place)) }
                }
                let key = newCodes.key(index)
                return key.withUnsafeBufferPointer { places.find($0) }
            }
        }
    }
}

/// The codes of the subjects of a set's orders.
private struct SubjectCodes {
    private let set: OrderSet
    private let columns: [[TextSlice]]

    init(_ set: OrderSet) {
        self.set = set
        columns = [set.list.enterprises.slices("credit_code"), set.list.sites.slices("site_id")]
    }

    func withCode<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let order = set.orders[index]
        let slice = columns[order.isSite ? 1 : 0][Int(order.row)]
        return set.table(of: order).bytes.withUnsafeBufferPointer { body($0.slice(slice)) }
    }

    /// A site and an enterprise of one code are two.
    func key(_ index: Int) -> [UInt8] {
        [set.orders[index].isSite ? 1 : 0] + withCode(index) { Array($0) }
    }
}
