/// Sequences that hold every word of some letters once.
enum DeBruijn {
    /// The sequence, its beginning repeated at its end.
    static func word(letters: Int, order: Int) -> [Int] {
        var word = [Int](repeating: 0, count: letters * order)
        var sequence: [Int] = []
        func extend(_ length: Int, _ period: Int) {
            if length > order {
                if order % period == 0 { sequence += word[1...period] }
                return
            }
            word[length] = word[length - period]
            extend(length + 1, period)
            for letter in word[length - period] + 1..<max(letters, word[length - period] + 1) {
                word[length] = letter
                extend(length + 1, length)
            }
        }
        extend(1, 1)
        return sequence + sequence.prefix(order)
    }
}
