import Glibc

/// Work on several values at once, on threads of its own: tables are read side by side where the machine has cores for it.
enum Concurrently {
    struct Job<Output> {
        /// Bytes to be read; what has few is done on the calling thread.
        var size: Int
        var work: @Sendable () -> Output

        init(size: Int, _ work: @escaping @Sendable () -> Output) {
            self.size = size
            self.work = work
        }
    }

    /// Cores that the machine has for it.
    static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Below this a thread costs more than it gains.
    private static let worthwhile = 1 << 18

    /// The outputs in the order of the jobs.
    static func run<Output: Sendable>(_ jobs: [Job<Output>]) -> [Output] {
        // The largest stays here, which keeps one thread from waiting idly.
        let largest = jobs.indices.max { jobs[$0].size < jobs[$1].size }
        let threads = jobs.enumerated().map { index, job in
            index != largest && job.size >= worthwhile ? Worker(job.work) : nil
        }
        let own = zip(jobs, threads).map { job, thread in thread == nil ? job.work() : nil }
        return zip(own, threads).compactMap { own, thread in own ?? thread?.join() }
    }

    /// One job on a thread, or here where the system gives none.
    private final class Worker<Output: Sendable>: @unchecked Sendable {
        // Written by the thread before it ends, read after the join; which is why the class may cross threads.
        private var output: Output?
        private let work: @Sendable () -> Output
        private var thread = pthread_t()
        private var isRunning = false

        init(_ work: @escaping @Sendable () -> Output) {
            self.work = work
            let context = Unmanaged.passRetained(Box { self.output = self.work() }).toOpaque()
            isRunning =
                pthread_create(
                    &thread, nil,
                    { context in
                        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().run() }
                        return nil
                    }, context) == 0
            if !isRunning { Unmanaged<Box>.fromOpaque(context).release() }
        }

        func join() -> Output {
            if isRunning { pthread_join(thread, nil) }
            isRunning = false
            return output ?? work()
        }
    }

    private final class Box {
        let run: () -> Void

        init(_ run: @escaping () -> Void) { self.run = run }
    }
}
