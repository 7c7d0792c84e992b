import AirQuality
import PlanModel
import Presentation
import Warnings

extension ExplanationText {
    /// Why the level in force stands, what is missing for its end, and what the next higher level lacks.
    func summary(_ trace: AreaTrace) -> String { "" }
}
