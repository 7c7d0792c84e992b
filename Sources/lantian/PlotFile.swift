import AirQuality
import Backtests
import Desk
import FileAccess
import PlanModel
import Plots
import Warnings

/// The files of `--plot`: one, or for a plan of several areas one an area, named after it.
struct PlotFile {
    let path: String
    let forecast: RecordPicture.Forecast

    init(_ path: String, _ options: ForecastOptions, _ batches: [ForecastBatch]) {
        self.path = path
        forecast =
            switch options.choice {
            case .perfect: .perfect
            case .persistence: .persistence
            case .issued: .issued(batches)
            }
    }

    /// - Parameter events: What was really issued in an area; nil: nothing is said of it.
    func write(
        _ runs: [PlanRun], _ run: ReplayRun, events: (Area) -> [LevelBands.Band]?
    ) throws {
        let areas = run.plan.areas
        for area in areas {
            guard
                let plot = RecordPicture.plot(
                    runs, area: area, observations: run.desk.observations, forecast: forecast, events: events(area),
                    from: HourSlot(run.instants.lowerBound))
            else { continue }
            let name = areas.count == 1 ? path : named(after: area)
            do throws(FileFailure) {
                try LocalFileSystem().replace(name, with: Array(plot.svg.utf8))
            } catch {
                throw Console.cannotRun(error.description)
            }
        }
    }

    /// `out-xuchang.svg` for `out.svg`.
    private func named(after area: Area) -> String {
        path.hasSuffix(".svg") ? "\(path.dropLast(4))-\(area.id).svg" : "\(path)-\(area.id)"
    }
}
