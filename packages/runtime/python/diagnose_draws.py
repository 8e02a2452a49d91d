"""Opens draws written by MixModel as ArviZ's users do and prints, as JSON, what ArviZ says of every quantity.

Usage: python diagnose_draws.py RUN.zarr.zip
"""

import json
import math
import sys

import arviz
import xarray
import zarr


def open_draws(path: str) -> xarray.DataTree:
    store = zarr.storage.ZipStore(path, mode="r")
    return xarray.open_datatree(store, engine="zarr", consolidated=False)


def by_name(dataset: xarray.Dataset) -> dict:
    """`roas[tv_spend]`: numbers by the name of the variable and the label on its axis; NaN is null."""
    found = {}
    for name, values in dataset.data_vars.items():
        labelled = [dim for dim in values.dims if dim != "ci_bound"]
        if not labelled:
            found[name] = plain(values.values)
            continue
        for label in values[labelled[0]].values:
            found[f"{name}[{label}]"] = plain(values.sel({labelled[0]: label}).values)
    return found


def plain(values):
    if values.ndim > 0:
        return [plain(value) for value in values]
    return float(values) if math.isfinite(values) else None


def see(path: str) -> dict:
    tree = open_draws(path)
    # The log posterior is checked like a parameter; ArviZ keeps it among the statistics.
    posterior = tree["posterior"].to_dataset().assign(log_posterior=tree["sample_stats"]["lp"])
    return {
        "dims": {name: list(values.dims) for name, values in posterior.data_vars.items()},
        "coords": {name: values.values.tolist() for name, values in posterior.coords.items() if values.dtype.kind in "OUT"},
        "rHat": by_name(arviz.rhat(posterior, method="rank")),
        "essBulk": by_name(arviz.ess(posterior, method="bulk")),
        "essTail": by_name(arviz.ess(posterior, method="tail", prob=(0.05, 0.95))),
        "mcseMean": by_name(arviz.mcse(posterior, method="mean")),
        "hdi94": by_name(arviz.hdi(posterior, prob=0.94)),
        "mean": by_name(posterior.mean(dim=("chain", "draw"))),
        "sd": by_name(posterior.std(dim=("chain", "draw"), ddof=1)),
        "median": by_name(posterior.median(dim=("chain", "draw"))),
        "eBfmi": arviz.bfmi(tree)["energy"].values.tolist(),
        "divergences": int(tree["sample_stats"]["diverging"].sum()),
    }


if __name__ == "__main__":
    json.dump(see(*sys.argv[1:]), sys.stdout, allow_nan=False)
