import AirQuality
import Feeds
import Testing

/// Files of which nothing may count.
struct RejectionTests {
    private let row = "2026-11-20T07:00:00+08:00,2396A,182,240,12,61,1.4,18\n"

    @Test(arguments: [
        "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_ug/m3,O3_ug/m3\n",
        "slot_start,station,PM2.5_mg/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n",
        "slot_start,station,PM2.5,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n",
        "slot_start,station,PM2.5_ug/m3,PM2.5_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n",
        "slot_start,station,PM2.5_ug/m3,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,humidity\n",
        "slot_start,station,station,PM10_ug/m3,SO2_ug/m3,NO2_ug/m3,CO_mg/m3,O3_ug/m3\n",
        "a,b,c,d,e,f,g,h\n",
        "slot_start;station;PM2.5_ug/m3\n",
        "\"slot_start,station\n",
    ])
    func badHeader(header: String) {
        let result = read(header + row)
        #expect(result.rejected?.line == 1)
        #expect(result.rejected?.help.isEmpty == false)
        #expect(result.observations.isEmpty && result.slots == nil)
    }

    @Test(arguments: [
        "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,TEMP,wd,station\n",
        "No,year,month,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,O3,station\n",
        "No,month,year,day,hour,PM2.5,PM10,SO2,NO2,CO,O3,wd,station\n",
    ])
    func badHeaderOfPRSA(header: String) {
        #expect(read(header + "1,2013,3,1,0,4,4,4,7,300,77,NNW,Dongsi\n").rejected?.line == 1)
    }

    @Test func rowsThatAreAllLongerThanTheHeader() {
        let result = read(Header.plain + String(repeating: "0,\(row)", count: 20))
        #expect(result.rejected != nil)
        #expect(result.observations.isEmpty)
    }

    @Test func aColumnThatHoldsNoNumbers() {
        // One column too many before the concentrations, one too few behind: each row has its count of columns.
        let shifted = "2026-11-20T07:00:00+08:00,2396A,good,182,240,12,61,1.4\n"
        let result = read(Header.plain + String(repeating: shifted, count: 20))
        #expect(result.rejected?.reason.contains("PM2.5") == true)
        #expect(read(Header.plain + String(repeating: shifted, count: 3) + String(repeating: row, count: 20)).rejected == nil)
    }

    @Test func otherKindsOfFile() {
        #expect(read("").rejected != nil)
        #expect(FeedReader.read(CompressionTests.gzip, name: "a").rejected?.reason == "the file is packed")
        #expect(FeedReader.read(CompressionTests.xz, name: "a").rejected?.reason == "the file is packed")
        #expect(FeedReader.read([0xFF, 0xFE, 0x61, 0x00], name: "a").rejected?.help.contains("UTF-16") == true)
        #expect(FeedReader.read([0x50, 0x4B, 3, 4], name: "a").rejected != nil)
        // 北京 in GBK
        let gbk = Array("date,hour,type,".utf8) + [0xB1, 0xB1, 0xBE, 0xA9, 0x0A]
        #expect(FeedReader.read(gbk, name: "a").rejected?.help.contains("GB18030") == true)
    }

    @Test func tooLarge() {
        let bytes = [UInt8](repeating: 0x20, count: FeedLimits.bytes + 1)
        #expect(FeedReader.read(bytes, name: "a").rejected?.reason.contains("256 MiB") == true)
    }

    @Test func tooManyStations() {
        func file(_ count: Int) -> FeedResult {
            read(Header.plain + (0..<count).map { "2026-11-20T07:00:00+08:00,s\($0),1,,,,,\n" }.joined())
        }
        #expect(file(FeedLimits.names).observations.stations.count == FeedLimits.names)
        #expect(file(FeedLimits.names + 1).rejected != nil)
    }

    @Test func namesMustBeNames() {
        let start = "2026-11-20T07:00:00+08:00,"
        let long = String(repeating: "x", count: FeedLimits.nameBytes + 1)
        let result = read(Header.plain + "\(start)a\u{1}b,1,,,,,\n\(start)\(long),1,,,,,\n\(start)NA,1,,,,,\n" + row)
        #expect(result.errorCount == 3 && result.observations.rows.count == 1)
    }
}
