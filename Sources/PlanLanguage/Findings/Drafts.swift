/// The findings of one stage, in the order in which they were made.
///
/// What is beyond the limit is counted and forgotten: a file of garbage must not fill the memory.
package struct Drafts {
    package private(set) var list: [Draft] = []
    private(set) var errors = 0

    mutating func append(_ draft: Draft) {
        let isError = draft.kind.severity == .error
        if isError { errors += 1 }
        // One more than is shown, so that it is known that there are more; room for an error is always kept.
        if list.count <= PlanChecker.maximumFindings || (isError && errors == 1) { list.append(draft) }
    }
}
