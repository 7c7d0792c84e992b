"""What the peers of `lantian orders` share: the rules of order_lists.py as rows, and the words of orders.csv.

Nothing is checked and nothing is explained beyond the cells of the file: a bad row, an unknown grade or a code that is on no
register passes. Only what the benchmark's lists have is read: English values, credit codes in the lists, no facts.
"""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import order_lists  # noqa: E402

FILE = "bench.plan"
TABLE = "分行业绩效分级减排措施"
LEAD = "市工业和信息化局"
LEVELS = {"yellow": (0, "黄色"), "orange": (1, "橙色"), "red": (2, "红色")}
GRADES = {"A": "A级", "B": "B级", "B-": "B-级", "C": "C级", "D": "D级", "leading": "引领性", "ordinary": "非引领性", "pending": "申报中"}
HEAD = (
    "编号,名称,类别,县区,行业,绩效等级,响应级别,措施,停产生产线,压至最低负荷生产线,保持停产生产线,其他要求,自主减排承诺,"
    "SO2减排量(kg/d),NOx减排量(kg/d),PM减排量(kg/d),VOCs减排量(kg/d),提示,决定依据,其他依据,豁免,报告单位,开始时间,变化")
TEXT = order_lists.plan(False).split("\n")


def line_of(start):
    """The line of the plan that begins so."""
    return next(number for number, text in enumerate(TEXT, 1) if text.strip().startswith(start))


def measures(level):
    """Industry, grade, strictness, percentage of the load taken away, action in words, source in words; one row a grade."""
    rows = []
    for number, text in enumerate(TEXT, 1):
        found = re.fullmatch(r'\s+"(.+)" (.+) \| (.+)', text)
        if not found:
            continue
        action = re.findall(r"limit \d+%|stop|autonomous", found[3])[LEVELS[level][0]]
        percent = int(action[6:-1]) if action.startswith("limit") else 100 if action == "stop" else 0
        strict = {"autonomous": 1, "stop": 1005}.get(action, percent * 10 + 3)
        words = {"autonomous": "自主减排", "stop": "停产"}.get(action, f"限产{percent}%")
        for grade in found[2].split(", "):
            rows.append((found[1], grade, strict, percent, words, f"{TABLE}[{FILE}:{number}]：{words}"))
    return rows


# Strictness, name, action in words, cell of what is granted, source in words.
def exemption(id, name, strict, words, cites, condition=""):
    source = f"{name}[{FILE}:{line_of('exemption ' + id + ' ')}]：豁免为{words}〔{cites}〕"
    return strict, words, f"准予“{name}”豁免：{words}{condition}〔{cites}〕", source


LOW_VOCS = exemption("low_vocs", "低VOCs白名单", 1, "自主减排", "六(一)")
GUARANTEED = exemption("guaranteed", "保障类", 2, "以热定产（以量定产）", "保障类")
HEATING = exemption("heating", "供热保障", 0, "正常生产", "民生保障", "，条件：治理设施运行且达标排放")
GUARANTEED_REFUSED = "符合“保障类”范围，但不予豁免："
HEATING_REFUSED = "符合“供热保障”范围，但不予豁免："
TOO_HIGH = "只适用至橙色（含）"
STILL = "停产状态，不得恢复生产"
FLAGS = {
    "still": "下达时已停产", "no_measure": "无对应减排措施", "no_grade": "未评级，按D级", "pending": "评级申报中，按C级",
    "no_pledge": "缺自主减排承诺", "unknown": "自主减排量未知，按0计",
}


def arguments():
    """Folder, level and date."""
    folder, level, date = sys.argv[1:4]
    return folder, level, date
