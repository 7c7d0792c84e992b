import PlanModel
import Presentation

extension Checker {
    mutating func checkAreas(_ syntax: [AreaSyntax], plan: PlanSyntax?) {
        if syntax.isEmpty, !hasLostDeclaration, let plan { report(.noArea, plan.name.range) }
        var answers: [String: SourceRange] = [:]
        for area in syntax {
            checkName(area.id, of: .area)
            checkText(area.name)
            if let first = areaIDs[area.id.text] {
                drafts.append(Draft(.defined(.area, area.id.text), area.id.range, related: [(first, .firstHere)]))
                continue
            }
            areaIDs[area.id.text] = area.id.range
            checkAnswers(of: area, in: &answers)
            let codesOfStations = checkStations(area)
            areas.append(
                Area(
                    id: area.id.text, name: area.name.value, code: area.code?.text, stations: codesOfStations,
                    atLeast: checkQuorum(area, stations: codesOfStations.count), counties: checkCounties(area),
                    polygon: checkPolygon(area)))
        }
    }

    /// Feeds and forecasts name an area by id, code or name (with or without 市): no two areas may answer to one name.
    private mutating func checkAnswers(of area: AreaSyntax, in answers: inout [String: SourceRange]) {
        let name = area.name.value
        let written = [(area.id.text, area.id.range), (name.hasSuffix("市") ? String(name.dropLast()) : name, area.name.range)]
        var own = Set<String>()
        for (text, range) in written + (area.code.map { [($0.text, $0.range)] } ?? []) where own.insert(text).inserted {
            if let first = answers[text] {
                drafts.append(Draft(.areaNamedTwice(text), range, related: [(first, .firstHere)]))
            } else {
                answers[text] = range
            }
        }
    }

    private mutating func checkStations(_ area: AreaSyntax) -> [String] {
        var seen: [String: SourceRange] = [:]
        var codes: [String] = []
        for station in area.stations {
            if station.text.isEmpty {
                report(.emptyText, station.range)
            } else if let first = seen[station.text] {
                drafts.append(
                    Draft(.stationTwice(station.text), station.range, related: [(first, .firstHere)]))
            } else {
                seen[station.text] = station.range
                codes.append(station.text)
                stations.insert(station.text)
            }
        }
        return codes
    }

    /// A county belongs to one area, and is listed once.
    private mutating func checkCounties(_ area: AreaSyntax) -> [String] {
        var counties: [String] = []
        if !area.counties.isEmpty { orders.areasWithCounties.insert(area.id.text) }
        for county in area.counties where checkText(county) {
            if let first = orders.counties[county.value] {
                drafts.append(Draft(.orders(.countyTwice(county.value)), county.range, related: [(first, .firstHere)]))
            } else {
                orders.counties[county.value] = county.range
                counties.append(county.value)
            }
        }
        return counties
    }

    /// Points of an outline; more than a district's border needs are a mistake.
    private static let maximumPoints = 1000

    /// A closed outline as CAP 1.2 writes it, one blank between points.
    private mutating func checkPolygon(_ area: AreaSyntax) -> String? {
        guard let written = area.polygon, checkText(written) else { return nil }
        let points = written.value.split(separator: " ")
        if let wrong = points.first(where: { !Self.isPoint($0) }) {
            report(.polygonPoint(String(wrong)), written.range)
            return nil
        }
        guard (4...Self.maximumPoints).contains(points.count), points.first == points.last else {
            report(.polygonNotClosed(points: points.count), written.range)
            return nil
        }
        return points.joined(separator: " ")
    }

    private static func isPoint(_ text: Substring) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && isAngle(parts[0], limit: 90) && isAngle(parts[1], limit: 180)
    }

    /// Whether a text is a decimal number from -limit to limit.
    private static func isAngle(_ text: Substring, limit: Int) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.count <= 9 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let whole = Int(parts[0])
        else { return false }
        return whole < limit || whole == limit && (parts.count == 1 || parts[1].allSatisfy { $0 == "0" })
    }

    private mutating func checkQuorum(_ area: AreaSyntax, stations count: Int) -> Int? {
        guard let written = area.atLeast else { return nil }
        guard let number = Int(written.value), (1...max(1, count)).contains(number) else {
            report(.quorumOutOfRange(written.value, stations: count), written.range)
            return nil
        }
        return number
    }

    // MARK: - Names

    /// Names of declarations become parts of file names and of other formats: letters, digits and `_ . -`, a letter first.
    mutating func checkName(_ name: NameSyntax, of keyword: Keyword) {
        let scalars = name.text.unicodeScalars
        let isWord = scalars.allSatisfy { $0.isWordPart && $0.value != 0xB2 && $0.value != 0xB3 }
        guard let first = scalars.first, first.properties.isAlphabetic, isWord, name.text.utf8.count <= 60 else {
            report(.invalidName(name.text), name.range)
            return
        }
        if keyword == .let, let word = Vocabulary.english(name.text) ?? Vocabulary.chinese(name.text), !word.isOfRules {
            report(.keywordAsName(name.text), name.range)
        }
    }

    mutating func reportUnknown(_ what: FindingKind.Named, _ name: NameSyntax, among names: [String]) {
        let suggestion = Suggestion.closest(to: name.text, among: names)
        let isWord = suggestion?.unicodeScalars.allSatisfy { $0.isWordPart && !$0.isHan } == true
        let replacement = suggestion.map {
            isWord && !name.isQuoted ? $0 : name.isQuoted ? requoted($0, like: name) : "\"\($0)\""
        }
        drafts.append(
            Draft(
                .unknown(what, name.text, suggestion: suggestion), name.range,
                fixits: replacement.map { [(name.range, $0)] } ?? []))
    }

    private func requoted(_ text: String, like name: NameSyntax) -> String {
        // Three bytes of a Chinese quote at either end, or one of the ASCII one.
        name.range.end - name.range.start >= name.text.utf8.count + 6 ? "“\(text)”" : "\"\(text)\""
    }
}
