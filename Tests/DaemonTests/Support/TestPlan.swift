/// Plans that decide at once on what is observed, or on an official forecast.
enum TestPlan {
    static let text = plan(yellow: 100, red: 250)

    /// - Parameters:
    ///   - yellow: µg/m³ of PM2.5 above which yellow is issued.
    ///   - red: The same for red; nil: the plan has no red.
    static func plan(yellow: Int, red: Int?) -> String {
        var text = """
            plan "试验市重污染天气应急预案" {
                basis "Tests/DaemonTests"
                zone "Asia/Shanghai"
                aqi HJ633
                levels yellow\(red == nil ? "" : " < red")
            }
            area testcity "试验市" code 999001 {
                stations T1, T2
            }
            level yellow "黄色" response "Ⅲ级" {
                issue [observed] when observed hourly PM2.5 > \(yellow) ug/m3
                issue [forecast] when forecast daily AQI > 200 for 24h starting within 48h
                end when observed hourly PM2.5 <= \(yellow) ug/m3
                cites "clause 1"
                approve automatically
            }

            """
        if let red {
            text += """
                level red "红色" response "Ⅰ级" {
                    issue when observed hourly PM2.5 > \(red) ug/m3
                    end when observed hourly PM2.5 <= \(red) ug/m3
                    cites "clause 2"
                    approve automatically
                }

                """
        }
        return text
    }

    /// It has two findings, in different lines.
    static let bad = """
        plan "bad" {
            basis "Tests/DaemonTests"
            zone "Asia/Shanghai"
            levels yellow
        }
        area testcity "试验市" { stations T1, T2 }
        level yellow "黄色" {
            issue when observed hourly PM2.5 > 100
            end when observed hourly PM9 <= 75 ug/m3
            approve automatically
        }
        """
}
