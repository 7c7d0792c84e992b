import Feeds
import Glibc

/// Files to be read by several threads and taken in order. At most a few wait to be taken, which bounds the memory.
final class ReadQueue: @unchecked Sendable {
    // Guarded by `mutex`, which is why the class may cross threads.
    private let paths: [String]
    private let ahead: Int
    private var next = 0
    private var taken = 0
    private var isStopped = false
    private var ready: [Int: Result<FeedResult, FeedFiles.Unreadable>] = [:]
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(paths: [String], ahead: Int) {
        self.paths = paths
        self.ahead = ahead
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Reads files until none is left.
    func work() {
        while let index = claim() {
            let result = FeedFiles.read(paths[index])
            locked {
                ready[index] = result
                pthread_cond_broadcast(changed)
            }
        }
    }

    private func claim() -> Int? {
        locked {
            while !isStopped, next < paths.count, next >= taken + ahead { pthread_cond_wait(changed, mutex) }
            guard !isStopped, next < paths.count else { return nil }
            next += 1
            return next - 1
        }
    }

    func take(_ index: Int) -> Result<FeedResult, FeedFiles.Unreadable> {
        locked {
            while true {
                if let result = ready.removeValue(forKey: index) {
                    taken = index + 1
                    pthread_cond_broadcast(changed)
                    return result
                }
                pthread_cond_wait(changed, mutex)
            }
        }
    }

    func stop() {
        locked {
            isStopped = true
            pthread_cond_broadcast(changed)
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

/// A thread that works on a queue.
struct ReadThread {
    private var thread = pthread_t()

    init(_ queue: ReadQueue) {
        let context = Unmanaged.passRetained(queue).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<ReadQueue>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            }, context)
    }

    func join() { pthread_join(thread, nil) }
}
