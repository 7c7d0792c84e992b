import AirQuality
import Desk
import Ledger
import Testing
import Warnings

@Suite struct NoticeTests {
    @Test func aNoticeCanBeRenderedAgain() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path)
        let lift = try #require(try ledger.notice("d-411006-xuchang"))
        guard case .sealed(let sealed) = Samples.story[11][0] else { return }
        #expect(lift.matter == .decision(sealed.outcome.decisions[0]))
        #expect(lift.head == story.heads[11])
        #expect(lift.knownAt == (Samples.start + 11).start)
        #expect(!lift.isPublished)
        #expect(lift.planHash == Samples.plan("plan \"许昌\" # 2\r\n").hash)
        #expect(lift.earlier.map(\.id) == ["d-411002-xuchang", "d-411003-xuchang", "u-411005-15"])
        #expect(lift.earlier.map(\.head) == [story.heads[4], story.heads[6], story.heads[10]])
        #expect(lift.earlier.map(\.knownAt) == [4, 6, 10].map { (Samples.start + $0).start })
        #expect(lift.earlier[0].publishedBy == story.heads[4].seq + 1)

        let issue = try #require(try ledger.notice("d-411002-xuchang"))
        #expect(issue.earlier.isEmpty)
        #expect(issue.planHash == Samples.plan().hash)
        #expect(try ledger.planVersion(hash: issue.planHash ?? "") == Samples.plan())
        #expect(try ledger.notice("d-0-xuchang") == nil)
    }

    @Test func theEndOfASilenceRefersToItsBeginning() throws {
        let story = try ClosedStory()
        let end = try #require(try Ledger(path: story.path).notice("s-411005-xuchang-forecasts"))
        #expect(end.earlier.map(\.id) == ["s-411003-xuchang-forecasts"])
        guard case .silence(let silence) = end.matter else {
            Issue.record("not a silence")
            return
        }
        #expect(silence.isOver)
    }

    @Test func aSupplementIsALinkOfTheEpisode() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path)
        let notice = try #require(try ledger.notice("u-411005-15"))
        guard case .supplement(let record) = Samples.story[10][1] else { return }
        #expect(notice.matter == .supplement(record.supplements[0]))
        #expect(notice.earlier.map(\.id) == ["d-411002-xuchang", "d-411003-xuchang"])
        #expect(notice.head == story.heads[10])
        #expect(notice.planHash == Samples.plan("plan \"许昌\" # 2\r\n").hash)
        let last = try ledger.lastNotice(area: "xuchang", episode: Samples.start + 2)
        #expect(last?.id == "d-411006-xuchang")
        #expect(try ledger.lastNotice(area: "xuchang", episode: Samples.start + 1) == nil)
    }

    @Test func episodesAndAreasStayApart() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        func decide(_ hour: Int, _ episode: Int, _ area: String) -> Decision {
            let at = Samples.start + hour
            return Samples.decision(.issue, at: at, from: nil, to: "red", episode: Samples.start + episode, area: area)
        }
        let hours = [[decide(0, 0, "a"), decide(0, 0, "b")], [decide(1, 0, "a")], [decide(2, 2, "a"), decide(2, 0, "b")]]
        for (index, decisions) in hours.enumerated() {
            try ledger.append([Samples.sealed(Samples.start + index, decisions)], knownAt: Samples.start.start)
        }
        #expect(try ledger.notice("d-411001-a")?.earlier.map(\.id) == ["d-411000-a"])
        #expect(try ledger.notice("d-411002-a")?.earlier.map(\.id) == [])
        #expect(try ledger.notice("d-411002-b")?.earlier.map(\.id) == ["d-411000-b"])
    }

    @Test func whatIsNotPublishedIsDueInOrder() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path)
        let due = try ledger.unpublishedNotices()
        #expect(
            due == [
                "d-411003-xuchang", "s-411003-xuchang-forecasts", "s-411005-xuchang-forecasts", "u-411005-15",
                "d-411006-xuchang",
            ])
        try ledger.append([.published(notice: due[1])], knownAt: Samples.start.start)
        #expect(try ledger.unpublishedNotices() == [due[0], due[2], due[3], due[4]])
        #expect(try ledger.notice(due[1])?.reference.publishedBy == ledger.head.seq)
    }

    @Test func whatIsInForceIsKnownAfterARestart() throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path)
        #expect(ledger.head == story.heads.last)
        let plan = try #require(try ledger.planInForce())
        #expect(plan.version == Samples.plan("plan \"许昌\" # 2\r\n"))
        #expect(plan.since == (Samples.start + 7).start)
        #expect(try ledger.lastSealed() == Samples.start + 6)
        #expect(try ledger.firstRecord(sealingFrom: Samples.start + 2) == story.heads[4].seq)
        #expect(try ledger.firstRecord(sealingFrom: Samples.start + 7) == nil)
    }

    @Test(arguments: [
        [LedgerEntry.published(notice: "d-1-nowhere")],
        [Samples.sealed(Samples.start + 6)],
        [.notEvaluated(from: Samples.start + 6, to: Samples.start + 9)],
        [.notEvaluated(from: Samples.start + 9, to: Samples.start + 8)],
        [Samples.sealed(Samples.start + 7), Samples.sealed(Samples.start + 7)],
        [.sealed(SealedRecord(outcome: HourOutcome(at: Samples.start + 8, decisions: [], silences: []), notices: ["x"]))],
        [
            .sealed(
                SealedRecord(
                    outcome: HourOutcome(
                        at: Samples.start + 8,
                        decisions: [Samples.decision(.issue, at: Samples.start, from: nil, to: "red", episode: Samples.start)],
                        silences: []), notices: ["d-411002-xuchang"]))
        ],
    ])
    func whatContradictsTheRecordIsRefused(_ entries: [LedgerEntry]) throws {
        let story = try ClosedStory()
        let ledger = try Ledger(path: story.path)
        #expect { try ledger.append(entries, knownAt: Samples.start.start) } throws: { error in
            (error as? LedgerError)?.code == .refused
        }
        #expect(ledger.head == story.heads.last)
        #expect(try ledger.verify().isIntact)
    }
}
