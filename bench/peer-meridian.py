"""Fits a benchmark's CSV with Google Meridian's own national model and defaults. JSON on standard output.

Run by `npm run bench`; alone: python bench/peer-meridian.py data.csv   (pip install -r bench/peer-meridian.lock)
Its model is another one (ROI priors, Hill curves, knots), so only its time and its effective draws are told.
"""

import json
import sys
import time
from importlib.metadata import version

import arviz as az
import numpy as np
import pandas as pd
from meridian.data import data_frame_input_data_builder as builders
from meridian.model import model, spec

CHAINS, ADAPT, BURN_IN, DRAWS = 4, 500, 500, 2000
CONTROLS = ['weather', 'price', 'time']


def main(path):
    frame = pd.read_csv(path)
    channels = [name for name in frame if name.startswith('channel_')]
    media = frame.rename(columns={c: f'{c}_units' for c in channels}).assign(**{c: frame[c] for c in channels})
    data = (
        builders.DataFrameInputDataBuilder(kpi_type='revenue', default_kpi_column='sales', default_time_column='week')
        .with_kpi(media)
        .with_controls(media, control_cols=CONTROLS)
        .with_media(
            media, media_cols=[f'{c}_units' for c in channels], media_spend_cols=channels, media_channels=channels
        )
        .build()
    )
    mmm = model.Meridian(input_data=data, model_spec=spec.ModelSpec())
    began = time.perf_counter()
    mmm.sample_posterior(CHAINS, ADAPT, BURN_IN, DRAWS, seed=1)
    seconds = time.perf_counter() - began
    posterior = mmm.inference_data.posterior
    ess = az.ess(posterior, method='bulk')
    smallest = min(float(np.nanmin(ess[name])) for name in ess.data_vars)
    r_hat = max(float(np.nanmax(values)) for values in az.rhat(posterior).data_vars.values())
    result = {'seconds': seconds, 'minEssBulk': smallest, 'rHat': r_hat, 'version': version('google-meridian'),
              'settings': {'chains': CHAINS, 'adapt': ADAPT, 'burnIn': BURN_IN, 'draws': DRAWS}}  # fmt: skip
    print(json.dumps(result))


if __name__ == '__main__':
    main(sys.argv[1])
