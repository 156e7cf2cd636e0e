import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count, pointIf } from '../item'

/** Mizumoto score 2008 for irradiated spinal metastases. Cancer 113:2816 (REFERENCE 5.14). */
export const mizumoto = defineInstrument({
  id: 'mizumoto',
  version: 1,
  form: 'sum',
  title: 'Mizumoto',
  asks: 'How long may a patient live after radiotherapy for spinal metastases, by seven items?',
  source: 'Mizumoto. Cancer 2008;113:2816–2822',
  status: 'V1',
  direction: 'higher-worse',
  items: {
    tumour: choose(
      'Tumour type',
      { favourable: [0, 'Favourable'], unfavourable: [3, 'Unfavourable'] },
      { help: 'A clinician chooses: the list of favourable tumours could not be obtained.' },
    ),
    ecog: count('Performance status (ECOG)', { help: 'The abstract does not name the scale; ECOG is assumed.' }, [
      ['good', 0, 2, 0, '0–2'],
      ['poor', 3, 4, 3, '3–4'],
      ['dead', 5, 5, 0, 'Dead', { stop: { kind: 'not-applicable', why: 'ECOG 5 means the patient has died.' } }],
    ]),
    hypercalcaemia: pointIf(
      'Hypercalcaemia',
      2,
      'Above the upper limit of your laboratory; the abstract gives no limit. Record the limit with it.',
    ),
    visceral: choose('Visceral metastases', { none: [0, 'None'], present: [2, 'Present'] }),
    chemotherapy: pointIf('Previous chemotherapy', 2),
    bone: choose('Bone metastases', { solitary: [0, 'One only'], multiple: [1, 'More than one'] }),
    age: choose(
      'Age',
      { under71: [0, '70 years or younger'], over70: [1, '71 years or older'] },
      {
        measured: {
          unit: 'years',
          min: 18,
          max: 110,
          read: (years) => ({ ids: [years >= 71 ? ('over70' as const) : ('under71' as const)] }),
        },
      },
    ),
  },
  bands: {
    'group-a': {
      range: [0, 4],
      label: 'Group A',
      meaning: 'Cohort: median survival 27.1 months; alive at 6 months 89 %, 12 months 77 %, 24 months 54 %.',
    },
    'group-b': {
      range: [5, 9],
      label: 'Group B',
      meaning: 'Cohort: median survival 5.4 months; alive at 6 months 46 %, 12 months 22 %, 24 months 9 %.',
    },
    'group-c': {
      range: [10, 14],
      label: 'Group C',
      meaning: 'Cohort: median survival 1.8 months; alive at 6 months 7 %, 12 months 4 %, 24 months 0 %.',
    },
  },
  caveats: [cohortCaveat, { id: 'cohort_544', text: 'Cohort: 544 patients irradiated in Shizuoka, 2002–2006.' }],
  examples: [
    { name: 'Nothing unfavourable, aged 60', answers: favourable({ age: 60 }), gives: { total: 0, band: 'group-a' } },
    {
      name: 'Unfavourable tumour, several bones, aged 70: top of group A',
      answers: favourable({ tumour: 'unfavourable', bone: 'multiple', age: 70 }),
      gives: { total: 4, band: 'group-a' },
    },
    {
      name: 'The same at 71: bottom of group B',
      answers: favourable({ tumour: 'unfavourable', bone: 'multiple', age: 71 }),
      gives: { total: 5, band: 'group-b' },
    },
    {
      name: 'Favourable tumour, everything else but calcium: top of group B',
      answers: unfavourable({ tumour: 'favourable', hypercalcaemia: 'no', age: 80 }),
      gives: { total: 9, band: 'group-b' },
    },
    {
      name: 'Unfavourable tumour with visceral metastases, chemotherapy and ECOG 3: bottom of group C',
      answers: unfavourable({ hypercalcaemia: 'no', bone: 'solitary', age: 70 }),
      gives: { total: 10, band: 'group-c' },
    },
    { name: 'Everything unfavourable', answers: unfavourable({ age: 75 }), gives: { total: 14, band: 'group-c' } },
    {
      name: 'Tumour class not chosen',
      answers: favourable({ tumour: undefined, chemotherapy: 'yes', bone: 'multiple', age: 50 }),
      gives: { between: [3, 6], missing: ['tumour'] },
    },
  ],
})

/** The best answer to every item but those that an example names. */
function favourable<const A extends { age: number }>({ age, ...answers }: A) {
  return {
    tumour: 'favourable',
    ecog: 1,
    hypercalcaemia: 'no',
    visceral: 'none',
    chemotherapy: 'no',
    bone: 'solitary',
    ...answers,
    age: { measured: age, unit: 'years' },
  } as const
}

/** The worst answer to every item but those that an example names. */
function unfavourable<const A extends { age: number }>({ age, ...answers }: A) {
  return {
    tumour: 'unfavourable',
    ecog: 3,
    hypercalcaemia: 'yes',
    visceral: 'present',
    chemotherapy: 'yes',
    bone: 'multiple',
    ...answers,
    age: { measured: age, unit: 'years' },
  } as const
}
