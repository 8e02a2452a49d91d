"""Fits a benchmark's CSV with PyMC-Marketing's samplers: the same model, priors and draws as ours. JSON on standard output.

Run by `npm run bench`; alone: python bench/peers.py data.csv   (pip install -r bench/peers.lock)
A sampler is given the smallest target acceptance that leaves no divergence. Its time is that of warm-up and draws; what
it takes to compile the model is measured apart and not counted.
"""

import json
import os
import sys
import time
from importlib.metadata import version

os.environ.setdefault('XLA_FLAGS', '--xla_force_host_platform_device_count=4')

import jax
import numpy as np
import numpyro
import nutpie
import pandas as pd
import pymc as pm
from arviz_stats.base import array_stats
from numpyro.infer import MCMC, NUTS
from pymc.sampling.jax import get_jaxified_logp
from pymc_extras.prior import Prior
from pymc_marketing.mmm import MMM, GeometricAdstock, LogisticSaturation

CHAINS, DRAWS, TUNE, CORES, SEED = 4, 2000, 1000, 2, 1
TARGETS = (0.8, 0.9, 0.95, 0.99, 0.995)
AXES = {'chain_axis': 0, 'draw_axis': 1}
CONTROLS = ['weather', 'price', 'time']
PACKAGES = ('pymc-marketing', 'pymc', 'pytensor', 'nutpie', 'numpyro', 'jax', 'numba')


def model_of(frame, channels):
    """METHOD's default priors in PyMC-Marketing's words; the scales are its own defaults, each column's largest."""
    per_channel = lambda name, **numbers: Prior(name, **numbers, dims='channel')
    mmm = MMM(
        date_column='week',
        target_column='sales',
        channel_columns=channels,
        control_columns=CONTROLS,
        yearly_seasonality=2,
        adstock=GeometricAdstock(l_max=8, normalize=True, priors={'alpha': per_channel('Beta', alpha=1, beta=3)}),
        saturation=LogisticSaturation(
            priors={
                'lam': per_channel('Gamma', alpha=3, beta=1),
                'beta': per_channel('HalfNormal', sigma=2),
            }
        ),
        model_config={
            'intercept': Prior('Normal', mu=0, sigma=2),
            'gamma_control': Prior('Normal', mu=0, sigma=2, dims='control'),
            'gamma_fourier': Prior('Normal', mu=0, sigma=0.5, dims='fourier_mode'),
            'likelihood': Prior('Normal', sigma=Prior('HalfNormal', sigma=2), dims='date'),
        },
    )
    mmm.build_model(frame[['week', *channels, *CONTROLS]], frame['sales'])
    return mmm.model


def by_pymc(model, names, target):
    """PyMC's own NUTS; it reports the time of sampling without that of compiling."""
    trace = pm.sample(
        draws=DRAWS, tune=TUNE, chains=CHAINS, cores=CORES, random_seed=SEED, target_accept=target,
        nuts_sampler='pymc', var_names=names, progressbar=False, compute_convergence_checks=False,
    )  # fmt: skip
    divergences = int(np.sum(trace['sample_stats']['diverging']))
    return {n: np.asarray(trace['posterior'][n]) for n in names}, trace['posterior'].attrs['sampling_time'], divergences


def by_nutpie(adaptation):
    def run(model, names, target):
        compiled = nutpie.compile_pymc_model(model, var_names=names)
        began = time.perf_counter()
        trace = nutpie.sample(
            compiled, draws=DRAWS, tune=TUNE, chains=CHAINS, cores=CORES, seed=SEED, target_accept=target,
            adaptation=adaptation, save_warmup=False, progress_bar=False,
        )  # fmt: skip
        seconds = time.perf_counter() - began
        divergences = int(np.sum(trace['sample_stats']['diverging']))
        return {n: np.asarray(trace['posterior'][n]) for n in names}, seconds, divergences

    return run


def by_numpyro(model, names, target):
    """numpyro's NUTS on the density PyMC hands to JAX. It is run twice: the first run compiles."""
    # What it calls not negative is the log density with its sign turned: what a potential is.
    potential = get_jaxified_logp(model, negative_logp=False)
    start = model.initial_point(random_seed=SEED)
    values = [start[v.name] for v in model.value_vars]
    spread = [np.stack([np.asarray(v, dtype=float)] * CHAINS) for v in values]
    noise = np.random.default_rng(SEED)
    spread = [v + noise.uniform(-1, 1, v.shape) for v in spread]
    sampler = MCMC(
        NUTS(potential_fn=potential, target_accept_prob=target),
        num_warmup=TUNE, num_samples=DRAWS, num_chains=CHAINS, chain_method='parallel', progress_bar=False,
    )  # fmt: skip
    seconds = 0
    for seed in (SEED + 1, SEED):
        began = time.perf_counter()
        sampler.run(jax.random.PRNGKey(seed), init_params=spread, extra_fields=('diverging',))
        raw = [np.asarray(v) for v in sampler.get_samples(group_by_chain=True)]
        seconds = time.perf_counter() - began
    divergences = int(np.sum(sampler.get_extra_fields()['diverging']))
    return constrained(model, names, raw), seconds, divergences


