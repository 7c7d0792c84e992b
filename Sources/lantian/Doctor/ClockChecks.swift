import AirQuality
import CLinux

/// Whether the wall clock can be believed: each decision stands on its hours.
struct ClockChecks {
    let now: Instant
    let newestData: HourSlot?
    let zone: Zone

    func run() -> [Diagnosis] {
        let name = Diagnosis.Words("clock", "时钟")
        let text = zone.text(now)
        if let newestData, newestData.start.seconds > now.seconds + 3600 {
            return [
                .failure(
                    "clock", name,
                    .init(
                        "it is \(text), but data up to \(zone.text(newestData)) is on record",
                        "现在是 \(text)，而台账已有至 \(zone.text(newestData)) 的数据"),
                    help: .init("set the clock right: timedatectl", "请校正时钟：timedatectl"))
            ]
        }
        switch linux_clock_is_synchronised() {
        case 1: return [.fine("clock", name, .init("\(text), synchronised", "\(text)，已同步"))]
        case 0:
            return [
                .warning(
                    "clock", name, .init("\(text), not synchronised", "\(text)，未同步"),
                    help: .init(
                        "let a time service run, as in `timedatectl set-ntp true`; in a container it runs on the host",
                        "请启用校时服务，如 timedatectl set-ntp true；容器中由宿主机校时"))
            ]
        default:
            return [
                .warning(
                    "clock", name, .init("\(text); whether it is synchronised cannot be seen here", "\(text)；此处看不到是否同步"),
                    help: .init("look with timedatectl on the host", "请在宿主机上用 timedatectl 查看"))
            ]
        }
    }
}
