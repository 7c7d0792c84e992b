import AirQuality

extension FeedResult {
    /// The value that a cell stands for, missing where there is none; reports one that was meant as a value and cannot be.
    mutating func value(
        _ content: UnsafeBufferPointer<UInt8>, as pollutant: Pollutant, _ values: ValueReader, line: Int, column: Int
    ) -> Int32 {
        let outcome = values.read(content, as: pollutant)
        if case .value(let value) = outcome { return value }
        if outcome.isRefused {
            refused[pollutant] += 1
            if outcome == .notANumber { notNumbers[pollutant] += 1 }
            report(line, column + 1, values.reason(outcome, content, pollutant: pollutant))
        }
        return PollutantValues.missing
    }
}
