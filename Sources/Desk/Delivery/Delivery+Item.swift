public import AirQuality

extension Delivery {
    /// A notice that somebody has still to acknowledge. Its figures cost nothing, so that every turn of the loop may ask for them;
    /// the names behind them cost a walk through the addressees.
    public struct Item: Hashable, Sendable {
        public let notice: String
        public let published: Instant
        public let addressees: [Addressee]
        /// Names of those who have acknowledged.
        public private(set) var acknowledged: Set<String> = []
        /// Names of those of whom the desk has been reminded.
        public private(set) var reminded: Set<String> = []
        private var terms: [Term]

        /// The addressees who have the same number of hours: a plan has few such numbers.
        private struct Term: Hashable {
            var hours: Int
            /// How many have not acknowledged, and of how many of these the desk has not been reminded.
            var missing: Int
            var unreminded: Int
        }

        init(notice: String, published: Instant, addressees: [Addressee]) {
            self.notice = notice
            self.published = published
            self.addressees = addressees
            var terms: [Int: Term] = [:]
            for addressee in addressees {
                terms[addressee.withinHours, default: Term(hours: addressee.withinHours, missing: 0, unreminded: 0)].missing += 1
            }
            self.terms = terms.values.sorted { $0.hours < $1.hours }
            for index in self.terms.indices { self.terms[index].unreminded = self.terms[index].missing }
        }

        // MARK: Figures

        /// How many have not acknowledged.
        public var outstanding: Int { terms.reduce(0) { $0 + $1.missing } }

        /// Of these, how many whose time is over.
        public func overdue(at now: Instant) -> Int {
            terms.reduce(0) { deadline(afterHours: $1.hours) <= now ? $0 + $1.missing : $0 }
        }

        // MARK: Names

        /// Those who have not acknowledged, in the order of the plan.
        public var missing: [Addressee] { addressees.filter { !acknowledged.contains($0.name) } }

        /// Whether one of the name has not acknowledged.
        public func isOwed(by name: String) -> Bool {
            !acknowledged.contains(name) && addressees.contains { $0.name == name }
        }

        /// The names of those whose time is over and of whom the desk has not been reminded.
        func unreminded(at now: Instant) -> [String] {
            guard terms.contains(where: { $0.unreminded > 0 && deadline(afterHours: $0.hours) <= now }) else { return [] }
            return missing.filter { !reminded.contains($0.name) && deadline(of: $0) <= now }.map(\.name)
        }

        /// Until when an addressee has its time.
        public func deadline(of addressee: Addressee) -> Instant { deadline(afterHours: addressee.withinHours) }

        private func deadline(afterHours hours: Int) -> Instant {
            Instant(seconds: published.seconds + Int64(hours) * 3600)
        }

        // MARK: Changes

        mutating func acknowledge(_ name: String) {
            guard acknowledged.insert(name).inserted else { return }
            let isReminded = reminded.contains(name)
            for addressee in addressees where addressee.name == name {
                change(addressee.withinHours) { term in
                    term.missing -= 1
                    if !isReminded { term.unreminded -= 1 }
                }
            }
        }

        mutating func remind(of names: [String]) {
            let new = Set(names).subtracting(reminded)
            guard !new.isEmpty else { return }
            reminded.formUnion(new)
            for addressee in addressees where new.contains(addressee.name) && !acknowledged.contains(addressee.name) {
                change(addressee.withinHours) { $0.unreminded -= 1 }
            }
        }

        private mutating func change(_ hours: Int, _ body: (inout Term) -> Void) {
            guard let index = terms.firstIndex(where: { $0.hours == hours }) else { return }
            body(&terms[index])
        }
    }
}
