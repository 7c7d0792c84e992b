"""The same as orders_polars.py, in DuckDB."""
import sys

import duckdb

import orders_rules as rules

folder, level, date = rules.arguments()
names = ["so2", "nox", "pm", "vocs"]
mends = rules.LEVELS[level][0] < 2
connection = duckdb.connect()


def text(value):
    return "'" + value.replace("'", "''") + "'"


def columns(file):
    """Told to be text rather than guessed."""
    with open(f"{folder}/{file}", encoding="utf-8") as table:
        head = table.readline().rstrip("\n").split(",")
    return repr(dict.fromkeys(head, "VARCHAR"))


def scan(file):
    return f"read_csv({text(f'{folder}/{file}')}, header = true, auto_detect = false, delim = ',', columns = {columns(file)})"


measures = ", ".join(
    f"({text(industry)}, {text(grade)}, {strict}, {percent}, {text(words)}, {text(source)})"
    for industry, grade, strict, percent, words, source in rules.measures(level))
grades = " ".join(f"WHEN {text(grade)} THEN {text(words)}" for grade, words in rules.GRADES.items())
granted = [rules.HEATING, rules.LOW_VOCS, rules.GUARANTEED]


def of_grant(place):
    return "CASE grants " + " ".join(f"WHEN {number} THEN {text(entry[place])}" for number, entry in enumerate(granted)) + " END"


too_high = "NULL" if mends else text(rules.TOO_HIGH)
flags = ", ".join(
    f"CASE WHEN {condition} THEN {text(rules.FLAGS[name])} END" for name, condition in [
        ("still", "NOT runs"), ("no_measure", "source IS NULL"), ("no_grade", "grade IS NULL"), ("pending", "grade = 'pending'"),
        ("no_pledge", "autonomous AND pledged IS NULL"), ("unknown", "autonomous")])
query = f"""
    WITH measures(industry, counted, strict, percent, words, source) AS (VALUES {measures}),
    listed AS (
        SELECT DISTINCT credit_code FROM {scan('whitelist.csv')}
        WHERE ("from" IS NULL OR "from" <= {text(date)}) AND ("until" IS NULL OR "until" >= {text(date)})
    ), numbered AS (
        SELECT *, row_number() OVER () AS place FROM {scan('enterprises.csv')}
    ), subjects AS (
        SELECT e.*, m.strict, m.percent, m.words, m.source,
            coalesce(running, 'yes') = 'yes' AS runs, coalesce(treatment_running, 'no') = 'yes' AS treats,
            coalesce(emissions_compliant, 'no') = 'yes' AS complies, coalesce(violation, 'no') = 'yes' AS breached,
            coalesce("class", 'general') = 'guaranteed' AS is_guaranteed, e.industry = '供热' AS is_heating,
            l.credit_code IS NOT NULL AND coalesce(low_vocs_substitution, '') = 'complete' AS low,
            is_guaranteed AND NOT breached AND {mends} AS guaranteed,
            is_heating AND treats AND complies AND {mends} AS heating,
            CASE WHEN heating THEN 0 WHEN low THEN 1 WHEN guaranteed THEN 2 END AS grants
        FROM numbered e
        LEFT JOIN measures m ON m.industry = e.industry
            AND m.counted = CASE WHEN grade IS NULL THEN 'D' WHEN grade = 'pending' THEN 'C' ELSE grade END
        LEFT JOIN listed l ON l.credit_code = e.credit_code
    ), decided AS (
        SELECT *, coalesce(grants < coalesce(strict, 0), false) AS exempt,
            runs AND (CASE WHEN exempt THEN grants ELSE coalesce(strict, 0) END) = 1 AS autonomous,
            coalesce(pledge_{level}, pledge) AS pledged,
            CASE WHEN NOT runs THEN 0 WHEN NOT exempt THEN coalesce(percent, 0)
                WHEN grants = 2 THEN least(100 - coalesce(guaranteed_percent::BIGINT, 100), percent) ELSE 0 END AS share,
            {", ".join(f"(coalesce({name}::DECIMAL(12, 4), 0) * 10000)::BIGINT * share AS _{name}" for name in names)}
        FROM subjects
    )
    SELECT concat_ws(',', credit_code, name, '企业', county, industry,
        coalesce(CASE grade {grades} END, ''), {text(rules.LEVELS[level][1])},
        CASE WHEN NOT runs THEN {text(rules.STILL)} WHEN exempt THEN {of_grant(1)} ELSE coalesce(words, '正常生产') END,
        '', '', '', '', CASE WHEN autonomous THEN coalesce(pledged, '') ELSE '' END,
        {", ".join(f"rtrim(rtrim(printf('%d.%06d', _{name} // 1000000, _{name} % 1000000), '0'), '.')" for name in names)},
        concat_ws('；', {flags}), CASE WHEN NOT runs THEN '' WHEN exempt THEN {of_grant(3)} ELSE coalesce(source, '') END,
        CASE WHEN NOT runs THEN concat_ws('；', source, {of_grant(3)}) WHEN exempt THEN coalesce(source, '')
            ELSE coalesce({of_grant(3)}, '') END,
        concat_ws('；', CASE WHEN low THEN {text(rules.LOW_VOCS[2])} END,
            CASE WHEN guaranteed THEN {text(rules.GUARANTEED[2])} WHEN is_guaranteed THEN {text(rules.GUARANTEED_REFUSED)} ||
                concat_ws('；', CASE WHEN breached THEN '违规' END, {too_high}) END,
            CASE WHEN heating THEN {text(rules.HEATING[2])} WHEN is_heating THEN {text(rules.HEATING_REFUSED)} ||
                concat_ws('；', CASE WHEN NOT treats OR NOT complies THEN '不满足条件' || CASE WHEN treats THEN '' ELSE '“治理设施运行”' END
                    || CASE WHEN complies THEN '' ELSE '“达标排放”' END END, {too_high}) END),
        CASE WHEN source IS NULL THEN county ELSE {text(rules.LEAD)} END, {text(date + ' 00:00')}, '') AS line,
        {", ".join("_" + name for name in names)}
    FROM decided ORDER BY place
"""
rows = connection.sql(query).fetchnumpy()
sys.stdout.buffer.write(("\ufeff" + rules.HEAD + "\r\n").encode())
sys.stdout.buffer.write(("\r\n".join(rows["line"]) + "\r\n").encode())
print(", ".join(f"{name} {rows['_' + name].sum() / 1e6:.4f} kg/d" for name in names), file=sys.stderr)
