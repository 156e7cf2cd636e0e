import { defineInstrument } from '../instrument'
import { choose, count, yesNo } from '../item'
import type { Finding } from '../reading'

const words = {
  CR: 'Complete response: no pain, no more analgesics.',
  PR: 'Partial response.',
  PP: 'Pain progression.',
  IR: 'Indeterminate response.',
  NE: 'Not evaluable: no pain at baseline, or the site was not treated.',
} as const

const category = (id: keyof typeof words): Finding => ({ id, group: 'Response', text: words[id] })
const notLiteral: Finding = {
  id: 'not-literal',
  group: 'Remark',
  text: 'Product rule: the consensus words progression for stable analgesics, and these changed by 25 % or more.',
}

const scale = Array.from({ length: 11 }, (_, pain) => [`pain-${pain}`, pain, pain, null, `${pain}`] as const)
const painOf = (id: string) => Number(id.replace('pain-', ''))

/** Response of pain to radiotherapy, consensus of 2012. Chow 2012, Int J Radiat Oncol Biol Phys 82:1730 (REFERENCE 9.1). */
export const painResponse = defineInstrument({
  id: 'pain-response',
  version: 1,
  form: 'rule',
  title: 'Pain response after radiotherapy',
  asks: 'Has the pain at the treated site answered to radiotherapy?',
  source: 'Chow E et al. Int J Radiat Oncol Biol Phys 2012;82:1730–1737',
  status: 'M',
  heldBack: 'The definitions are remembered; only those of complete and partial response agree with a source.',
  direction: 'label',
  measures: 'result',
  groups: ['Response', 'Remark'],
  items: {
    before: count('Worst pain before treatment, 0–10', {}, scale),
    after: count('Worst pain now, 0–10', {}, scale),
    analgesics: choose(
      'Oral morphine equivalent in a day, now against before',
      {
        'less-25': [null, '25 % or more lower'],
        less: [null, 'Lower by less than 25 %'],
        same: [null, 'The same'],
        more: [null, 'Higher by less than 25 %'],
        'more-25': [null, '25 % or more higher'],
      },
      { help: 'Any opioid after none counts as 25 % or more higher.' },
    ),
    treated: yesNo('This site was treated'),
  },
  rules({ before, after, analgesics, treated }) {
    const [b, p] = [painOf(before), painOf(after)]
    const isMore = analgesics === 'more' || analgesics === 'more-25'
    if (treated === 'no' || b === 0) return [category('NE')]
    if (p === 0 && !isMore) return [category('CR')]
    if ((b - p >= 2 && !isMore) || (analgesics === 'less-25' && p <= b)) return [category('PR')]
    if (p - b >= 2) return analgesics.endsWith('-25') ? [category('PP'), notLiteral] : [category('PP')]
    return [category(analgesics === 'more-25' && p >= b ? 'PP' : 'IR')]
  },
  caveats: [
    { id: 'unconfirmed', text: 'Unconfirmed: the definitions of progression and indeterminate response.' },
    { id: 'other_definitions', text: 'Other trials used 3 points or a fall of analgesics by 50 %: do not mix.' },
  ],
  examples: [
    { name: 'No pain left', answers: treatedSite(7, 0, 'same'), gives: { findings: ['CR'] } },
    { name: 'No pain left, analgesics higher', answers: treatedSite(7, 0, 'more-25'), gives: { findings: ['IR'] } },
    { name: '2 points better', answers: treatedSite(6, 4, 'same'), gives: { findings: ['PR'] } },
    { name: '1 point better', answers: treatedSite(6, 5, 'same'), gives: { findings: ['IR'] } },
    { name: 'The same pain with 25 % less', answers: treatedSite(6, 6, 'less-25'), gives: { findings: ['PR'] } },
    { name: '2 points worse', answers: treatedSite(5, 7, 'same'), gives: { findings: ['PP'] } },
    {
      name: '2 points worse with 25 % more',
      answers: treatedSite(5, 7, 'more-25'),
      gives: { findings: ['PP', 'not-literal'] },
    },
    { name: '1 point worse with 25 % more', answers: treatedSite(5, 6, 'more-25'), gives: { findings: ['PP'] } },
    { name: '1 point better with 25 % more', answers: treatedSite(6, 5, 'more-25'), gives: { findings: ['IR'] } },
    { name: 'No pain at baseline', answers: treatedSite(0, 3, 'same'), gives: { findings: ['NE'] } },
    {
      name: 'Analgesics not known',
      answers: { before: 6, after: 4, treated: 'yes' },
      gives: { findings: [], possible: ['PR', 'IR'], missing: ['analgesics'] },
    },
  ],
})

function treatedSite<const A extends string>(before: number, after: number, analgesics: A) {
  return { before, after, analgesics, treated: 'yes' } as const
}

/** The change of the daily oral morphine equivalent (mg) as an answer here; none before and some after counts as 25 % or more higher. */
export function analgesicChange(before: number, after: number): 'less-25' | 'less' | 'same' | 'more' | 'more-25' {
  if (after === before) return 'same'
  if (after > before) return after >= before * 1.25 ? 'more-25' : 'more'
  return after <= before * 0.75 ? 'less-25' : 'less'
}
