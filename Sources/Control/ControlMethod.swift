/// The methods of the control socket (`docs/control.md`).
public enum ControlMethod: String, Hashable, Sendable, CaseIterable {
    case getInfo = "GetInfo"
    case status = "Status"
    case episodes = "Episodes"
    case decisions = "Decisions"
    case proposals = "Proposals"
    case directives = "Directives"
    case receipts = "Receipts"
    case notice = "Notice"
    case export = "Export"
    case approve = "Approve"
    case reject = "Reject"
    case declare = "Declare"
    case direct = "Direct"
    case withdraw = "Withdraw"
    case acknowledge = "Acknowledge"
    case opine = "Opine"
    case retract = "Retract"
    case correct = "Correct"
    case reload = "Reload"

    /// The interface; a change that an older client would not understand gets the next number.
    public static let interface = "cn.lantian.Desk1"

    /// The name on the wire, such as `cn.lantian.Desk1.Approve`.
    public var fullName: String { "\(Self.interface).\(rawValue)" }

    init?(fullName: String) {
        guard fullName.hasPrefix(Self.interface + ".") else { return nil }
        self.init(rawValue: String(fullName.dropFirst(Self.interface.count + 1)))
    }
}
