"""The same as duckdb_series.py, in Polars."""
import sys

import polars as pl

columns = ["year", "month", "day", "hour", "PM2.5", "station"]
observed = pl.scan_csv(sys.argv[1:], null_values="NA", schema_overrides={"PM2.5": pl.Float64}).select(columns)
area = (
    observed.with_columns(slot=pl.datetime("year", "month", "day", "hour"))
    .group_by("slot")
    .agg(value=pl.when(4 * pl.col("PM2.5").count() >= 3 * pl.len()).then(pl.col("PM2.5").mean().round(3)))
    .sort("slot", descending=True)
)
mean = pl.col("value").rolling_mean(24, min_samples=20).round(0, mode="half_to_even")
iaqi = pl.lit(500.0)
for low, high, base, top in reversed(
    [(0, 35, 0, 50), (35, 75, 50, 100), (75, 115, 100, 150), (115, 150, 150, 200), (150, 250, 200, 300),
     (250, 350, 300, 400), (350, 500, 400, 500)]
):
    iaqi = pl.when(pl.col("mean") <= high).then((base + (pl.col("mean") - low) * (top - base) / (high - low)).ceil()).otherwise(iaqi)
block = area.select(mean=mean).drop_nulls().select(iaqi=iaqi)
rows = block.select(
    all=pl.len(), a=(pl.col("iaqi") > 150).sum(), b=(pl.col("iaqi") > 200).sum(), c=(pl.col("iaqi") > 300).sum()
).collect().row(0)
print("blocks %d, above 150: %d, above 200: %d, above 300: %d" % rows)
