import Foundation
import Glibc
import Testing

extension WholeDaemon {
    /// Orders in the notices of the running service, against ``NaiveOrders``.
    @Suite struct OrdersTests {
        private func orders(_ place: Place, _ notice: String) throws -> [String: NaiveOrders.Order] {
            try OrdersFile("\(place.spool)/new/\(notice)/orders.csv").orders()
        }

        /// The newest notice, once there are so many.
        private func notice(_ place: Place, _ count: Int, _ kind: String) async throws -> String {
            try await place.waitForNotices(count)
            #expect(place.notices.count == count)
            let newest = try #require(
                try place.query("SELECT id FROM notices ORDER BY seq DESC, position DESC LIMIT 1").split(separator: "\n").first)
            #expect(newest.contains("-\(kind)-"), "\(newest)")
            return String(newest)
        }

        private func json(_ place: Place, _ notice: String) throws -> [String: Any] {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(place.spool)/new/\(notice)/notice.json"))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        @Test func everyNoticeOrdersWhatTheListAndTheRulesGive() async throws {
            var plan = OrdersPlan()
            let place = try Place()
            try plan.write(place)
            let service = try await Service(place).ready()
            for step in Episode.steps.prefix(2) { try await step.play(place, service) }
            #expect(place.notices.isEmpty)

            // Yellow, then red.
            try await Episode.steps[2].play(place, service)
            let yellow = NaiveOrders(plan, level: "yellow")
            let issue = try await notice(place, 1, "issue")
            #expect(try orders(place, issue) == yellow.orders)
            try await Episode.steps[3].play(place, service)
            let red = NaiveOrders(plan, level: "red")
            let escalate = try await notice(place, 2, "escalate")
            #expect(try orders(place, escalate) == red.orders)
            #expect(yellow.changed(from: red).count > 3)
            let text = try String(contentsOfFile: "\(place.spool)/new/\(escalate)/notice.txt", encoding: .utf8)
            #expect(text.contains("四、减排指令与减排量"))
            // Every addressee has its part.
            let parts = try FileManager.default.contentsOfDirectory(atPath: "\(place.spool)/new/\(escalate)/orders").sorted()
            #expect(parts == ["东区.csv", "市工业和信息化局.csv", "西区.csv"])
            let east = try OrdersFile("\(place.spool)/new/\(escalate)/orders/东区.csv").orders()
            #expect(
                east
                    == red.orders.filter { entry in
                        plan.enterprises.contains { $0["credit_code"] == entry.key && $0["county"] == "东区" }
                    })

            // The list changes: one goes, one comes, one gets another grade.
            plan.enterprises.remove(at: 2)
            plan.enterprises[0]["grade"] = "C"
            plan.enterprises.append(OrdersPlan.enterprise(9, "家具", "B", vocs: 12))
            try plan.write(place)
            try await service.reload()
            let relisted = NaiveOrders(plan, level: "red")
            let first = try await notice(place, 3, "supplement")
            #expect(try orders(place, first) == relisted.changed(from: red))
            #expect(try orders(place, first).count == 2)
            #expect(try OrdersFile("\(place.spool)/new/\(first)/orders.csv").gone == [OrdersPlan.code(3)])
            #expect(try OrdersFile("\(place.spool)/new/\(first)/orders/西区.csv").gone == [OrdersPlan.code(3)])
            try expectChain(place, first, [issue, escalate], cause: "plan")

            try await expectNothingNew(place, service, plan)
            try await expectRefusal(place, service, plan)

            // A fact, with a row that speaks of nobody.
            let today = "2026-11-20"
            let codes = (OrdersPlan.code(9), OrdersPlan.code(5))
            let known = [
                (code: codes.0, fact: "grade", value: "D"), (code: codes.1, fact: "low_vocs_substitution", value: "partial"),
            ]
            let file = OrdersPlan.facts(
                known.map { ($0.code, $0.fact, $0.value, today) } + [(OrdersPlan.code(3), "grade", "A", today)])
            try place.drop(file, as: "facts.csv")
            let factual = NaiveOrders(plan, level: "red", facts: known)
            let second = try await notice(place, 4, "supplement")
            #expect(try orders(place, second) == factual.changed(from: relisted))
            #expect(try orders(place, second).count == 2)
            try expectChain(place, second, [issue, escalate, first], cause: "facts")
            try await place.waitUntilTaken("facts.csv")
            #expect(service.log.contains("nobody on the list"))
            #expect(try place.query("SELECT rows, errors FROM files_seen WHERE name = 'facts.csv'") == "2|1\n")
            try await eventually("the metrics") {
                place.metrics.contains("lantian_orders{area=\"testcity\",action=\"stop\"}")
                    && place.metrics.contains("lantian_reduction_share{area=\"testcity\",pollutant=\"VOCs\"} 0.")
                    && place.metrics.contains("lantian_reduction_target{area=\"testcity\",pollutant=\"VOCs\"} 0.3000\n")
                    && place.metrics.contains("lantian_list_rows{table=\"enterprises.csv\"} 8\n")
            }

