import Lists
import PlanModel

/// One enterprise or site with its lines, as far as its order depends on them.
struct Plant {
    /// Emission without that of lines that stand still.
    var base: EmissionValues
    /// What a full stop takes away.
    var whole: EmissionValues
    var running: Int32 = 0
    var filed: Int32 = 0
    /// What the filed lines take away.
    var filedReduction = EmissionValues.zero
    var hasFiledPlan = false
    var lacksBackup = false
    var linesExceed = false
    /// Load that the guaranteed task needs, in millionths of a percent; -1: all.
    var guaranteedLoad: Int64

    /// A site or an enterprise without lines.
    init(emission: EmissionValues, guaranteedLoad: Int64) {
        base = emission
        whole = emission
        self.guaranteedLoad = guaranteedLoad
    }

    @inline(__always)
    init(emission: EmissionValues, guaranteedLoad: Int64, hasFiledPlan: Bool, lines: Range<Int>, of table: LineTable) {
        self.init(emission: emission, guaranteedLoad: guaranteedLoad)
        self.hasFiledPlan = hasFiledPlan
        var standing = EmissionValues.zero
        var banked = EmissionValues.zero
        var total = EmissionValues.zero
        for place in lines {
            let line = table.line(place)
            let own = table.emissions[line]
            total += own
            guard table.runs(line) else {
                standing += own
                continue
            }
            running += 1
            if table.isInterruptible(line) {
                if table.isFiled(line) { filedReduction += own }
            } else {
                let reduction = table.reduction(line)
                banked += own - reduction
                lacksBackup = lacksBackup || !table.hasBackup(line)
                if table.isFiled(line) { filedReduction += reduction }
            }
            if table.isFiled(line) { filed += 1 }
        }
        linesExceed = total.smaller(emission) != total
        base = (emission - standing).larger(.zero)
        whole = (base - banked).larger(.zero)
        filedReduction = filedReduction.smaller(whole)
    }

    /// The strictness of the filed lines as a measure; nil where they name nothing that runs.
    var filedAction: OrderAction? {
        filed > 0 ? .stopLines(percent: max(1, Int(filed) * 100 / Int(running))) : nil
    }

    /// How many lines a share of them is.
    func needed(percent: UInt8) -> Int32 { (Int32(percent) * running + 99) / 100 }
}
