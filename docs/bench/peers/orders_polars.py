"""The orders of a level as orders.csv, byte for byte those of `lantian orders --format csv`, in Polars: FOLDER LEVEL DATE"""
import sys

import polars as pl

import orders_rules as rules

folder, level, date = rules.arguments()
col, lit, when = pl.col, pl.lit, pl.when
nothing = lit(None, pl.String)
names = ["so2", "nox", "pm", "vocs"]
listed = (
    pl.scan_csv(f"{folder}/whitelist.csv", infer_schema=False)
    .filter((col("from").is_null() | (col("from") <= date)) & (col("until").is_null() | (col("until") >= date)))
    .select("credit_code", listed=lit(True)).unique("credit_code"))
measures = pl.LazyFrame(
    rules.measures(level), orient="row", schema={"industry": pl.String, "counted": pl.String, "strict": pl.Int64, "percent": pl.Int64,
                                                 "words": pl.String, "source": pl.String})
mends = rules.LEVELS[level][0] < 2


def joined(*parts):
    return pl.concat_str(parts, separator="；", ignore_nulls=True).replace("", None)


rows = (
    pl.scan_csv(f"{folder}/enterprises.csv", infer_schema=False)
    # In 10^-4 kg: a percentage of it is whole in 10^-6.
    .with_columns((col(names).cast(pl.Float64).fill_null(0) * 10_000).round().cast(pl.Int64))
    .with_columns(
        counted=col("grade").replace("pending", "C").fill_null("D"), runs=col("running").fill_null("yes") == "yes",
        treats=col("treatment_running").fill_null("no") == "yes", complies=col("emissions_compliant").fill_null("no") == "yes",
        breached=col("violation").fill_null("no") == "yes", is_guaranteed=col("class").fill_null("general") == "guaranteed",
        is_heating=col("industry") == "供热")
    .join(measures, on=["industry", "counted"], how="left", maintain_order="left")
    .join(listed, on="credit_code", how="left", maintain_order="left")
    .with_columns(
        low=col("listed").fill_null(False) & (col("low_vocs_substitution").fill_null("") == "complete"),
        guaranteed=col("is_guaranteed") & ~col("breached") & lit(mends),
        heating=col("is_heating") & col("treats") & col("complies") & lit(mends))
    .with_columns(grant=when("heating").then(0).when("low").then(1).when("guaranteed").then(2))
    .with_columns(exempt=(col("grant") < col("strict").fill_null(0)).fill_null(False))
    .with_columns(action=when("exempt").then("grant").otherwise(col("strict").fill_null(0)))
    .with_columns(
        autonomous=col("runs") & (col("action") == 1),
        pledged=pl.coalesce(f"pledge_{level}", "pledge"),
        share=when(~col("runs")).then(0).when(~col("exempt")).then(col("percent").fill_null(0))
        .when(col("grant") == 2)
        .then(pl.min_horizontal(100 - col("guaranteed_percent").cast(pl.Int64).fill_null(100), "percent")).otherwise(0))
)


def reduction(name):
    value = col(name) * col("share")
    text = pl.format("{}.{}", value // 1_000_000, (value % 1_000_000).cast(pl.String).str.zfill(6))
    return text.str.strip_chars_end("0").str.strip_chars_end(".")


granted = {2: rules.GUARANTEED, 1: rules.LOW_VOCS, 0: rules.HEATING}
grant_source = when(col("grant") == 0).then(lit(rules.HEATING[3])).when(col("grant") == 1).then(lit(rules.LOW_VOCS[3])).when(
    col("grant") == 2).then(lit(rules.GUARANTEED[3]))
grant_words = when(col("grant") == 0).then(lit(rules.HEATING[1])).when(col("grant") == 1).then(lit(rules.LOW_VOCS[1])).otherwise(
    lit(rules.GUARANTEED[1]))
too_high = nothing if mends else lit(rules.TOO_HIGH)
failing = pl.concat_str(
    when(~col("treats")).then(lit("“治理设施运行”")).otherwise(lit("")), when(~col("complies")).then(lit("“达标排放”")).otherwise(lit("")))
exemptions = joined(
    when("low").then(lit(rules.LOW_VOCS[2])),
    when("guaranteed").then(lit(rules.GUARANTEED[2])).when("is_guaranteed").then(
        lit(rules.GUARANTEED_REFUSED) + joined(when("breached").then(lit("违规")), too_high)),
    when("heating").then(lit(rules.HEATING[2])).when("is_heating").then(
        lit(rules.HEATING_REFUSED)
        + joined(when(~col("treats") | ~col("complies")).then(lit("不满足条件") + failing), too_high)))
flags = joined(
    *(when(condition).then(lit(rules.FLAGS[name])) for name, condition in [
        ("still", ~col("runs")), ("no_measure", col("source").is_null()), ("no_grade", col("grade").is_null()),
        ("pending", col("grade") == "pending"), ("no_pledge", col("autonomous") & col("pledged").is_null()),
        ("unknown", col("autonomous"))]))
result = rows.select(
    "credit_code", "name", lit("企业").alias("3"), "county", "industry", col("grade").replace(rules.GRADES),
    lit(rules.LEVELS[level][1]).alias("7"),
    when(~col("runs")).then(lit(rules.STILL)).when("exempt").then(grant_words).otherwise(col("words").fill_null("正常生产")).alias("8"),
    *(nothing.alias(str(number)) for number in range(9, 13)), when("autonomous").then("pledged").alias("13"),
    *(reduction(name).alias(name) for name in names),
    flags.alias("18"), when(~col("runs")).then(nothing).when("exempt").then(grant_source).otherwise("source").alias("19"),
    when(~col("runs")).then(joined("source", grant_source)).when("exempt").then("source").otherwise(grant_source).alias("20"),
    exemptions.alias("21"),
    when(col("source").is_null()).then("county").otherwise(lit(rules.LEAD)).alias("22"), lit(f"{date} 00:00").alias("23"),
    nothing.alias("24"), *((col(name) * col("share")).alias("_" + name) for name in names)).collect()
sys.stdout.buffer.write(("\ufeff" + rules.HEAD + "\r\n").encode())
sys.stdout.flush()
result.drop("_" + name for name in names).write_csv(sys.stdout.buffer, include_header=False, line_terminator="\r\n")
totals = result.select(pl.col("_" + name).sum() for name in names).row(0)
print(", ".join(f"{name} {total / 1e6:.4f} kg/d" for name, total in zip(names, totals)), file=sys.stderr)
