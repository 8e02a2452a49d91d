"""Opens draws written by MixModel with xarray and ArviZ and prints what they see as JSON.

Usage: python check_draws.py RUN.zarr.zip|RUN.zarr CHANNEL
"""

import json
import sys

import arviz
import xarray
import zarr


def open_draws(path: str) -> xarray.DataTree:
    """As a user would: no consolidated metadata, nothing but the path."""
    store = zarr.storage.ZipStore(path, mode="r") if path.endswith(".zip") else path
    return xarray.open_datatree(store, engine="zarr", consolidated=False)


def see(path: str, channel: str) -> dict:
    tree = open_draws(path)
    posterior, stats, constants = tree["posterior"], tree["sample_stats"], tree["constant_data"]
    by_channel = [name for name, values in posterior.data_vars.items() if "channel" in values.dims]
    one = posterior.dataset[by_channel].sel(channel=channel)
    summary = arviz.summary(tree, var_names=by_channel, fmt="xarray") if posterior.sizes["draw"] >= 4 else None
    return {
        "groups": sorted(tree.children),
        "attributes": {key: value for key, value in tree.attrs.items() if key != "mixmodel_layout"},
        "dims": {name: list(values.dims) for name, values in posterior.data_vars.items()},
        "channels": posterior["channel"].values.tolist(),
        "selected": {name: values.values.tolist() for name, values in one.data_vars.items()},
        "types": {name: str(values.dtype) for name, values in stats.data_vars.items()},
        "diverging": int(stats["diverging"].sum()),
        "steps": int(stats["n_steps"].sum()),
        "log_density": sorted(tree["log_density"].data_vars),
        "dates": constants["date"].dt.strftime("%Y-%m-%d").values.tolist(),
        "summarised": [] if summary is None else sorted(summary.data_vars),
        "rhat": {name: values.values.tolist() for name, values in arviz.rhat(tree).data_vars.items()},
    }


if __name__ == "__main__":
    json.dump(see(*sys.argv[1:]), sys.stdout)
