import AirQuality
public import Desk

extension Supplement {
    /// A name that follows from what changed: FNV-1a over `area|at|supplement|level|record`.
    ///
    /// A record changes the orders of an area once, so that a log holds each id once.
    public var id: String {
        Fingerprint.hexadecimal([area, at.compactText, Notice.supplementKind, level, "\(record)"].joined(separator: "|"))
    }
}
