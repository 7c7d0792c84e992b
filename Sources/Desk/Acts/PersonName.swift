/// The name of a person as two people may write it: width, case and spaces make no difference.
struct PersonName: Hashable {
    private let folded: String

    init(_ text: String) {
        var folded = ""
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint else { continue }
            folded += Self.narrow(scalar).properties.lowercaseMapping
        }
        self.folded = folded
    }

    /// The ASCII form of a full-width one (U+FF01 to U+FF5E).
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }
}
