/// A county or district of Xuchang, and where its enterprises lie.
struct SampleCounty: Sendable {
    let name: String
    /// What names of enterprises there begin with.
    let prefix: String
    /// The middle and how far from it enterprises lie, in 10^-4 degrees.
    let longitude: Int
    let latitude: Int
    let radius: Int

    private init(_ name: String, _ prefix: String, _ longitude: Int, _ latitude: Int, _ radius: Int) {
        self.name = name
        self.prefix = prefix
        self.longitude = longitude
        self.latitude = latitude
        self.radius = radius
    }

    /// In the order of the action plan.
    static let all: [SampleCounty] = [
        .init("魏都区", "许昌市", 1_138_220, 340_250, 400),
        .init("建安区", "许昌市", 1_138_180, 341_250, 1_300),
        .init("禹州市", "禹州市", 1_134_880, 341_410, 2_000),
        .init("长葛市", "长葛市", 1_137_730, 341_950, 1_200),
        .init("鄢陵县", "鄢陵县", 1_141_770, 341_020, 1_200),
        .init("襄城县", "襄城县", 1_134_820, 338_510, 1_400),
        .init("城乡一体化示范区", "许昌市", 1_138_960, 340_720, 400),
        .init("经济技术开发区", "许昌市", 1_137_860, 339_950, 300),
        .init("东城区", "许昌市", 1_138_640, 340_340, 250),
    ]
}
