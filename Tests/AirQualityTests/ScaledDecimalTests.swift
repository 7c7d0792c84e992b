import AirQuality
import Testing

@Suite struct ScaledDecimalTests {
    @Test(arguments: [
        ("12", 12_000), ("12.3456", 12_346), ("0.0005", 0), ("0.0015", 2), ("0.00250001", 3), ("0.0025", 2), ("1E2", 100_000),
        ("1e-3", 1), ("-4", -4_000), ("+7.5", 7_500), (".5", 500), ("5.", 5_000), ("0000012", 12_000), ("1.5E+1", 15_000),
        ("0.00049999999999999999999999", 0), ("0.00050000000000000000000001", 1),
    ])
    func readsThousandthsHalfToEven(text: String, thousandths: Int64) throws {
        #expect(try #require(ScaledDecimal(text, places: 3)).rounded == thousandths)
    }

    @Test(arguments: ["", " 1", "1 ", "NA", "—", "-", ".", "e5", "1e", "1e+", "0x10", "1,5", "1.2.3", "١", "nan", "inf"])
    func refusesWhatIsNoNumber(text: String) { #expect(ScaledDecimal(text, places: 3) == nil) }

    @Test func hugeNumbersAreHeldAndAreAboveEveryCeiling() throws {
        for text in ["1e99999999999999999999", "123456789012345678901234567890", "9e18"] {
            let decimal = try #require(ScaledDecimal(text, places: 3))
            #expect(Ceilings.standard.admit(decimal, as: .pm25) == PollutantValues.missing)
        }
        #expect(try #require(ScaledDecimal("1e-99999999", places: 3)).rounded == 0)
    }

    @Test func ceilingsAreTestedBeforeRounding() throws {
        func admitted(_ text: String) throws -> Int32 {
            Ceilings.standard.admit(try #require(ScaledDecimal(text, places: 3)), as: .pm25)
        }
        #expect(try admitted("5000") == 5_000_000)
        #expect(try admitted("5000.0001") == PollutantValues.missing)
        #expect(try admitted("-0.0001") == PollutantValues.missing)
        #expect(try admitted("0") == 0)
    }

    @Test func agreesWithIntegerArithmeticOnEveryShortDecimal() throws {
        for whole in stride(from: 0, to: 1000, by: 37) {
            for fraction in 0..<10_000 {
                let digits = String(fraction)
                let text = "\(whole)." + String(repeating: "0", count: 4 - digits.count) + digits
                let expected = roundedHalfEven(Int64(whole * 10_000 + fraction), over: 10)
                #expect(try #require(ScaledDecimal(text, places: 3)).rounded == expected)
            }
        }
    }
}
