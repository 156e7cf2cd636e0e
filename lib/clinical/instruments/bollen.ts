import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose, count, yesNo } from '../item'
import type { Finding } from '../reading'

const categories = {
  A: 'Category A: median survival of the cohort 31.2 months.',
  B: 'Category B: median survival of the cohort 15.4 months (unconfirmed).',
  C: 'Category C: median survival of the cohort 4.8 months.',
  D: 'Category D: median survival of the cohort 1.6 months (unconfirmed).',
} as const

const category = (id: keyof typeof categories): Finding => ({ id, group: 'Category', text: categories[id] })

const left = (why: string) => ({ stop: { kind: 'not-applicable', why } }) as const

/** Bollen 2014: profile, general condition, and visceral or brain metastases in the favourable profile alone. Neuro Oncol 16:991 (REFERENCE 5.12). */
export const bollen = defineInstrument({
  id: 'bollen',
  version: 1,
  form: 'rule',
  title: 'Bollen',
  asks: 'How long may the patient live, by clinical profile, condition and spread?',
  source: 'Bollen L et al. Neuro Oncol 2014;16:991–998',
  status: 'M',
  heldBack: 'Six of the eight rows of the flow are remembered.',
  direction: 'label',
  groups: ['Category'],
  items: {
    profile: choose(
      'Clinical profile',
      { favourable: [null, 'Favourable'], moderate: [null, 'Moderate'], unfavourable: [null, 'Unfavourable'] },
      { help: 'A clinician chooses, by how aggressive the tumour is and whether effective systemic treatment exists.' },
    ),
    kps: count('General condition (KPS)', { step: 10 }, [
      ['dead', 0, 0, null, 'Dead', left('KPS 0 means the patient has died.')],
      ['poor', 10, 70, null, '10–70'],
      ['good', 80, 100, null, '80–100'],
    ]),
    spread: choose('Visceral or brain metastases', { no: [null, 'None'], yes: [null, 'Present'] }),
  },
  context: {
    excluded: yesNo(
      'Excluded from the cohort',
      left('The cohort left such patients out.'),
      'Haematological or unknown primary, sacral or sacroiliac site, direct ingrowth, leptomeningeal or intradural disease, rare primary.',
    ),
  },
  rules({ profile, kps, spread }) {
    const isPoor = kps !== 'good'
    if (profile === 'unfavourable') return [category(isPoor ? 'D' : 'C')]
    if (profile === 'moderate') return [category(isPoor ? 'C' : 'B')]
    if (isPoor && spread === 'yes') return [category('C')]
    return [category(isPoor || spread === 'yes' ? 'B' : 'A')]
  },
  caveats: [
    cohortCaveat,
    { id: 'unconfirmed', text: 'Unconfirmed: the flow, but for the best and the worst row of the favourable profile.' },
    { id: 'cohort_1043', text: 'Cohort: 1043 patients.' },
  ],
  examples: [
    {
      name: 'Favourable, KPS 90',
      answers: { profile: 'favourable', kps: 90, spread: 'no' },
      gives: { findings: ['A'] },
    },
    {
      name: 'Favourable, KPS 80, visceral metastases',
      answers: { profile: 'favourable', kps: 80, spread: 'yes' },
      gives: { findings: ['B'] },
    },
    {
      name: 'Favourable, KPS 70',
      answers: { profile: 'favourable', kps: 70, spread: 'no' },
      gives: { findings: ['B'] },
    },
    {
      name: 'Favourable, KPS 60, visceral metastases',
      answers: { profile: 'favourable', kps: 60, spread: 'yes' },
      gives: { findings: ['C'] },
    },
    {
      name: 'Moderate, KPS 80: spread does not count',
      answers: { profile: 'moderate', kps: 80 },
      gives: { findings: ['B'] },
    },
    { name: 'Moderate, KPS 70', answers: { profile: 'moderate', kps: 70 }, gives: { findings: ['C'] } },
    { name: 'Unfavourable, KPS 80', answers: { profile: 'unfavourable', kps: 80 }, gives: { findings: ['C'] } },
    { name: 'Unfavourable, KPS 70', answers: { profile: 'unfavourable', kps: 70 }, gives: { findings: ['D'] } },
    {
      name: 'Favourable, KPS 90, spread not known',
      answers: { profile: 'favourable', kps: 90 },
      gives: { findings: [], possible: ['A', 'B'], missing: ['spread'] },
    },
    {
      name: 'Haematological primary',
      answers: { profile: 'favourable', kps: 90, spread: 'no', excluded: 'yes' },
      gives: { stop: 'not-applicable' },
    },
  ],
})
