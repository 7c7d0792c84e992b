"""Plan folders of growing lists for the benchmark of orders: 60 measures by industry and grade, three exemptions.

The rules are such that data frames can express them too: no lines, facilities, sites or facts, unless lines are asked for.
"""
import os
import shutil
import subprocess

INDUSTRIES = ["钢铁", "水泥", "焦化", "烧结砖瓦", "铸造", "再生金属", "耐火材料", "家具", "人造板", "工业涂装", "包装印刷", "陶瓷"]
# Grades, and the measure at yellow, orange and red; of the second entry `{lines}` is by lines or by load.
GRADES = [
    ("A, leading", "autonomous autonomous autonomous"),
    ("B, B-", "limit 20% limit 35% limit 50%"),
    ("C", "{half} stop stop"),
    ("ordinary", "limit 30% limit 50% stop"),
    ("D", "stop stop stop"),
]

HEAD = """plan "基准测试" {
    basis "环大气〔2024〕6号"
    zone "Asia/Shanghai"
    levels yellow < orange < red
}
area xuchang "许昌市" { stations 2396A }
level yellow "黄色" { issue when expected daily IAQI(PM2.5) > 200 for 24h  end when observed hourly AQI <= 150  cites "…" }
level orange "橙色" { issue when expected daily IAQI(PM2.5) > 200 for 48h  end when observed hourly AQI <= 150  cites "…" }
level red "红色" { issue when expected daily IAQI(PM2.5) > 200 for 72h  end when observed hourly AQI <= 150  cites "…" }
enterprises from "enterprises.csv"
reduce at red at least 30% of SO2, NOx, PM, VOCs
exemption low_vocs "低VOCs白名单" {
    for enterprise on list whitelist and low_vocs_substitution == complete
    grants autonomous
    cites "六(一)"
}
exemption guaranteed "保障类" {
    for enterprise class == guaranteed
    barred when violation because "违规"
    grants guaranteed up to orange
    cites "保障类"
}
exemption heating "供热保障" {
    for enterprise industry == "供热"
    while treatment_running and emissions_compliant
    grants continue up to orange
    cites "民生保障"
}
"""


def plan(lines):
    """The text of the plan; by lines where there is a table of lines."""
    rows = [
        f'    "{industry}" {grades} | {measures.format(half="stop 50% of lines" if lines else "limit 50%")}'
        for industry in INDUSTRIES for grades, measures in GRADES]
    return HEAD + "\n".join(
        ['measures by_grade "分行业绩效分级减排措施" lead "市工业和信息化局" {', "    industry grade | yellow orange red", *rows, "}", ""])


def folder(lantian, root, enterprises, lines=0):
    """A plan folder with a list of so many rows."""
    path = os.path.join(root, f"orders-{enterprises}-{lines}")
    made = os.path.join(root, "made")
    subprocess.run(
        [lantian, "list", "sample", made, "--english", "--force", "--enterprises", str(enterprises),
         *(["--lines", str(lines)] if lines else [])], check=True, stderr=subprocess.DEVNULL)
    os.makedirs(path)
    for name in ["enterprises.csv", "whitelist.csv"] + (["lines.csv"] if lines else []):
        shutil.move(os.path.join(made, name), os.path.join(path, name))
    shutil.rmtree(made)
    with open(os.path.join(path, "bench.plan"), "w", encoding="utf-8") as file:
        file.write(plan(lines > 0))
    return path
