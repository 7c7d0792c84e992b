import Lists
import PlanModel

/// The emissions of the rows of a table, in mg/d; blank: none.
struct EmissionColumns: Sendable {
    private let columns: [[Int64]]

    init(_ table: Table) {
        columns = EmittedPollutant.allCases.map {
            table.numbers($0.name.lowercased()) ?? [Int64](repeating: 0, count: table.count)
        }
    }

    @inline(__always) subscript(row: Int) -> EmissionValues {
        let read = SIMD4(columns[0][row], columns[1][row], columns[2][row], columns[3][row])
        return EmissionValues(read.replacing(with: 0, where: read .< 0))
    }
}

extension EmissionValues {
    /// The larger of each pollutant.
    @inline(__always) func larger(_ other: Self) -> Self {
        Self(milligrams.replacing(with: other.milligrams, where: other.milligrams .> milligrams))
    }

    /// The smaller of each pollutant.
    @inline(__always) func smaller(_ other: Self) -> Self {
        Self(milligrams.replacing(with: other.milligrams, where: other.milligrams .< milligrams))
    }

    /// A share in millionths of a percent, up to 100 %, rounded towards zero.
    func share(millionths: Int64) -> Self {
        let part = min(max(millionths, 0), 100_000_000)
        if part % 1_000_000 == 0 { return percent(Int(part / 1_000_000)) }
        var result = Self.zero
        for index in 0..<4 {
            let product = milligrams[index].multipliedFullWidth(by: part)
            result.milligrams[index] = Int64(100_000_000).dividingFullWidth(product).quotient
        }
        return result
    }
}
