/// One of Xuchang's national stations, and how it differs from the city's mean.
struct SampleStation {
    var code: String
    /// Per mille of the city's mean of particles.
    var particles: Int
    /// Per mille of the city's mean of what traffic emits.
    var traffic: Int

    /// 监测站, 环保局, 开发区, 市一中, 许昌学院, 芙蓉广场, 建安区兴业大厦: the old town by the ring road highest, Jian'an lowest.
    static let xuchang = [
        SampleStation(code: "2396A", particles: 1015, traffic: 1060),
        SampleStation(code: "2397A", particles: 1045, traffic: 1090),
        SampleStation(code: "2398A", particles: 975, traffic: 1010),
        SampleStation(code: "3134A", particles: 1020, traffic: 1050),
        SampleStation(code: "3337A", particles: 985, traffic: 930),
        SampleStation(code: "3338A", particles: 1005, traffic: 960),
        SampleStation(code: "3597A", particles: 945, traffic: 900),
    ]
}
