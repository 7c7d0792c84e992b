import FuzzEntries
import Glibc

// The package manager calls an executable's entry by the name of its product; libFuzzer's own driver does the rest.

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(_ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>, _ oneInput: OneInput) -> CInt

@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    guard entry != nil else {
        print("LANTIAN_FUZZ names no entry; there are:")
        for name in FuzzEntry.all.map(\.name).sorted() { print(name) }
        return 64
    }
    return runFuzzer(&count, &arguments) { start, count in fuzzerTestOneInput(start, count) }
}

/// What libFuzzer calls with each input; `LANTIAN_FUZZ` names the entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    entry?.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

private let entry = getenv("LANTIAN_FUZZ").flatMap { FuzzEntry.named(String(cString: $0)) }
