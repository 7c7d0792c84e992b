import FileAccess
import PlanLanguage
import PlanModel

/// A shipped plan, read from the package's `rules/`.
func shippedPlan(_ name: String) throws -> Plan? {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return try PlanFolder.read("\(root)/rules/\(name)").check().plan
}