            // Down to yellow, and lifted: the season stays.
            try await Episode.steps[4].play(place, service)
            let downgrade = try await notice(place, 5, "downgrade")
            #expect(try orders(place, downgrade) == NaiveOrders(plan, level: "yellow", facts: known).orders)
            try await Episode.steps[5].play(place, service)
            let lift = try await notice(place, 6, "lift")
            let standing = NaiveOrders(plan, level: nil, facts: known)
            #expect(try orders(place, lift) == standing.orders)
            #expect(standing.orders.values.filter { $0.action == "停产" }.count == 1)
            let last = try String(contentsOfFile: "\(place.spool)/new/\(lift)/notice.txt", encoding: .utf8)
            #expect(last.contains("砖瓦错峰"))
            try await service.stop()
            try place.verify()
        }

        /// A change that alters no order is a record, and no notice.
        private func expectNothingNew(_ place: Place, _ service: Service, _ plan: OrdersPlan) async throws {
            let before = place.notices
            var plan = plan
            plan.enterprises[1]["phone"] = "0374"
            try plan.write(place)
            try await service.reload()
            #expect(try place.kinds().last == "plan")
            let tomorrow = OrdersPlan.facts([(OrdersPlan.code(2), "grade", "A", "2026-11-21")])
            try place.drop(tomorrow, as: "tomorrow.csv")
            try await place.waitUntilTaken("tomorrow.csv")
            #expect(try place.kinds().last == "facts")
            // The same again is no record.
            let head = try place.head()
            try place.drop(tomorrow, as: "again.csv")
            try await place.waitUntilTaken("again.csv")
            #expect(try place.head() == head)
            // What can be said of nobody is rejected as a whole.
            try place.drop(OrdersPlan.facts([(OrdersPlan.code(3), "grade", "A", "2026-11-20")]), as: "nobody.csv")
            try await place.waitUntilTaken("nobody.csv", into: "rejected")
            #expect(try place.reason(of: "nobody.csv").contains("none of its facts can be used"))
            #expect(place.notices == before)
        }

        /// A list with an error is refused as a whole, with its place.
        private func expectRefusal(_ place: Place, _ service: Service, _ plan: OrdersPlan) async throws {
            let head = try place.query("SELECT count(*) FROM records WHERE kind = 'plan'")
            var bad = plan
            bad.enterprises[1]["grade"] = "E"
            try bad.write(place)
            try await service.reload()
            #expect(service.log.contains("reload refused"))
            #expect(service.log.contains("enterprises.csv:3"), "\(service.log)")
            #expect(service.log.contains("column grade"))
            #expect(try place.query("SELECT count(*) FROM records WHERE kind = 'plan'") == head)
            var kept = plan
            kept.enterprises[1]["phone"] = "0374"
            try kept.write(place)
            try await service.reload()
        }

        private func expectChain(_ place: Place, _ notice: String, _ earlier: [String], cause: String) throws {
            let object = try json(place, notice)
            let supplement = try #require(object["supplement"] as? [String: Any])
            #expect(supplement["cause"] as? String == cause)
            #expect(supplement["kind"] as? String == "补充通知")
            let references = try #require(object["references"] as? [[String: Any]])
            #expect(references.map { $0["identifier"] as? String } == earlier)
            #expect(object["orders"] != nil)
            let cap = try String(contentsOfFile: "\(place.spool)/new/\(notice)/cap.xml", encoding: .utf8)
            #expect(cap.contains("<msgType>Update</msgType>"))
        }

        @Test func aListThatChangedWhileItWasDownGivesASupplementAtTheStart() async throws {
            var plan = OrdersPlan()
            let place = try Place()
            try plan.write(place)
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(4) { try await step.play(place, first) }
            try await first.stop()
            let red = NaiveOrders(plan, level: "red")
            plan.enterprises[2]["grade"] = "D"
            try plan.write(place)
            let second = try await Service(place).ready()
            let supplement = try await notice(place, 3, "supplement")
            #expect(try orders(place, supplement) == NaiveOrders(plan, level: "red").changed(from: red))
            try await second.stop()
            // Started again, it says nothing twice.
            let third = try await Service(place).ready()
            #expect(place.notices.count == 3)
            try await third.stop()
            try place.verify()
        }

        /// Committed, not yet published, and then killed.
        @Test func aSupplementOutlivesAKillBeforeItsPublication() async throws {
            let place = try Place()
            try OrdersPlan().write(place)
            let first = try await Service(place).ready()
            for step in Episode.steps.prefix(4) { try await step.play(place, first) }
            // Nothing can be written where notices are made ready.
            try FileManager.default.removeItem(atPath: place.spool + "/tmp")
            try Data().write(to: URL(fileURLWithPath: place.spool + "/tmp"))
            try place.drop(OrdersPlan.facts([(OrdersPlan.code(3), "grade", "D", "2026-11-20")]), as: "facts.csv")
            try await eventually("the supplement is on record") { try place.kinds().last == "supplement" }
            first.send(SIGKILL)
            #expect(try await first.ended() == -SIGKILL)
            #expect(place.notices.count == 2)
            try FileManager.default.removeItem(atPath: place.spool + "/tmp")
            let second = try await Service(place).ready()
            let supplement = try await notice(place, 3, "supplement")
            #expect(try orders(place, supplement).count == 1)
            #expect(try place.query("SELECT count(*) FROM supplements") == "1\n")
            try await place.waitUntilTaken("facts.csv")
            try await second.stop()
            try place.verify()
        }
    }
}
