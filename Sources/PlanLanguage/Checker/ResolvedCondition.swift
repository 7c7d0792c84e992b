import PlanModel

/// A checked condition whose names point at lets, before these are expanded.
indirect enum ResolvedCondition {
    case or([ResolvedCondition], SourceRange)
    case and([ResolvedCondition], SourceRange)
    case not(ResolvedCondition, SourceRange)
    case `let`(Int, SourceRange)
    case test(Test, SourceRange)
    /// In place of what has an error.
    case invalid
}
