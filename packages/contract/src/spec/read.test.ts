// What is said about specs people write, right and wrong.
import { describe, expect, test } from 'vitest';
import { sentence } from '../errors/catalogue.ts';
import { sentencesOf } from '../errors/together.ts';
import { parseSpec, type SpecFormat } from './read.ts';

const columns = { date: 'week', target: { column: 'revenue', kind: 'money' } };
const good = { columns, channels: [{ column: 'tv' }] };

function said(spec: unknown, format: SpecFormat = 'json'): string[] {
  const read = parseSpec(typeof spec === 'string' ? spec : JSON.stringify(spec), format);
  return read.ok ? [] : read.problems.map((one) => sentence(one));
}

const withChannel = (channel: object) => ({ ...good, channels: [{ column: 'tv', ...channel }] });

describe('a spec that is right', () => {
  test('needs the columns alone', () => {
    expect(parseSpec(JSON.stringify(good), 'json')).toEqual({ ok: true, value: good });
  });

  test('reads the same in YAML, anchors included', () => {
    const yaml = `
columns: { date: week, target: { column: revenue, kind: money, currency: EUR } }
channels:
  - column: tv
    saturation: &s { kind: hill, priors: { slope: { family: log_normal, mu: 0, sigma: 0.4 } } }
  - { column: radio, saturation: *s, size: { kind: roi } }
controls: [{ column: promo }]
`;
    const read = parseSpec(yaml, 'yaml');
    expect(read.ok && read.value.channels[1].saturation).toEqual({
      kind: 'hill',
      priors: { slope: { family: 'log_normal', mu: 0, sigma: 0.4 } },
    });
  });
});

describe('a merge key of YAML', () => {
  const yaml = (more: string) => `
columns: { date: week, target: { column: revenue, kind: money } }
channels:
  - &tv { column: tv, saturation: { kind: hill }, size: { kind: roi } }
  - { <<: *tv, column: radio${more} }
`;

  test('takes over the keys of an anchor; those written beside it win', () => {
    const read = parseSpec(yaml(''), 'yaml');
    expect(read.ok && read.value.channels[1]).toEqual({
      column: 'radio',
      saturation: { kind: 'hill' },
      size: { kind: 'roi' },
    });
  });

  test('leaves every other fault to be told', () => {
    expect(said(yaml(', saturaton: {}'), 'yaml')).toEqual([
      'Channel `radio`: key `saturaton` is not known. Did you mean `saturation`?',
    ]);
  });
});

