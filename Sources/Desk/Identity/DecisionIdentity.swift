import AirQuality
public import Warnings

extension Decision {
    /// A name that follows from what was decided: FNV-1a over `area|at|kind|from|to`, such as `xuchang|20241209T120000Z|issue|none|red`.
    ///
    /// There is at most one own decision an area and hour; one that stands on directives names them too, and a declaration its
    /// second, so that a log holds each id once.
    public var id: String {
        var parts = [area, at.compactText, kind.rawValue, from ?? Decision.none, to ?? Decision.none]
        switch basis {
        case nil, .approval: break
        case .directive(let documents): parts += ["directive"] + documents
        case .consultation(let declared): parts += ["consultation", "\(declared.at.seconds)"]
        }
        return Fingerprint.hexadecimal(parts.joined(separator: "|"))
    }
}
