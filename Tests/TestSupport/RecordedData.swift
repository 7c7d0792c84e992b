import Foundation

/// The real data beside the checkout, or where `$LANTIAN_DATA` says; tests that need it are skipped where it is absent.
public enum RecordedData {
    /// The folder of the package.
    public static let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/")

    /// The folder of the data, there or not.
    public static let folder = ProcessInfo.processInfo.environment["LANTIAN_DATA"] ?? "\(package)/../shared/data"
}
