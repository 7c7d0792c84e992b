import Glibc
import Synchronization

@testable import FileAccess

/// A disk in memory. Changes are seen at once, but only what was waited for survives a loss of power: of the rest some may be
/// lost, later entries of a folder never without the earlier ones, and unwaited bytes may be torn.
///
/// Stricter than most disks: the wait for a file does not make its name durable, only the wait for its folder does.
final class MemoryFileSystem: FileSystem {
    private struct Node {
        var isFolder: Bool
        var bytes: [UInt8] = []
        /// The bytes that were waited for.
        var durable: [UInt8] = []
    }

    private enum Change {
        case add(String, Int)
        case remove(String)
        case rename(String, String)

        var isAddition: Bool { if case .add = self { true } else { false } }

        var paths: [String] {
            switch self {
            case .add(let path, _), .remove(let path): [path]
            case .rename(let old, let new): [old, new]
            }
        }
    }

    private struct State {
        var nodes: [Int: Node] = [:]
        var seen: [String: Int] = [:]
        var durable: [String: Int] = [:]
        var pending: [Change] = []
        /// What was published half-written, in words.
        var violations: [String] = []
    }

    private let state = Mutex(State())
    let trouble: Trouble

    init(_ trouble: Trouble) { self.trouble = trouble }

    // MARK: FileSystem

    func list(_ folder: String) throws(FileFailure) -> [FolderEntry] {
        try step("list", folder)
        return try state.withLock { state throws(FileFailure) in
            guard Self.isFolder(folder, state) else { throw FileFailure("list", folder, code: ENOENT) }
            return Self.children(of: folder, state).map { name in
                let node = state.seen["\(folder)/\(name)"].flatMap { state.nodes[$0] }
                return FolderEntry(name: name, kind: node?.isFolder == true ? .folder : .file, size: node?.bytes.count ?? 0)
            }
        }
    }

    /// Who owns every file; no machine has such an account.
    static let owner: UInt32 = 4_000_000_001