describe('a spec that is wrong', () => {
  test('names a wrong key with the key it probably was', () => {
    expect(said(withChannel({ saturaton: { kind: 'hill' } }))).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: key \`saturaton\` is not known. Did you mean \`saturation\`?",
      ]
    `);
  });

  test('names a wrong key at the top and inside an alternative', () => {
    expect(said({ ...good, chanels: [] })).toMatchInlineSnapshot(`
      [
        "Spec: key \`chanels\` is not known. Did you mean \`channels\`?",
      ]
    `);
    expect(said(withChannel({ saturation: { kind: 'hill', priors: { kapa: 1 } } }))).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`, \`saturation.priors\`: key \`kapa\` is not known. Did you mean \`kappa\`?",
      ]
    `);
    expect(said({ ...good, zzz: 1 })).toMatchInlineSnapshot(`
      [
        "Spec: key \`zzz\` is not known. Known here: version, preset, columns, channels, baseline, controls, treatments, likelihood and 4 more.",
      ]
    `);
  });

  test('knows the priors of the kind that was chosen, and never suggests the same word', () => {
    const prior = { family: 'gamma', shape: 3, rate: 1 };
    const spec = {
      columns,
      channels: ['tv', 'radio', 'ooh'].map((column) => ({
        column,
        saturation: { kind: 'hill', priors: { lam: prior } },
      })),
    };
    const read = parseSpec(JSON.stringify(spec), 'json');
    expect(read.ok ? [] : sentencesOf(read.problems)).toMatchInlineSnapshot(`
      [
        "Channels \`tv\`, \`radio\` and \`ooh\`: saturation \`hill\` has the priors kappa and slope, not \`lam\`. Leave \`lam\` out, or choose another saturation.",
      ]
    `);
    expect(
      said(withChannel({ saturation: { priors: { kappa: prior, lam: prior } } })),
    ).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`, \`saturation.priors\`: key \`kappa\` is not known. Known here: lam.",
      ]
    `);
    expect(said(withChannel({ saturation: { kind: 'hill', kapa: 1 } }))[0]).toContain(
      'Known here: kind and priors',
    );
  });

  test('shows how a part is written where one word stands in its place', () => {
    expect(said({ ...good, baseline: { trend: 'none' } })[0]).toContain(
      'write { kind: none }, { kind: linear }, { kind: piecewise } or { kind: gaussian_process }',
    );
    expect(said(withChannel({ saturation: 'banana' }))[0]).toContain(
      'write { kind: logistic } or { kind: hill }',
    );
  });

  test('may not call two channels alike, by name or by column', () => {
    const channels = [{ column: 'tv' }, { column: 'radio', name: 'TV ' }, { column: 'ooh', name: 'TV' }];
    expect(said({ columns, channels })).toMatchInlineSnapshot(`
      [
        "Columns \`radio\` and \`ooh\` are given the same name \`TV\`, so nobody could tell them apart. Give each its own \`name\`.",
      ]
    `);
    expect(said({ columns, channels: [{ column: 'tv' }, { column: 'radio', name: 'tv' }] })).toHaveLength(1);
    expect(said({ columns, channels: [{ column: 'tv' }, { column: 'tv', name: 'tv' }] })).toEqual([]);
    expect(said({ columns, zzz: 1, channels })).toHaveLength(2);
  });

  test('gives currencies by their codes', () => {
    const inMoney = (currency: string) =>
      said({ ...good, columns: { ...columns, target: { ...columns.target, currency } } });
    expect(inMoney('eur')).toEqual([]);
    expect(inMoney('euro')).toMatchInlineSnapshot(`
      [
        "Spec, \`columns.target\`: \`currency\` must be a currency code of three letters, such as EUR; got euro.",
      ]
    `);
  });

  test('is told from a result or a truth, which hold one', () => {
    expect(said({ schemaVersion: 1, spec: good, convergence: {} })).toMatchInlineSnapshot(`
      [
        "This is a result file; its \`spec\` key is what you want. Save that part as a file of its own.",
      ]
    `);
    expect(said({ schemaVersion: 1, spec: good, weeks: 104 })[0]).toContain('a truth file');
  });

  test('still says which columns it names', () => {
    const read = parseSpec(
      JSON.stringify({ columns, zzz: 1, channels: [{ column: 'tv', exposure: 'grp' }, 7] }),
      'json',
    );
    expect(read.ok ? [] : read.named?.map(({ column }) => column)).toEqual(['week', 'revenue', 'tv', 'grp']);
  });

  test('lists the choices where a word is not known', () => {
    expect(said(withChannel({ saturation: { kind: 'banana' } }))).toEqual([
      'Channel `tv`: saturation `banana` is not known. Choose logistic, inverse_scaled_logistic, hill, tanh, michaelis_menten, root, hill_sigmoid, log or none.',
    ]);
    expect(said(withChannel({ adstock: { kind: 'weibul', lam: 2 } }))).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: adstock \`weibul\` is not known. Choose geometric, delayed, weibull_pdf, weibull_cdf, binomial or none.",
      ]
    `);
    expect(
      said({ ...good, columns: { date: 'week', target: { column: 'revenue', kind: 'gold' } } }),
    ).toMatchInlineSnapshot(`
      [
        "Spec, \`columns.target\`: kind of the target \`gold\` is not known. Choose money or units.",
      ]
    `);
    expect(said(withChannel({ size: { kind: 'roi', prior: { family: 'banana' } } }))).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: prior family \`banana\` is not known. Choose normal, half_normal, log_normal, gamma, beta, uniform, truncated_normal, student_t, laplace, inverse_gamma or exponential.",
      ]
    `);
  });

  test('takes every transform, in either order, with the priors of its kind', () => {
    const gamma = { family: 'gamma', shape: 4, rate: 2 };
    const adstocks = [
      { kind: 'delayed', priors: { theta: gamma } },
      { kind: 'weibull_pdf', lMax: 12, priors: { lam: gamma, k: gamma } },
      { kind: 'weibull_cdf', priors: { k: gamma } },
      { kind: 'binomial', divisor: 'l_max_plus_one' },
      { kind: 'none' },
    ];
    const saturations = [
      { kind: 'inverse_scaled_logistic', priors: { lam: gamma } },
      { kind: 'tanh', priors: { c: gamma } },
      { kind: 'michaelis_menten', priors: { lam: gamma } },
      { kind: 'root', priors: { alpha: { family: 'beta', alpha: 1, beta: 1 } } },
      { kind: 'hill_sigmoid', priors: { beta: gamma } },
      { kind: 'log' },
      { kind: 'none' },
    ];
    for (const adstock of adstocks)
      expect(said(withChannel({ adstock, order: 'saturation_first' }))).toEqual([]);
    for (const saturation of saturations) expect(said(withChannel({ saturation }))).toEqual([]);
    expect(
      said(withChannel({ adstock: { kind: 'delayed', priors: { lam: gamma } } })),
    ).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: adstock \`delayed\` has the priors alpha and theta, not \`lam\`. Leave \`lam\` out, or choose another adstock.",
      ]
    `);
    expect(
      said(withChannel({ saturation: { kind: 'none', priors: { lam: gamma } } })),
    ).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: saturation \`none\` has no priors, not even \`lam\`. Leave \`lam\` out, or choose another saturation.",
      ]
    `);
    expect(
      said(withChannel({ saturation: { kind: 'root', priors: { alpha: gamma } } })),
    ).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`: the prior at \`saturation.priors.alpha\` must stay between 0 and 1; gamma as given does not. Choose beta, uniform or truncated_normal.",
      ]
    `);
    expect(said(withChannel({ adstock: { kind: 'delayed', divisor: 'l_max' } }))).toMatchInlineSnapshot(`
      [
        "Channel \`tv\`, \`adstock\`: key \`divisor\` is not known. Known here: kind, lMax, normalize and priors.",
      ]
    `);
  });

  test('refuses what is planned and not there, each in one sentence', () => {
    const planned = {
      ...good,
      preset: 'pymc_1_3',
      geo: 'region',
      channels: [
        {
          column: 'tv',
          reach: 'tv_reach',
        },
        { column: 'radio' },
      ],
      baseline: { holidays: 'DE' },
    };
    expect(said(planned).join('\n')).toMatchInlineSnapshot(`
      "Channel \`tv\`: \`reach\` is not available yet; use the impressions as exposure.
      Spec: \`holidays\` is not available yet; use \`baseline.events\` with a \`name\` and a \`country\`, such as DE.
      Spec: \`geo\` is not available yet; use one national table, summed over regions."
    `);
  });

  test('takes every family where its support fits, and says where it does not', () => {
    const alpha = (prior: object) => said(withChannel({ adstock: { priors: { alpha: prior } } }));
    expect(alpha({ family: 'truncated_normal', mean: 0.4, sd: 0.2, low: 0, high: 1 })).toEqual([]);
    expect(alpha({ family: 'truncated_normal', mean: 0.4, sd: 0.2, low: 0 })[0]).toContain(
      'must stay between 0 and 1; truncated_normal as given does not',
    );
    expect(alpha({ family: 'truncated_normal', mean: 0.4, sd: 0.2, low: 1, high: 0 })[0]).toContain(
      '`adstock.priors.alpha.high` does not make a distribution',
    );
    expect(alpha({ family: 'truncated_normal', mean: 0.4, sd: 0.2 })[0]).toContain(
      'low is missing. Add it at `channels[0].adstock.priors.alpha.low`',
    );
    const lam = (prior: object) => said(withChannel({ saturation: { priors: { lam: prior } } }));
    expect(lam({ family: 'exponential', rate: 1 })).toEqual([]);
    expect(lam({ family: 'inverse_gamma', shape: 3, scale: 2 })).toEqual([]);
    expect(lam({ family: 'laplace', location: 1, b: 1 })[0]).toContain('must rule out negative values');
    expect(lam({ family: 'student_t', nu: 3, location: 1, scale: 1 })[0]).toContain('Choose half_normal');
  });

  test('takes trends, events, signs and treatments, and names the event, control or treatment at fault', () => {
    const spec = {
      ...good,
      baseline: {
        trend: { kind: 'gaussian_process', lengthScale: { family: 'inverse_gamma', shape: 3, scale: 2 } },
        monthly: { order: 2 },
        intercept: { family: 'uniform', low: 0, high: 1 },
        events: [{ name: 'Sale', windows: [{ first: '2024-05-01', last: '2024-05-09' }] }],
      },
      controls: [{ column: 'promo', sign: 'positive', prior: { family: 'half_normal', sd: 1 } }],
      treatments: [{ column: 'price', reference: 20, sign: 'negative' }],
    };
    expect(said(spec)).toEqual([]);
    const wrong = {
      ...good,
      baseline: {
        trend: { kind: 'piecewise', scale: { family: 'normal', mean: 0, sd: 1 } },
        events: [
          { name: 'Sale', dates: ['1 May'] },
          { name: 'Launch', windows: [{ first: '2024-05-01' }], color: 'red' },
          { dates: ['2024-05-01'] },
        ],
      },
      controls: [{ column: 'promo', sign: 'up' }],
      treatments: [{ column: 'price', referense: 20 }],
    };
    expect(said(wrong).join('\n')).toMatchInlineSnapshot(`
      "Spec, \`baseline.trend\`: the prior at \`baseline.trend.scale\` must rule out negative values; normal as given does not. Choose half_normal, log_normal, gamma, beta, uniform, truncated_normal, inverse_gamma or exponential.
      Event \`Sale\`: \`dates[0]\` must be a day written as year, month and day, such as 2024-11-29; got 1 May.
      Event \`Launch\`: last is missing. Add it at \`baseline.events[1].windows[0].last\`.
      Spec, \`baseline.events[1]\`: key \`color\` is not known. Known here: name, country, region, dates, windows and prior.
      Spec, \`baseline.events[2]\`: name is missing. Add it at \`baseline.events[2].name\`.
      Control \`promo\`: sign \`up\` is not known. Choose positive or negative.
      Treatment \`price\`: key \`referense\` is not known. Did you mean \`reference\`?"
    `);
  });

  test('tells every problem at once, each with its place', () => {
    const many = {
      columns: { date: '', target: { column: 'revenue', kind: 'money', colour: 'red' } },
      channels: [
        { column: 'tv', adstock: { lMax: 0 } },
        { column: 'radio', adstock: { lMax: 2.5, priors: { alpha: { family: 'normal', mean: 0, sd: 1 } } } },
        { name: 'No column' },
        { column: 'ooh', size: { kind: 'roi', prior: { family: 'normal', mean: 1, sd: 1 } } },
        { column: 'web', size: { kind: 'contribution', prior: { family: 'gamma', shape: 1, rate: 1 } } },
      ],
      baseline: { intercept: { family: 'normal', mean: 'high', sd: -1 } },
      likelihood: { sigma: { family: 'uniform', low: 2, high: 1 } },
    };
    expect(said(many).join('\n')).toMatchInlineSnapshot(`
      "Spec, \`columns\`: \`date\` must not be empty; got empty text. Fill it in at \`columns.date\`.
      Spec, \`columns.target\`: key \`colour\` is not known. Known here: column, kind, currency and revenuePerKpi.
      Channel \`tv\`: \`lMax\` must be at least 1; got 0.
      Channel \`radio\`: \`lMax\` must be a whole number; got 2.5.
      Channel \`radio\`: the prior at \`adstock.priors.alpha\` must stay between 0 and 1; normal as given does not. Choose beta, uniform or truncated_normal.
      Channel 3: column is missing. Add it at \`channels[2].column\`.
      Channel \`ooh\`: the prior at \`size.prior\` must rule out negative values; normal as given does not. Choose half_normal, log_normal, gamma, beta, uniform, truncated_normal, inverse_gamma or exponential.
      Channel \`web\`: the prior at \`size.prior\` must stay between 0 and 1; gamma as given does not. Choose beta, uniform or truncated_normal.
      Spec, \`baseline.intercept\`: \`mean\` must be a finite number; got high.
      Spec, \`baseline.intercept\`: \`sd\` must be a number above 0; got -1.
      Spec, \`likelihood.sigma\`: \`likelihood.sigma.high\` does not make a distribution. Give a finite number; standard deviations, shapes and rates above 0; \`high\` above \`low\`."
    `);
  });

  test('is refused when empty, a list, too long or too deep', () => {
    expect(said('', 'yaml')).toEqual(said('[]'));
    expect(said('null')[0]).toContain('must be an object');
    expect(said({ columns, channels: [] })).toMatchInlineSnapshot(`
      [
        "Spec: \`channels\` must not be empty; got an empty list. Fill it in at \`channels\`.",
      ]
    `);
    expect(said(' '.repeat(1_000_001))[0]).toContain('at most 1,000,000 are read');
    const deep = ['['.repeat(50_000), '{a: '.repeat(50_000), '- '.repeat(50_000), '? '.repeat(50_000)];
    for (const text of deep) expect(said(text, 'yaml')[0]).toContain('nested too deeply');
    expect(said('['.repeat(50_000) + ']'.repeat(50_000))[0]).toContain('nested too deeply');
  });

  test('is refused when a key stands twice, in JSON and YAML alike', () => {
    const twice = '{"columns": {"date": "a"},\n "columns": {"date": "b"}}';
    expect(said(twice)).toEqual([
      'Key `columns` stands twice in the same object of the spec, the second time at line 2. Keep one of the two.',
    ]);
    expect(said('channels: []\nchannels: []\n', 'yaml')).toHaveLength(1);
  });

  test('says where the syntax breaks', () => {
    expect(said('{"columns": }')[0]).toMatch(/^The spec is not valid JSON: .+ Correct it and try again\.$/);
    expect(said('columns: [a\nchannels: b', 'yaml')[0]).toMatch(
      /^The spec is not valid YAML at line \d+, column \d+: /,
    );
  });

  test('cannot fill the memory with aliases', () => {
    const bomb = `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]`;
    expect(said(bomb, 'yaml')).toEqual([
      'The spec uses more than 100 YAML aliases. Write the repeated parts out.',
    ]);
  });

  test('cannot smuggle in a prototype', () => {
    expect(
      said(
        '{"__proto__": {"x": 1}, "columns": {"date":"d","target":{"column":"y","kind":"money"}}, "channels":[{"column":"tv"}]}',
      ),
    ).toHaveLength(1);
  });
});
