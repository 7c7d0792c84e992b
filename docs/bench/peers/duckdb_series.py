"""The area's hourly means, 24 h means of PM2.5, their IAQI, and the hours above the plan's thresholds, in DuckDB.

Less than half of what a replay does: no other pollutant enters, there are no runs, no decisions and no evidence.
"""
import sys

import duckdb

files = sys.argv[1:]
rows = duckdb.sql(
    """
    WITH observed AS (
        SELECT make_timestamp(year, month, day, hour, 0, 0) AS slot, station, TRY_CAST("PM2.5" AS DECIMAL(18, 3)) AS value
        FROM read_csv(?, nullstr = 'NA', union_by_name = true)
    ), area AS (
        SELECT slot, CASE WHEN 4 * count(value) >= 3 * count(*) THEN round_even(sum(value) / count(value), 3) END AS value
        FROM observed GROUP BY slot
    ), block AS (
        SELECT slot, CASE WHEN count(value) OVER w >= 20 THEN round_even(avg(value) OVER w, 0) END AS mean
        FROM area WINDOW w AS (ORDER BY slot ROWS BETWEEN CURRENT ROW AND 23 FOLLOWING)
    ), nodes(low, high, base, top) AS (
        VALUES (0, 35, 0, 50), (35, 75, 50, 100), (75, 115, 100, 150), (115, 150, 150, 200), (150, 250, 200, 300),
               (250, 350, 300, 400), (350, 500, 400, 500)
    ), iaqi AS (
        SELECT slot, coalesce(base + ceil((mean - low) * (top - base) / (high - low)), 500) AS iaqi
        FROM block LEFT JOIN nodes ON mean > low AND mean <= high OR mean = 0 AND low = 0 WHERE mean IS NOT NULL
    )
    SELECT count(*), count(*) FILTER (iaqi > 150), count(*) FILTER (iaqi > 200), count(*) FILTER (iaqi > 300) FROM iaqi
    """,
    params=[files],
).fetchall()[0]
print("blocks %d, above 150: %d, above 200: %d, above 300: %d" % rows)
