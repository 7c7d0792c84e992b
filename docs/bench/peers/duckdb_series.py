"""The area's hourly means, 24 h means of PM2.5, their IAQI, and the hours above the plan's thresholds, in DuckDB.

Less than half of what a replay does: no other pollutant enters, there are no runs, no decisions and no evidence.
"""
import sys

import duckdb

files = sys.argv[1:]
# Told rather than guessed: looking at each file for its types takes longer than the query.
columns = dict.fromkeys(["No", "year", "month", "day", "hour"], "INTEGER")
columns |= dict.fromkeys(["PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "TEMP", "PRES", "DEWP", "RAIN"], "DOUBLE")
columns |= {"wd": "VARCHAR", "WSPM": "DOUBLE", "station": "VARCHAR"}
rows = duckdb.sql(
    """
    WITH observed AS (
        SELECT make_timestamp(year, month, day, hour, 0, 0) AS slot, station, "PM2.5" AS value
        FROM read_csv(?, nullstr = 'NA', header = true, auto_detect = false, columns = COLUMNS)
    ), area AS (
        SELECT slot, CASE WHEN 4 * count(value) >= 3 * count(*) THEN round_even(sum(value) / count(value), 3) END AS value
        FROM observed GROUP BY slot
    ), block AS (
        SELECT slot, CASE WHEN count(value) OVER w >= 20 THEN round_even(avg(value) OVER w, 0) END AS mean
        FROM area WINDOW w AS (ORDER BY slot ROWS BETWEEN CURRENT ROW AND 23 FOLLOWING)
    ), iaqi AS (
        SELECT CASE
            WHEN mean <= 35 THEN ceil(mean * 50 / 35) WHEN mean <= 75 THEN 50 + ceil((mean - 35) * 50 / 40)
            WHEN mean <= 115 THEN 100 + ceil((mean - 75) * 50 / 40) WHEN mean <= 150 THEN 150 + ceil((mean - 115) * 50 / 35)
            WHEN mean <= 250 THEN 200 + (mean - 150) WHEN mean <= 350 THEN 300 + (mean - 250)
            WHEN mean <= 500 THEN 400 + ceil((mean - 350) * 100 / 150) ELSE 500 END AS iaqi
        FROM block WHERE mean IS NOT NULL
    )
    SELECT count(*), count(*) FILTER (iaqi > 150), count(*) FILTER (iaqi > 200), count(*) FILTER (iaqi > 300) FROM iaqi
    """.replace("COLUMNS", repr(columns)),
    params=[files],
).fetchall()[0]
print("blocks %d, above 150: %d, above 200: %d, above 300: %d" % rows)
