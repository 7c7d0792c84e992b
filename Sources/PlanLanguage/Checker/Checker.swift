import AirQuality
import PlanModel

/// The rules that hold across declarations (language.md “Grammar of the core”, semantics §7 “Type errors”).
struct Checker {
    let trees: [FileSyntax]
    let files: [SourceFile]
    let tables: PlanTables
    /// Whether every file was read without an error.
    let isComplete: Bool
    /// Whether a name may be missing because its declaration could not be read.
    let hasLostDeclaration: Bool
    var drafts = Drafts()
    var hasUnknownNames = false

    var settings = PlanSettings()
    var areas: [Area] = []
    var areaIDs: [String: SourceRange] = [:]
    var stations: Set<String> = []
    var levelOrder: [NameSyntax] = []
    var levelSyntax: [String: LevelSyntax] = [:]
    var lets: [LetEntry] = []
    var letIndex: [String: Int] = [:]
    /// Nodes of all level conditions so far, lets expanded.
    var expandedNodes = 0

    /// The alerts that are declared, whether or not they have errors, and whose values they judge.
    var alertScopes: [String: Alert.Scope] = [:]
    /// The advice that is declared, whether or not it has errors.
    var adviceNames: Set<String> = []

    /// What the checks of orders know.
    var orders = OrderNames()

    /// The tests that have no error, in source order.
    var tests: [PlanTest] = []

    init(trees: [FileSyntax], files: [SourceFile], tables: PlanTables, isComplete: Bool, hasUnreadFiles: Bool) {
        self.trees = trees
        self.files = files
        self.tables = tables
        self.isComplete = isComplete
        hasLostDeclaration = trees.contains(where: \.hasLostDeclaration) || hasUnreadFiles
    }

    mutating func report(_ kind: FindingKind, _ range: SourceRange) { drafts.append(Draft(kind, range)) }

    mutating func run(zone: (String) -> Zone?) -> Plan? {
        let declarations = trees.flatMap(\.declarations)
        let plan = checkPlan(declarations.compactMap { if case .plan(let plan) = $0 { plan } else { nil } }, zone: zone)
        checkAreas(declarations.compactMap { if case .area(let area) = $0 { area } else { nil } }, plan: plan)
        collectLevels(declarations.compactMap { if case .level(let level) = $0 { level } else { nil } })
        collectLets(declarations.compactMap { if case .let(let item) = $0 { item } else { nil } })
        orderLets()
        let levels = checkLevels()
        let alerts = checkAlerts(declarations.compactMap { if case .alert(let item) = $0 { item } else { nil } })
        let advice = checkAdvice(declarations.compactMap { if case .advice(let item) = $0 { item } else { nil } })
        checkUsedAndUnusedLets()
        let rules = checkOrders(declarations)
        checkPlanTests(
            declarations.compactMap { if case .test(let test) = $0 { test } else { nil } }, levels: levels,
            hasList: rules.tables != nil)
        guard let plan, let name = settings.zone, let zone = settings.zoneRules, !name.isEmpty else { return nil }
        return Plan(
            name: plan.name.value, basis: settings.basis, zone: zone, edition: settings.edition, levels: levels, areas: areas,
            requires: settings.requires, horizon: settings.horizon, review: settings.review,
            forecastBound: settings.forecastBound, days: settings.days, waitMinutes: settings.waitMinutes,
            service: settings.service, retention: settings.retention,
            remindEndHours: settings.remindEndHours, orders: rules, forecasts: settings.forecasts, advice: advice,
            alerts: alerts, reportHours: settings.reportHours, contact: settings.contact, forecasters: settings.forecasters,
            targets: settings.targets)
    }

    /// The vocabulary of the file that a range lies in.
    func vocabulary(at range: SourceRange) -> Vocabulary {
        trees.first { $0.file == range.file }?.vocabulary ?? .english
    }
}

/// What the plan block says, with the defaults where it says nothing.
struct PlanSettings {
    var basis: [String] = []
    var zone: String?
    var zoneRules: Zone?
    var edition: EditionRule = .byDate
    var requires = PollutantSet.all
    var horizon: Int?
    var review: [ClockHour] = []
    var forecastBound: ForecastBound = .upper
    var forecasts = ForecastRule()
    var days: DayRule = .rolling
    var waitMinutes = Plan.defaultWaitMinutes
    var remindEndHours = Plan.defaultRemindEndHours
    var service: [ServiceRule] = []
    var retention = Retention()
    var reportHours = Plan.defaultReportHours
    var contact: String?
    var forecasters: [String] = []
    var targets: [IndicatorTarget] = []
}
