"""The same as duckdb_series.py, in pandas."""
import sys

import numpy as np
import pandas as pd

columns = ["year", "month", "day", "hour", "PM2.5", "station"]
observed = pd.concat(pd.read_csv(path, usecols=columns) for path in sys.argv[1:])
observed["slot"] = pd.to_datetime(observed[["year", "month", "day", "hour"]])
groups = observed.groupby("slot")["PM2.5"]
area = groups.mean().round(3).where(4 * groups.count() >= 3 * groups.size()).sort_index(ascending=False)
mean = area.rolling(24, min_periods=20).mean().round(0).dropna()
nodes = [0, 35, 75, 115, 150, 250, 350, 500]
iaqi = np.ceil(np.round(np.interp(mean, nodes, [0, 50, 100, 150, 200, 300, 400, 500]), 9))
print(f"blocks {len(iaqi)}, " + ", ".join(f"above {limit}: {(iaqi > limit).sum()}" for limit in (150, 200, 300)))
