/// `README.txt` of the folder, for whoever opens it without knowing the program.
enum EvidenceReadme {
    static let text = """
        判定证据：本通告所作判定可凭此文件夹在任何一台机器上重新计算，不需要值班系统的日志库。
          lantian verify 通告文件夹
        plan/                预案规则文件原文；清单表格与判定无关，只在 evidence.json 中列出名称与摘要
        observations.csv     判定时所知的监测值，早于判定时刻 312 小时以内，时间为时段起点
        forecasts-day.csv    判定时所知的逐日预报，按收到的先后排列
        forecasts-hour.csv   判定时所知的逐时预报，按收到的先后排列
        standing.json        判定之前的预警状态
        decision.json        判定结果、成立条款及各项数值
        evidence.json        各文件的摘要（SHA-256）、预案版本、判定前后的日志位置

        Evidence: with this folder the decision of the notice can be made again on any machine, without the ledger.
          lantian verify NOTICE-FOLDER
        plan/                the rules as text; tables have no part in a decision, evidence.json names them with their hash
        observations.csv     the observed values as they were known, of the 312 hours before the decision; times are slot starts
        forecasts-day.csv    the forecasts of days that were known, in the order in which they came
        forecasts-hour.csv   the hourly forecasts that were known, in the order in which they came
        standing.json        what was in force before
        decision.json        what was decided, and the clause that was true with its values
        evidence.json        hashes (SHA-256) of the files, the plan's version, the ledger's head before and after

        """
}
