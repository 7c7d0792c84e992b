extension Unicode.Scalar {
    /// Characters that steer a terminal or end a line (C0, DEL, C1, line and paragraph separator, bidirectional overrides)
    /// and so must not come through from data.
    var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
