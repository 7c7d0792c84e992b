import Testing

@testable import Daemon
@testable import FileAccess

struct InboxFolderTests {
    @Test(
        "which names are feeds",
        arguments: [
            ("a.csv", true), ("站点.json", true), (".hidden", false), ("a.tmp", false), ("a.part", false), ("a.partial", false),
            ("a.csv~", false), ("tmp", true), ("a.tmp.csv", true),
        ])
    func names(name: String, isFeed: Bool) { #expect(InboxFolder<MemoryFileSystem>.isFeed(name) == isFeed) }

    private func prepared() throws -> (InboxFolder<MemoryFileSystem>, MemoryFileSystem) {
        let files = MemoryFileSystem(Trouble())
        let folder = InboxFolder(root: "/inbox", on: files)
        try folder.prepare()
        return (folder, files)
    }

    @Test("files wait in the order of their names; folders, hidden and unfinished ones do not")
    func waiting() throws {
        let (folder, files) = try prepared()
        for name in ["b", "a", ".c", "d.part"] { files.deliver([1], to: "/inbox/\(name)") }
        #expect(try folder.waiting().map(\.name) == ["a", "b"])
    }

    @Test("a file replaces no other one of its name")
    func sameName() throws {
        let (folder, files) = try prepared()
        files.deliver([1], to: "/inbox/a")
        try folder.finish("a", digest: "0123456789abcdef")
        files.deliver([2], to: "/inbox/a")
        try folder.finish("a", digest: "fedcba9876543210")
        #expect(files.bytes(at: "/inbox/done/a") == [1])
        #expect(files.bytes(at: "/inbox/done/a-fedcba987654") == [2])
    }

    @Test("what is rejected has its reason beside it, each its own")
    func reasons() throws {
        let (folder, files) = try prepared()
        for (byte, digest) in [(UInt8(1), "1111111111111111"), (2, "2222222222222222")] {
            files.deliver([byte], to: "/inbox/a")
            try folder.reject("a", digest: digest, reason: "no feed \(byte)")
        }
        #expect(files.bytes(at: "/inbox/rejected/a.reason.txt") == Array("no feed 1\n".utf8))
        #expect(files.bytes(at: "/inbox/rejected/a-222222222222.reason.txt") == Array("no feed 2\n".utf8))
        // A feed that is called like a reason takes no reason away.
        files.deliver([3], to: "/inbox/b.reason.txt")
        try folder.reject("b.reason.txt", digest: "3333333333333333", reason: "no feed 3")
        files.deliver([4], to: "/inbox/b")
        try folder.reject("b", digest: "4444444444444444", reason: "no feed 4")
        #expect(files.bytes(at: "/inbox/rejected/b.reason.txt-333333333333") == [3])
        #expect(files.bytes(at: "/inbox/rejected/b") == [4])
        #expect(files.bytes(at: "/inbox/rejected/b.reason.txt") == Array("no feed 4\n".utf8))
        #expect(files.names(in: "/inbox").filter { $0 != "done" && $0 != "rejected" }.isEmpty)
    }

    @Test("a name as long as a name may be leaves the inbox all the same")
    func longName() throws {
        let (folder, files) = try prepared()
        let name = String(repeating: "长", count: 85)
        files.deliver([1], to: "/inbox/\(name)")
        try folder.reject(name, digest: "1111111111111111", reason: "no feed")
        let kept = files.names(in: "/inbox/rejected")
        #expect(kept.count == 2)
        #expect(kept.allSatisfy { $0.utf8.count <= 255 })
    }
}
