import AirQuality
import Feeds
import TestSupport
import Testing

/// No input whatever may crash the reader, or keep it busy for long.
struct HostileInputTests {
    static let samples: [String] = [
        Header.plain
            + "2026-11-20T07:00:00+08:00,2396A,182,240,12,61,1.4,18\r\n2026-11-20T08:00:00+08:00,\"2396A\",1.5,,NA,-1,1e2,\n",
        Header.prsa
            + "1,2013,3,1,0,4,4,4,7,300,77,-0.7,\"NNW\",\"Dongsi\"\r\n2,2013,3,1,1,8,8.5,NA,7,300,77,-1.1,\"N\",\"Dongsi\"\r\n",
        Header.cnemc
            + "2022-01-01T00:00:00,1011A,116.4,40.0,北京市,奥体中心,\"颗粒物(PM10),细颗粒物(PM2.5)\",65,80,51,47,22,34,6,23,6,76,67,12,5,1.1,0.7\n",
        "date,hour,type,1001A,1002A\n20220102,7,PM2.5,30,\n20220102,7,PM10,60.5,70\n20220102,8,CO,0.5,1\n",
        Header.days + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20,190,220,\"细颗粒物(PM2.5), O3\"\n",
        Header.hours + "2026-11-19T16:00:00+08:00,xuchang,2026-11-20T07:00:00+08:00,212,162\n",
        "slot_start,station,pollutant,withdrawn\n2026-11-20T07:00:00+08:00,2396A,PM2.5,yes\n",
        "[{\"station_code\":\"1001A\",\"time_point\":\"2016-01-09T07:00:00Z\",\"pm2_5\":30,\"pm10\":0,\"so2\":null,\"no2\":\"7\",\"o3\":1e1,\"co\":0.9,\"area\":\"\\u5317\"}]",
    ]

    /// Reads from memory that ends where the bytes do, so that a reach beyond them is likely to be noticed.
    @discardableResult private func read(exactly bytes: some Collection<UInt8>) -> FeedResult {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { memory.deallocate() }
        _ = memory.initialize(from: bytes)
        return FeedReader.read(UnsafeRawBufferPointer(memory), name: "hostile")
    }

    @Test(arguments: samples) func cutAnywhere(sample: String) {
        let bytes = Array(sample.utf8)
        for length in 0...bytes.count {
            let result = read(exactly: bytes[..<length])
            #expect(result.observations.rows.count <= 6)
            read(exactly: bytes[length...])
        }
    }

    @Test(arguments: samples) func damagedAnywhere(sample: String) {
        var random = SplitMix64(seed: 7)
        let bytes = Array(sample.utf8)
        let special = Array(",\"\n\r\0\\[]{}:.-+eE9 ".utf8) + [0x80, 0xFF, 0xC3]
        for _ in 0..<1500 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                let byte = special.randomElement(using: &random) ?? 0
                switch random.next() % 3 {
                case 0: damaged[place] = byte
                case 1: damaged.insert(byte, at: place)
                default: if damaged.count > 1 { damaged.remove(at: place) }
                }
            }
            let result = read(exactly: damaged)
            // Whatever was understood is within bounds.
            for row in result.observations.rows {
                #expect(result.observations.stations.indices.contains(Int(row.station)))
                for pollutant in Pollutant.allCases {
                    #expect((-1...Ceilings.standard.values[pollutant]).contains(row.values[pollutant]))
                }
            }
        }
    }

    @Test func randomBytes() {
        var random = SplitMix64(seed: 11)
        for sample in Self.samples {
            let header = sample.utf8.prefix { $0 != 0x0A } + [0x0A]
            for _ in 0..<200 {
                let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                read(exactly: noise)
                read(exactly: Array(header) + noise)
            }
        }
    }

    @Test func commasAndQuotesWithoutEnd() {
        for sample in Self.samples {
            let header = Array(sample.utf8.prefix { $0 != 0x0A }) + [0x0A]
            for filler in [",", "\"", "\n", "9", "[", "{\"a\":", "\\", "\0", "\",\""] {
                let length = filler == "," ? 1_000_000 : 60_000
                let many = Array(String(repeating: filler, count: length / filler.utf8.count).utf8)
                read(exactly: many)
                read(exactly: header + many)
            }
        }
    }

    @Test func hugeCells() {
        let digits = String(repeating: "9", count: 100_000)
        let start = "2026-11-20T07:00:00+08:00,2396A,"
        let result = Self.read(
            Header.plain + start + "\(digits),0.\(digits),1e\(digits),1e-\(digits),2,3\n" + start
                + String(repeating: "1", count: FeedLimits.lineBytes) + ",1,1,1,1,1\n" + start + "1,,,,,\n")
        #expect(result.observations.rows.count == 2)
        #expect(result.observations.rows.first?.values[.pm10] == 1000)
        #expect(result.errorCount == 1)
    }

    /// A name is read as deep as one bracket, however many a line holds.
    @Test func bracketsWithinBrackets() {
        let start = "2026-11-19T16:00:00+08:00,xuchang,2026-11-20,190,220,"
        for bracket in ["(", "（", "细颗粒物(", "()"] {
            let many = String(repeating: bracket, count: FeedLimits.lineBytes / 2 / bracket.utf8.count)
            let result = Self.read(Header.days + start + many + "\n" + start + "PM2.5\n")
            #expect(result.forecasts.days.map(\.primary) == [PollutantSet(.pm25)])
            #expect(result.errorCount == 1)
        }
    }

    private static func read(_ text: String) -> FeedResult { FeedReader.read(Array(text.utf8), name: "hostile") }

    @Test func errorsAreCountedButNotAllKept() {
        let result = Self.read(Header.days + String(repeating: "x,y,z,1,2,\n", count: 5000))
        #expect(result.errorCount == 5000)
        #expect(result.rowErrors.count == FeedLimits.keptErrors)
        #expect(result.unkeptErrors == 5000 - FeedLimits.keptErrors)
    }
}