def constrained(model, names, raw):
    """From the unconstrained space to the parameters' own."""
    outputs = [model.rvs_to_transforms[rv] for rv in model.free_RVs]
    inverse = pm.compile(
        model.value_vars,
        [
            value if transform is None else transform.backward(value, *rv.owner.inputs)
            for rv, value, transform in zip(model.free_RVs, model.value_vars, outputs, strict=True)
        ],
        on_unused_input='ignore',
    )
    chains, draws = raw[0].shape[:2]
    found = [[inverse(*(v[c, d] for v in raw)) for d in range(draws)] for c in range(chains)]
    return {rv.name: np.array([[row[i] for row in chain] for chain in found]) for i, rv in enumerate(model.free_RVs)}


def contributions(frame, channels, draws):
    """Total contribution of each channel in KPI units, as the model defines it."""
    x = frame[channels].to_numpy(dtype=float)
    x = x / x.max(axis=0)
    lags = np.stack([np.vstack([np.zeros((s, x.shape[1])), x[: len(x) - s]]) for s in range(8)])
    scale = frame['sales'].abs().max()
    alpha, lam, beta = (draws[n] for n in ('adstock_alpha', 'saturation_lam', 'saturation_beta'))
    total = np.empty(alpha.shape)
    for chain in range(alpha.shape[0]):
        for draw in range(alpha.shape[1]):
            weights = alpha[chain, draw] ** np.arange(8)[:, None]
            stock = np.einsum('sc,stc->tc', weights / weights.sum(axis=0), lags)
            curve = np.tanh(lam[chain, draw] * stock / 2)
            total[chain, draw] = scale * beta[chain, draw] * curve.sum(axis=0)
    return total


def quantities(frame, channels, draws):
    """The set that ours is judged by: every parameter, each channel's contribution, total media."""
    total = contributions(frame, channels, draws)
    flat = {}
    for name, values in {**draws, 'total_contribution': total}.items():
        values = values.reshape(*values.shape[:2], -1)
        for i in range(values.shape[2]):
            flat[f'{name}/{i}'] = values[:, :, i]
    return {**flat, 'total_media_contribution': total.sum(axis=2)}


def judged(run, model, frame, channels):
    names = [rv.name for rv in model.free_RVs]
    tried = []
    for target in TARGETS:
        draws, seconds, divergences = run(model, names, target)
        tried.append({'target': target, 'divergences': divergences})
        if divergences == 0:
            break
    of = quantities(frame, channels, draws)
    ess = {name: float(array_stats.ess(values, **AXES, method='bulk')) for name, values in of.items()}
    tail = {name: float(array_stats.ess(values, **AXES, method='tail', prob=(0.05, 0.95))) for name, values in of.items()}
    r_hat = max(float(array_stats.rhat(values, **AXES, method='rank')) for values in of.values())
    worst = min(ess, key=ess.get)
    means = {name: [float(values.mean()), float(values.std())] for name, values in of.items()}
    return {
        'seconds': seconds, 'divergences': divergences, 'target': target, 'tried': tried, 'rHat': r_hat,
        'minEssBulk': ess[worst], 'minEssTail': min(tail.values()), 'worst': worst, 'means': means,
    }  # fmt: skip


SAMPLERS = {
    'pymc': by_pymc,
    'nutpie': by_nutpie('diag'),
    'nutpie low_rank': by_nutpie('low_rank'),
    'numpyro': by_numpyro,
}


def main(path, wanted):
    numpyro.enable_x64()
    frame = pd.read_csv(path, parse_dates=['week'])
    channels = [name for name in frame if name.startswith('channel_')]
    found = {}
    for name in wanted or SAMPLERS:
        with model_of(frame, channels) as model:
            found[name] = judged(SAMPLERS[name], model, frame, channels)
            brief = {k: v for k, v in found[name].items() if k != 'means'}
            print(path, name, brief, file=sys.stderr, flush=True)
    versions = {name: version(name) for name in PACKAGES}
    print(json.dumps({'settings': {'chains': CHAINS, 'draws': DRAWS, 'tune': TUNE, 'cores': CORES},
                      'versions': versions, 'samplers': found}))  # fmt: skip


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
