import Foundation
import TestSupport
import Testing

/// The service under a real systemd, from start to stop, and its unit under systemd's own eyes.
@Suite struct BootedServiceTests {
    @Test(
        .enabled(if: BootedMachine.obstacle == nil, "\(BootedMachine.obstacle ?? "")"),
        .timeLimit(.minutes(10))
    )
    func theServiceLivesThroughItsWholeLife() throws {
        let run = try Command("\(BootedMachine.harness)/service-test.sh", BootedMachine.build).run()
        #expect(run.status == 0, "\(run.output)")
        // A driver that ends early must not pass for one that found nothing wrong.
        #expect(run.output.contains("ok - a mended plan starts"), "\(run.output)")
    }

    @Test(.enabled(if: Command.exists("systemd-analyze"), "systemd-analyze is not installed"))
    func exposureIsSmall() throws {
        // The threshold counts in tenths.
        let run = try Command(
            "systemd-analyze", "security", "--offline=yes", "--threshold=15", "--no-pager",
            "\(BootedMachine.root)/systemd/lantiand.service"
        ).run()
        #expect(run.status == 0, "\(run.output)")
    }
}
