import Desk
import Notices
import Orders
import Testing

/// The files of orders in a notice's folder.
@Suite struct OrderFileTests {
    private func file(_ notice: Notice, _ name: String) throws -> [String] {
        let bytes = try #require(NoticeRenderer.files(notice).first { $0.name == name }, "\(name)").bytes
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test func everyNoticeHoldsThemForEachAddressee() throws {
        for notice in SampleOrders.episode {
            let names = NoticeRenderer.files(notice).map(\.name)
            #expect(names.prefix(6) == ["notice.txt", "notice.html", "notice.json", "cap.xml", "orders.csv", "orders.json"])
            #expect(Set(names).count == names.count)
            #expect(names.contains("orders/禹州市.csv"))
        }
        #expect(NoticeRenderer.files(SampleNotices.golden[0].notice).count == 4)
    }

    @Test func aDecisionHoldsAllAndASupplementWhatChanged() throws {
        #expect(try SampleOrders.episode.map { try file($0, "orders.csv").count } == [8, 8, 2, 8])
        let changed = try #require(try file(SampleOrders.episode[2], "orders.csv").last)
        #expect(changed.contains("乙家具") && changed.contains("停产"))
        #expect(try file(SampleOrders.episode[2], "orders/禹州市.csv").last == changed)
    }

    /// Where nothing was ordered before, all of a supplement is new.
    @Test func aSupplementWithoutEarlierOrdersHoldsAll() throws {
        var notice = SampleOrders.episode[2]
        notice.orders = SampleOrders.report(notice.orders?.orders, nil)
        #expect(try file(notice, "orders.csv").count == 8)
    }

    @Test func aLiftShowsWhatTheSeasonKeeps() throws {
        let rows = try file(SampleOrders.episode[3], "orders.csv")
        #expect(rows.filter { $0.contains("停产") && $0.contains("丁砖瓦") }.count == 1)
        #expect(rows.filter { $0.contains("正常生产") }.count == 5)
    }
}
