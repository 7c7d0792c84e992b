// The short texts of predicates, as orders quote them. Both read back as the same predicate in the plan language.

extension Predicate {
    /// As an English plan writes it: `industry == "铸造" and not (grade in (A, B) or on list whitelist)`; `all` for ``always``.
    public var text: String { PredicateWriter(subject: .enterprise, isChinese: false).text(self) }

    /// The same in Chinese, with the column names of enterprises.
    public var chinese: String { chinese(for: .enterprise) }

    /// The same in Chinese: `行业为“铸造”且非（绩效等级属于（A、B）或列入名单“低VOCs白名单”）`; 全部 for ``always``.
    ///
    /// - Parameters:
    ///   - subject: Whose table names the columns.
    ///   - lists: What people call the lists; a list that is not among them goes by its id.
    public func chinese(for subject: OrderSubject, lists: [ListName] = []) -> String {
        var writer = PredicateWriter(subject: subject, isChinese: true)
        for list in lists where list.name != list.id { writer.listNames[list.id] = list.name }
        return writer.text(self)
    }
}

extension PredicateValue {
    /// As an English plan writes it: `"铸造"`, `5000`, `2024-10-31`, `B-`.
    public var text: String {
        PredicateWriter(subject: .enterprise, isChinese: false).text(self, of: ColumnReference(name: "", type: nil))
    }
}

/// Writes predicates in one vocabulary.
private struct PredicateWriter {
    var subject: OrderSubject
    var isChinese: Bool
    var listNames: [String: String] = [:]

    init(subject: OrderSubject, isChinese: Bool) {
        self.subject = subject
        self.isChinese = isChinese
    }

    /// How tightly a form binds.
    private enum Binding: Int { case or, and, not, none }

    func text(_ predicate: Predicate) -> String {
        switch predicate {
        case .always: isChinese ? "全部" : "all"
        case .compare(let column, let relation, let value):
            isChinese
                ? "\(name(column))\(chinese(relation))\(text(value, of: column))"
                : "\(name(column)) \(relation.rawValue) \(text(value, of: column))"
        case .isIn(let column, let values):
            isChinese
                ? "\(name(column))属于（\(values.map { text($0, of: column) }.joined(separator: "、"))）"
                : "\(name(column)) in (\(values.map { text($0, of: column) }.joined(separator: ", ")))"
        case .holds(let column): name(column)
        case .onList(let column, let list):
            isChinese
                ? (column.map(name) ?? "") + "列入名单" + (listNames[list].map(quoted) ?? word(list))
                : (column.map { name($0) + " " } ?? "") + "on list " + word(list)
        case .and(let terms): terms.map { operand($0, in: .and) }.joined(separator: isChinese ? "且" : " and ")
        case .or(let terms): terms.map { operand($0, in: .or) }.joined(separator: isChinese ? "或" : " or ")
        case .not(let inner): (isChinese ? "非" : "not ") + operand(inner, in: .not)
        }
    }

    private func binding(_ predicate: Predicate) -> Binding {
        switch predicate {
        case .or: .or
        case .and: .and
        case .not: .not
        default: .none
        }
    }

    private func operand(_ predicate: Predicate, in parent: Binding) -> String {
        let own = binding(predicate)
        let isLoose = parent == .not ? own.rawValue < Binding.not.rawValue : own.rawValue <= parent.rawValue
        guard isLoose else { return text(predicate) }
        return isChinese ? "（\(text(predicate))）" : "(\(text(predicate)))"
    }

    private func chinese(_ relation: PredicateRelation) -> String {
        switch relation {
        case .equal: "为"
        case .notEqual: "不为"
        case .less: "＜"
        case .lessOrEqual: "≤"
        case .greater: "＞"
        case .greaterOrEqual: "≥"
        }
    }

    private func name(_ column: ColumnReference) -> String {
        guard isChinese, let chinese = subject.table.column(column.name)?.chinese.first else { return word(column.name) }
        return chinese
    }

    func text(_ value: PredicateValue, of column: ColumnReference) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let millionths): decimal(millionths)
        case .date(let date): "\(date)"
        case .choice(let name): isChinese ? chinese(choice: name, of: column) : name
        }
    }

    private func chinese(choice: String, of column: ColumnReference) -> String {
        if case .choice(let choices) = column.type, let found = choices.first(where: { $0.name == choice }) {
            // Grades are letters in Chinese too.
            let isWord = choice.utf8.count > 2
            return isWord ? found.others.first ?? choice : choice
        }
        switch choice {
        case "yes": return "是"
        case "no": return "否"
        default: return choice
        }
    }

    private func decimal(_ millionths: Int64) -> String {
        var digits = String(millionths.magnitude)
        while digits.utf8.count < 7 { digits = "0" + digits }
        let whole = digits.dropLast(6)
        var fraction = digits.suffix(6)
        while fraction.last == "0" { fraction.removeLast() }
        return (millionths < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// A name as a word, or in quotes where it is none.
    private func word(_ name: String) -> String {
        let scalars = name.unicodeScalars
        let isWord =
            scalars.first?.properties.isAlphabetic == true
            && scalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || "0123456789_.-".unicodeScalars.contains($0)) }
        return isWord ? name : quoted(name)
    }

    private func quoted(_ text: String) -> String {
        if isChinese, !text.contains("”") { return "“\(text)”" }
        var quoted = "\""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "\""
    }
}
