import { defineInstrument } from '../instrument'
import { choose, level, yesNo } from '../item'
import type { Finding } from '../reading'
import { vertebrae } from '../spine'

const factors = {
  'thoracic-joint': 'T1–T10: the costovertebral joint is destroyed.',
  'thoracic-body': 'T1–T10: more than 60 % of the vertebral body is involved.',
  'thoracic-body-between': 'T1–T10: 50–60 % of the vertebral body is involved, between the two limits of the source.',
  'lumbar-body': 'T10–L5: more than 40 % of the vertebral body is involved.',
  'lumbar-body-between': 'T10–L5: 35–40 % of the vertebral body is involved, between the two limits of the source.',
  'lumbar-pedicle': 'T10–L5: a pedicle is destroyed and more than 25 % of the body involved.',
  'lumbar-pedicle-between':
    'T10–L5: a pedicle is destroyed and 20–25 % of the body involved, between the two limits of the source.',
} as const
type Factor = keyof typeof factors

const raise = (id: Factor): Finding => ({ id, group: 'Factors', text: factors[id] })

const shares = {
  'to-20': [null, '20 % or less'],
  'over-20': [null, 'Over 20 to 25 %'],
  'over-25': [null, 'Over 25 to 35 %'],
  'over-35': [null, 'Over 35 to 40 %'],
  'over-40': [null, 'Over 40 to 50 %'],
  'over-50': [null, 'Over 50 to 60 %'],
  'over-60': [null, 'Over 60 %'],
} as const
type Share = keyof typeof shares

const shareOf = (percent: number): Share => {
  const limits = [60, 50, 40, 35, 25, 20] as const
  const over = limits.find((limit) => percent > limit)
  return over === undefined ? 'to-20' : `over-${over}`
}

const isOver = (share: Share, limit: 20 | 25 | 35 | 40 | 50 | 60): boolean =>
  share !== 'to-20' && Number(share.slice('over-'.length)) >= limit

function thoracic(joint: boolean, share: Share): Factor[] {
  const body = isOver(share, 60) ? (['thoracic-body'] as const) : []
  const between = share === 'over-50' ? (['thoracic-body-between'] as const) : []
  return [...(joint ? (['thoracic-joint'] as const) : []), ...body, ...between]
}

function lumbar(pedicle: boolean, share: Share): Factor[] {
  const body = isOver(share, 40) ? (['lumbar-body'] as const) : []
  const between = share === 'over-35' ? (['lumbar-body-between'] as const) : []
  if (!pedicle) return [...body, ...between]
  const both = isOver(share, 25) ? (['lumbar-pedicle'] as const) : []
  return [...body, ...between, ...both, ...(share === 'over-20' ? (['lumbar-pedicle-between'] as const) : [])]
}

const places = { first: vertebrae.indexOf('T1'), both: vertebrae.indexOf('T10'), last: vertebrae.indexOf('L5') }
const outside = { kind: 'not-applicable', why: 'The factors were described for T1 to L5.' } as const

/** Factors of an impending collapse of one vertebra, as text and never as a score. Taneichi 1997 (REFERENCE 10.3). */
export const taneichi = defineInstrument({
  id: 'taneichi',
  version: 1,
  form: 'rule',
  title: 'Impending collapse: factors',
  asks: 'Which factors of an impending collapse does this vertebra have?',
  source: 'Taneichi 1997, remembered',
  status: 'M',
  heldBack: 'The limits are remembered and have to be checked in the paper.',
  direction: 'label',
  readAt: 'vertebra',
  groups: ['Factors'],
  items: {
    level: level(
      'Level',
      {
        thoracic: [null, 'T1–T9'],
        both: [null, 'T10, which belongs to both regions'],
        lumbar: [null, 'T11–L5'],
        outside: [null, 'Outside of T1–L5', { stop: outside }],
      },
      (vertebra) => {
        const at = vertebrae.indexOf(vertebra)
        if (at < places.first || at > places.last) return 'outside'
        if (at === places.both) return 'both'
        return at < places.both ? 'thoracic' : 'lumbar'
      },
    ),
    body: choose('Share of the vertebral body that is involved', shares, {
      measured: { unit: '%', min: 0, max: 100, read: (percent) => ({ ids: [shareOf(percent)] }) },
    }),
    joint: yesNo('Costovertebral joint destroyed'),
    pedicle: yesNo('Pedicle destroyed'),
  },
  rules({ level: region, body, joint, pedicle }) {
    const upper = region === 'lumbar' ? [] : thoracic(joint === 'yes', body)
    const lower = region === 'thoracic' ? [] : lumbar(pedicle === 'yes', body)
    return [...upper, ...lower].map(raise)
  },
  caveats: [
    {
      id: 'unconfirmed',
      text: 'Unconfirmed: every limit. The source gives ranges; what lies within one is named as such.',
    },
    { id: 'no_score', text: 'Factors in words; they are not added up and give no probability.' },
  ],
  examples: [
    {
      name: 'T6, 61 %, joint destroyed',
      answers: { level: 'T6', body: { measured: 61, unit: '%' }, joint: 'yes', pedicle: 'no' },
      gives: { findings: ['thoracic-joint', 'thoracic-body'] },
    },
    {
      name: 'T6, 60 %',
      answers: { level: 'T6', body: { measured: 60, unit: '%' }, joint: 'no', pedicle: 'yes' },
      gives: { findings: ['thoracic-body-between'] },
    },
    {
      name: 'T6, exactly 50 %',
      answers: { level: 'T6', body: { measured: 50, unit: '%' }, joint: 'no', pedicle: 'no' },
      gives: { findings: [] },
    },
    {
      name: 'T10 belongs to both regions',
      answers: { level: 'T10', body: { measured: 55, unit: '%' }, joint: 'no', pedicle: 'yes' },
      gives: { findings: ['thoracic-body-between', 'lumbar-body', 'lumbar-pedicle'] },
    },
    {
      name: 'L3, 36 %',
      answers: { level: 'L3', body: { measured: 36, unit: '%' }, joint: 'no', pedicle: 'no' },
      gives: { findings: ['lumbar-body-between'] },
    },
    {
      name: 'L3, 24 % with a pedicle destroyed',
      answers: { level: 'L3', body: { measured: 24, unit: '%' }, joint: 'no', pedicle: 'yes' },
      gives: { findings: ['lumbar-pedicle-between'] },
    },
    {
      name: 'L3, 20 % with a pedicle destroyed',
      answers: { level: 'L3', body: { measured: 20, unit: '%' }, joint: 'no', pedicle: 'yes' },
      gives: { findings: [] },
    },
    {
      name: 'A cervical level',
      answers: { level: 'C5', body: { measured: 70, unit: '%' }, joint: 'no', pedicle: 'yes' },
      gives: { stop: 'not-applicable' },
    },
    {
      name: 'L3, share not known',
      answers: { level: 'L3', joint: 'no', pedicle: 'no' },
      gives: { missing: ['body'], possible: ['lumbar-body-between', 'lumbar-body'] },
    },
  ],
})