    func readOwned(_ path: String, limit: Int) throws(FileFailure) -> (bytes: [UInt8], owner: UInt32?) {
        try step("read", path)
        return try state.withLock { state throws(FileFailure) in
            guard let node = state.seen[path].flatMap({ state.nodes[$0] }) else { throw FileFailure("open", path, code: ENOENT) }
            guard !node.isFolder else { throw FileFailure("read", path, reason: "it is not a regular file") }
            guard node.bytes.count <= limit else { throw FileFailure("read", path, reason: "it is too large") }
            return (node.bytes, Self.owner)
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        try step("open", path)
        let id = try state.withLock { state throws(FileFailure) in
            guard Self.isFolder(parent(of: path), state) else { throw FileFailure("open", path, code: ENOENT) }
            if let id = state.seen[path] {
                state.nodes[id]?.bytes = []
                return id
            }
            let id = Self.add(Node(isFolder: false), at: path, &state)
            state.pending.append(.add(path, id))
            return id
        }
        // The first half is there when the disk is full or the process dies.
        state.withLock { $0.nodes[id]?.bytes = Array(bytes.prefix(bytes.count / 2)) }
        try step("write", path)
        try checkSpace("write", path)
        state.withLock { $0.nodes[id]?.bytes = bytes }
        try step("write", path)
        state.withLock { $0.nodes[id]?.durable = bytes }
    }

    func makeFolder(_ path: String) throws(FileFailure) {
        if isFolder(path) { return }
        if parent(of: path) != path, !isFolder(parent(of: path)) { try makeFolder(parent(of: path)) }
        try step("create", path)
        try checkSpace("create", path)
        state.withLock { state in
            let id = Self.add(Node(isFolder: true), at: path, &state)
            state.pending.append(.add(path, id))
        }
    }

    func rename(_ path: String, to new: String) throws(FileFailure) {
        try step("rename", path)
        try state.withLock { state throws(FileFailure) in
            guard let id = state.seen[path] else { throw FileFailure("rename", path, code: ENOENT) }
            guard Self.isFolder(parent(of: new), state) else { throw FileFailure("rename", path, code: ENOENT) }
            if state.nodes[id]?.isFolder == true, !Self.children(of: new, state).isEmpty {
                throw FileFailure("rename", path, code: ENOTEMPTY)
            }
            if lastName(of: parent(of: new)) == "new" { Self.inspect(path, &state) }
            Self.move(path, to: new, &state.seen)
            state.pending.append(.rename(path, new))
        }
        try syncFolder(parent(of: new))
        if parent(of: path) != parent(of: new) { try syncFolder(parent(of: path)) }
    }

    func syncFolder(_ path: String) throws(FileFailure) {
        try step("sync", path)
        let fails = trouble.state.withLock { state in
            guard let left = state.stepsToFailedSync else { return false }
            state.stepsToFailedSync = left > 1 ? left - 1 : nil
            return left <= 1
        }
        if fails { throw FileFailure("sync", path, code: EIO) }
        try state.withLock { state throws(FileFailure) in
            guard Self.isFolder(path, state) else { throw FileFailure("open", path, code: ENOENT) }
            Self.settle(path, &state)
        }
    }

    func remove(_ path: String) throws(FileFailure) {
        guard exists(path) else { return }
        try step("remove", path)
        state.withLock { state in
            state.seen = state.seen.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
            state.pending.append(.remove(path))
        }
    }

    func exists(_ path: String) -> Bool { state.withLock { $0.seen[path] != nil || path == "/" } }

    // MARK: The world outside of the process

    /// Puts a file there as a careful writer does: all at once, and waited for.
    func deliver(_ bytes: [UInt8], to path: String) {
        state.withLock { state in
            let id = Self.add(Node(isFolder: false, bytes: bytes, durable: bytes), at: path, &state)
            state.pending.append(.add(path, id))
            Self.settle(parent(of: path), &state)
        }
    }

    /// Moves what a consumer took, and waits for it.
    func consume(_ path: String, to new: String) {
        state.withLock { state in
            Self.move(path, to: new, &state.seen)
            state.pending.append(.rename(path, new))
            Self.settle(parent(of: new), &state)
            Self.settle(parent(of: path), &state)
        }
    }

    /// Names in a folder, without a step of the process.
    func names(in folder: String) -> [String] { state.withLock { Self.children(of: folder, $0) } }

    func bytes(at path: String) -> [UInt8]? { state.withLock { state in state.seen[path].flatMap { state.nodes[$0]?.bytes } } }

    var violations: [String] { state.withLock { $0.violations } }

    /// The machine loses power: what was not waited for may be gone.
    func losePower(_ random: inout SeededRandom) {
        var keep: [Bool] = []
        let count = state.withLock { $0.pending.count }
        for _ in 0..<count { keep.append(random.below(3) > 0) }
        let cut = random.below(100)
        state.withLock { state in
            var stuck: Set<String> = []
            for (change, isKept) in zip(state.pending, keep) {
                let folders = change.paths.map(parent(of:))
                guard isKept, stuck.isDisjoint(with: folders) else {
                    stuck.formUnion(folders)
                    continue
                }
                Self.apply(change, &state.durable)
            }
            state.pending = []
            // Without its folder an entry is out of reach.
            state.seen = state.durable.filter { entry in
                var above = parent(of: entry.key)
                while above != "/", above != "." {
                    if state.durable[above] == nil { return false }
                    above = parent(of: above)
                }
                return true
            }
            state.durable = state.seen
            state.nodes = state.nodes.mapValues { node in
                guard node.bytes != node.durable else { return node }
                let torn = Array(node.bytes.prefix(node.bytes.count * cut / 100))
                return Node(isFolder: node.isFolder, bytes: torn, durable: torn)
            }
        }
    }

    // MARK: Parts

    private func step(_ operation: String, _ path: String) throws(FileFailure) {
        do throws(Trouble.Crash) { try trouble.step() } catch { throw FileFailure(operation, path, reason: "the process died") }
    }

    private func checkSpace(_ operation: String, _ path: String) throws(FileFailure) {
        if trouble.state.withLock({ $0.spoolIsFull }) { throw FileFailure(operation, path, code: ENOSPC) }
    }

    private func isFolder(_ path: String) -> Bool { state.withLock { Self.isFolder(path, $0) } }

    private static func isFolder(_ path: String, _ state: borrowing State) -> Bool {
        path == "/" || state.seen[path].flatMap { state.nodes[$0]?.isFolder } ?? false
    }

    private static func children(of folder: String, _ state: borrowing State) -> [String] {
        let prefix = folder + "/"
        return state.seen.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
            .map { String($0.dropFirst(prefix.count)) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func add(_ node: Node, at path: String, _ state: inout State) -> Int {
        let id = state.nodes.count
        state.nodes[id] = node
        state.seen[path] = id
        return id
    }

    private static func move(_ path: String, to new: String, _ tree: inout [String: Int]) {
        for (key, id) in tree where key == path || key.hasPrefix(path + "/") {
            tree[key] = nil
            tree[new + key.dropFirst(path.count)] = id
        }
    }

    private static func apply(_ change: Change, _ tree: inout [String: Int]) {
        switch change {
        case .add(let path, let id): tree[path] = id
        case .remove(let path): tree = tree.filter { $0.key != path && !$0.key.hasPrefix(path + "/") }
        case .rename(let old, let new):
            if tree[old] != nil { move(old, to: new, &tree) }
        }
    }

    /// Makes the changes of a folder's entries durable, in order, and with each those of the same names before it.
    private static func settle(_ folder: String, _ state: inout State) {
        var wanted: Set<String> = []
        var isWanted = Array(repeating: false, count: state.pending.count)
        for index in state.pending.indices.reversed() {
            let change = state.pending[index]
            let paths = change.paths
            // What goes with the folder above is bound to its order.
            let isAbove = !change.isAddition && paths.contains { path in wanted.contains { $0.hasPrefix(path + "/") } }
            guard isAbove || paths.contains(where: { parent(of: $0) == folder || wanted.contains($0) }) else { continue }
            isWanted[index] = true
            wanted.formUnion(paths)
        }
        for (change, isWanted) in zip(state.pending, isWanted) where isWanted { apply(change, &state.durable) }
        state.pending = zip(state.pending, isWanted).filter { !$0.1 }.map(\.0)
    }

    /// A notice must be whole, and on the disk, when it is published.
    private static func inspect(_ aside: String, _ state: inout State) {
        let names = children(of: aside, state)
        let isDecision = ["-silence-", "-blind-", "-reminder-", "-supplement-", "-correction-"].allSatisfy { !aside.contains($0) }
        let plain = ["cap.xml"] + (isDecision ? ["evidence"] : []) + ["notice.html", "notice.json", "notice.txt"]
        // Where a supplement tells of nothing but those gone from the list, no addressee has a file.
        let orders = names.filter { !plain.contains($0) && $0 != "orders" }
        if names.filter(plain.contains) != plain || !orders.isEmpty && orders != ["orders.csv", "orders.json"] {
            state.violations.append("\(aside) is published with \(names)")
        }
        for (path, id) in state.seen where path.hasPrefix(aside + "/") {
            guard let node = state.nodes[id] else { continue }
            if !node.isFolder && node.bytes.isEmpty || node.bytes != node.durable || state.durable[path] != id {
                state.violations.append("\(path) is published before it is on the disk")
            }
        }
    }
}
