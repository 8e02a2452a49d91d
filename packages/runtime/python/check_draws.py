"""Opens draws written by MixModel with xarray and ArviZ and prints what they see as JSON.

Usage: python check_draws.py RUN.zarr.zip|RUN.zarr VARIABLE CHANNEL
"""

import json
import sys
import warnings

import arviz
import xarray
import zarr


def open_draws(path: str) -> xarray.DataTree:
    """As a user would: nothing but the path, and no complaint that metadata are scattered."""
    store = zarr.storage.ZipStore(path, mode="r") if path.endswith(".zip") else path
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="(?i).*consolidated metadata")
        return xarray.open_datatree(store, engine="zarr")


def mean_by_arviz(tree: xarray.DataTree, variable: str, channel: str) -> xarray.DataArray:
    summary = arviz.summary(tree, var_names=[variable], fmt="xarray", round_to="none")
    return summary[variable].sel(channel=channel, summary="mean")


def see(path: str, variable: str, channel: str) -> dict:
    tree = open_draws(path)
    posterior, stats, constants = tree["posterior"], tree["sample_stats"], tree["constant_data"]
    selected = posterior[variable].sel(channel=channel)
    return {
        "groups": sorted(tree.children),
        "seed": tree.attrs["seed"],
        "spec": tree.attrs["spec"],
        "dims": {name: list(values.dims) for name, values in posterior.data_vars.items()},
        "channels": posterior["channel"].values.tolist(),
        "selected": selected.values.tolist(),
        "types": {name: str(values.dtype) for name, values in stats.data_vars.items()},
        "divergences": int(stats["diverging"].sum()),
        "steps": int(stats["n_steps"].sum()),
        "log_density": sorted(tree["log_density"].data_vars),
        "dates": constants["date"].dt.strftime("%Y-%m-%d").values.tolist(),
        "missing_target": int(constants["target"].isnull().sum()),
        "arviz_mean": float(mean_by_arviz(tree, variable, channel)),
        "arviz_ess": float(arviz.ess(tree, var_names=[variable])[variable].sel(channel=channel)),
    }


if __name__ == "__main__":
    json.dump(see(*sys.argv[1:]), sys.stdout, allow_nan=False)
