import AirQuality

/// Concentrations to record for an index.
enum ConcentrationOfIndex {
    /// The smallest concentration, at reporting precision, whose 1 h sub-index is an index or comes nearest to it.
    static func nearest(to index: Int, of pollutant: Pollutant, _ edition: Edition) -> Int {
        func find(_ index: Int) -> Result<Int, UnreachedIndex> {
            SubIndex.concentration(
                of: index, item: .hourly(pollutant), edition: edition, upTo: ReportedValue.ceiling(of: pollutant))
        }
        switch find(index) {
        case .success(let found): return found
        case .failure(let near):
            // Of two that are as near the lower one: no step of a ramp rises above what was meant.
            let candidates = [near.below, near.above].compactMap { $0 }
            let best = candidates.min { abs($0 - index) < abs($1 - index) } ?? 0
            return (try? find(best).get()) ?? 0
        }
    }
}
