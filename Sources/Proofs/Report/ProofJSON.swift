public import AirQuality
import Orders
import PlanModel
import Presentation
import Warnings

/// A report for machines: JSON Lines, the assumptions first, then one line an answer with the keys
/// `id,verdict,basis,message,area,help,file,line,witness,row`.
///
/// A witness is `{series:[{station,pollutant,from,parts:[{value,hours}]}],instants,decisions:[{at,kind,from,to}]}`, and `earlier`
/// where two plans are compared; values are in thousandths of the pollutant's unit. The head has `list` where a list was asked; `row` is
/// `{subject,file,line,id,name,day,rows}`, how many rows are like it.
public struct ProofJSON: Sendable {
    private let zone: Zone
    private let place: @Sendable (ProofAnswer.Subject) -> (file: String, line: Int)?

    public init(zone: Zone, place: @escaping @Sendable (ProofAnswer.Subject) -> (file: String, line: Int)?) {
        self.zone = zone
        self.place = place
    }

    public func lines(_ report: ProofReport) -> String {
        let head = JSONWriter.object { json in
            json.strings("plans", report.plans)
            json.field("assumed", ProofText.assumptions)
            json.field("reach", report.settings.reach)
            json.field("within", report.settings.within)
            json.field("edition", report.shownEditions)
            if let list = report.list { write(list, &json) }
        }
        return ([head] + report.answers.map(line)).map { $0 + "\n" }.joined()
    }

    private func line(_ answer: ProofAnswer) -> String {
        JSONWriter.object { json in
            json.field("id", answer.id)
            json.field("verdict", answer.verdict.rawValue)
            json.field("basis", answer.basis.rawValue)
            json.field("message", answer.message)
            json.field("area", optional: answer.area)
            json.field("help", optional: answer.help)
            if let place = answer.subject.flatMap(place) {
                json.field("file", place.file)
                json.field("line", place.line)
            }
            if let witness = answer.witness {
                json.key("witness")
                json.object { write(witness, &$0) }
            }
            if let row = answer.row { write(row, &json) }
        }
    }

    private func write(_ list: ListScope, _ json: inout JSONWriter) {
        json.key("list")
        json.object { json in
            json.key("tables")
            json.array { json in
                for table in list.tables {
                    json.object {
                        $0.field("file", table.file)
                        $0.field("rows", table.rows)
                    }
                }
            }
            json.field("spans", list.spans)
            json.field("asked", list.asked)
        }
    }

    private func write(_ row: SurveyedRow, _ json: inout JSONWriter) {
        json.key("row")
        json.object { json in
            json.field("subject", row.subject.rawValue)
            json.field("file", row.file)
            json.field("line", row.line)
            json.field("id", row.code)
            json.field("name", row.name)
            json.field("day", optional: row.day?.description)
            json.field("rows", row.count)
        }
    }

    private func write(_ witness: Witness, _ json: inout JSONWriter) {
        json.key("series")
        json.array { json in
            for series in witness.series {
                json.object { json in
                    json.field("station", optional: series.station)
                    json.field("pollutant", series.pollutant.name)
                    json.field("from", zone.text(series.from))
                    json.key("parts")
                    json.array { json in
                        for part in series.parts {
                            json.object {
                                $0.field("value", part.value)
                                $0.field("hours", part.hours)
                            }
                        }
                    }
                }
            }
        }
        json.strings("instants", witness.instants.map { zone.text($0) })
        write("decisions", witness.decisions, &json)
        if let earlier = witness.earlier { write("earlier", earlier, &json) }
    }

    private func write(_ key: String, _ decisions: [Decision], _ json: inout JSONWriter) {
        json.key(key)
        json.array { json in
            for decision in decisions {
                json.object { json in
                    json.field("at", zone.text(decision.at))
                    json.field("kind", decision.kind.rawValue)
                    json.field("from", decision.from ?? Decision.none)
                    json.field("to", decision.to ?? Decision.none)
                }
            }
        }
    }
}
