import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count, pointIf } from '../item'

/** New Katagiri score 2014, with its laboratory item. Cancer Med 3:1359 (REFERENCE 5.6). */
export const katagiri = defineInstrument({
  id: 'katagiri',
  version: 1,
  form: 'sum',
  title: 'New Katagiri',
  asks: 'How long may the patient live, by six items with laboratory values?',
  source: 'Katagiri H et al. Cancer Med 2014;3(5):1359–1367',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    primary: choose(
      'Growth group of the primary tumour',
      {
        slow: [0, 'Slow: hormone-dependent breast or prostate, thyroid, myeloma, lymphoma'],
        moderate: [
          2,
          'Moderate: lung on a targeted drug, hormone-independent breast or prostate, kidney, endometrium, ovary, sarcoma, others',
        ],
        rapid: [
          3,
          'Rapid: lung without a targeted drug, colorectal, stomach, pancreas, head and neck, oesophagus, other urological, melanoma, liver, gallbladder, cervix, unknown',
        ],
      },
      {
        help: 'A target alone is not enough: an effective targeted drug must be given or planned. Hormone-dependent means still responding.',
      },
    ),
    visceral: choose('Visceral or cerebral metastases', {
      none: [0, 'None'],
      nodular: [1, 'Nodular'],
      disseminated: [2, 'Disseminated: pleural, peritoneal or leptomeningeal'],
    }),
    laboratory: choose(
      'Laboratory values',
      {
        normal: [0, 'Normal: all six known, none beyond its limit'],
        abnormal: [
          1,
          'Abnormal: CRP 0.4 mg/dL (4 mg/L) or more, LDH 250 IU/L or more, or albumin under 3.7 g/dL (37 g/L)',
        ],
        critical: [
          2,
          'Critical: platelets under 100 × 10^9/L, calcium 10.3 mg/dL (2.57 mmol/L) or more, or bilirubin 1.4 mg/dL (23.94 micromol/L) or more',
        ],
      },
      { help: 'One value suffices, critical outranks abnormal. All six must be known for normal.' },
    ),
    ecog: count('Performance status (ECOG)', {}, [
      ['good', 0, 2, 0, 'ECOG 0–2'],
      ['poor', 3, 4, 1, 'ECOG 3–4'],
      ['dead', 5, 5, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'ECOG 5 means the patient has died.' } }],
    ]),
    chemotherapy: pointIf('Previous chemotherapy'),
    skeletal: choose('Skeletal metastases', { solitary: [0, 'One only'], multiple: [1, 'More than one'] }),
  },
  bands: {
    low: {
      range: [0, 3],
      label: 'Low risk',
      meaning: 'Cohort alive at 1 year 91 %, at 2 years 78 %; at 6 months 98 % (unconfirmed).',
    },
    intermediate: {
      range: [4, 6],
      label: 'Intermediate risk',
      meaning: 'Cohort alive at 1 year 49 %; at 6 months 74 % and at 2 years 28 % (both unconfirmed).',
    },
    high: {
      range: [7, 10],
      label: 'High risk',
      meaning: 'Cohort alive at 6 months 27 %, at 1 year 6 %; at 2 years 2 % (unconfirmed).',
    },
  },
  caveats: [
    cohortCaveat,
    { id: 'cohort_808', text: 'Cohort: 808 patients, 749 of them treated without surgery.' },
    {
      id: 'unconfirmed_primaries',
      text: 'Unconfirmed in the list of primaries: endometrium, ovary, other urological, gallbladder, cervix and “others”.',
    },
  ],
  examples: [
    {
      name: 'Hormone-dependent breast, nothing else',
      answers: {
        primary: 'slow',
        visceral: 'none',
        laboratory: 'normal',
        ecog: 1,
        chemotherapy: 'no',
        skeletal: 'solitary',
      },
      gives: { total: 0, band: 'low' },
    },
    {
      name: 'Lung without a target, everything unfavourable',
      answers: {
        primary: 'rapid',
        visceral: 'disseminated',
        laboratory: 'critical',
        ecog: 3,
        chemotherapy: 'yes',
        skeletal: 'multiple',
      },
      gives: { total: 10, band: 'high' },
    },
    {
      name: 'Myeloma with low albumin: top of low risk',
      answers: {
        primary: 'slow',
        visceral: 'none',
        laboratory: 'abnormal',
        ecog: 2,
        chemotherapy: 'yes',
        skeletal: 'multiple',
      },
      gives: { total: 3, band: 'low' },
    },
    {
      name: 'Colorectal, several bones: bottom of intermediate risk',
      answers: {
        primary: 'rapid',
        visceral: 'none',
        laboratory: 'normal',
        ecog: 1,
        chemotherapy: 'no',
        skeletal: 'multiple',
      },
      gives: { total: 4, band: 'intermediate' },
    },
    {
      name: 'Kidney with lung nodules and raised CRP: top of intermediate risk',
      answers: {
        primary: 'moderate',
        visceral: 'nodular',
        laboratory: 'abnormal',
        ecog: 2,
        chemotherapy: 'yes',
        skeletal: 'multiple',
      },
      gives: { total: 6, band: 'intermediate' },
    },
    {
      name: 'The same with ECOG 3: bottom of high risk',
      answers: {
        primary: 'moderate',
        visceral: 'nodular',
        laboratory: 'abnormal',
        ecog: 3,
        chemotherapy: 'yes',
        skeletal: 'multiple',
      },
      gives: { total: 7, band: 'high' },
    },
    {
      name: 'Laboratory values not known',
      answers: { primary: 'rapid', visceral: 'none', ecog: 1, chemotherapy: 'no', skeletal: 'multiple' },
      gives: { between: [4, 6], missing: ['laboratory'] },
    },
    { name: 'ECOG 5', answers: { ecog: 5 }, gives: { stop: 'not-applicable' } },
  ],
})
