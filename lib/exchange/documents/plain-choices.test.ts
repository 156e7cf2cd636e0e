import { describe, expect, test } from 'vitest'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { Standing } from '@/lib/deliberation/model/alternatives'
import type { NamedNeed } from '@/lib/deliberation/model/needs'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { moreHelp, orderOf, whatElse } from './plain-choices'

const option = (optionId: string, plan: { optionType: string }) => ({
  ...{ optionId, modality: 'radiation', withdrawnBecause: null },
  plan: planOptionSchema.parse({ modality: 'radiation', levels: ['T7'], intents: ['pain'], urgency: 'soon', ...plan }),
})
const dose = (value: number, fractions: number) => ({ parameters: { dose: { value, unit: 'Gy' }, fractions } })
const single = { optionType: 'cebrt-single', ...dose(8, 1) }
const short = { optionType: 'cebrt-short', ...dose(20, 5), levels: ['L2'] }
const recommended = [{ modality: 'radiation', optionId: 'a' }]
const snapshot = (conclusion: object) =>
  ({
    options: [option('a', single), option('b', short)],
    conclusion: { recommendations: recommended, dissenting: [], ...conclusion },
  }) as unknown as SignedSnapshot
const place = (standing: Standing) => ({ modality: 'radiation', optionId: 'b', title: 'SBRT', standing, because: null })
const elseOf = (conclusion: object) => whatElse(snapshot(conclusion)).text

describe('what else is possible', () => {
  test('tells equals as equals, the second choice as talked about, and nothing of what is unsuitable', () => {
    expect(elseOf({ alternatives: [place('offered')] })).toContain('These are as good for you:\n• Radiotherapy, at L2')
    expect(elseOf({ alternatives: [place('suitable')] })).toContain('We also talked about:\n• Radiotherapy, at L2')
    expect(elseOf({ alternatives: [place('unsuitable')] })).not.toContain('adiotherapy')
    // A record from before places were kept tells what was put to the vote.
    expect(elseOf({})).toContain('We also talked about:\n• Radiotherapy, at L2')
  })

  test('says that members disagree only where the patient chooses between equals', () => {
    const dissenting = [{ modality: 'radiation' }]
    expect(elseOf({ alternatives: [place('offered')], dissenting })).toContain('Not all of us agree which is best.')
    expect(elseOf({ alternatives: [place('suitable')], dissenting })).not.toContain('Not all of us')
    expect(elseOf({ alternatives: [place('offered')] })).not.toContain('Not all of us')
  })

  test('marks an option of the catalogue, of which there is no plan, to be put into plain words', () => {
    const named = { ...place('offered'), optionId: null, title: 'Particle therapy' }
    expect(elseOf({ alternatives: [named] })).toContain('[Put into plain words: “Particle therapy”]')
  })
})

describe('more help', () => {
  const need = (one: NamedNeed['need'], answer: NamedNeed['answer']): NamedNeed => ({ need: one, answer, because: 'x' })

  test('tells what is offered, turned down and put off, and nothing of the doctors’ reasons', () => {
    const needs = [
      ...[need('palliative', 'offered'), need('rehabilitation', 'declined')],
      ...[need('psychological', 'deferred'), need('trial', 'not-indicated')],
    ]
    const [part] = moreHelp(snapshot({ needs }))
    expect(part?.text).toContain('We offer you:\n• Palliative care')
    expect(part?.text).toMatch(/You said no to this\. You can change your mind:\n• Training/)
    expect(part?.text).toMatch(/later about:\n• Talks/)
    expect(part?.text).not.toMatch(/study|x$/)
  })

  test('is no part where nothing of it concerns the patient', () => {
    expect(moreHelp(snapshot({ needs: [need('palliative', null), need('trial', 'not-indicated')] }))).toEqual([])
    expect(moreHelp(snapshot({}))).toEqual([])
  })
})

test('the order is told without days, and words of a doctor are marked', () => {
  const day = { earliest: 14, latest: 21 }
  const steps = [
    { kind: 'operation', words: 'separation T7', ...day },
    { kind: 'other', words: 'PET-CT', ...day },
  ]
  const [part] = orderOf(snapshot({ sequence: { start: null, steps } }))
  expect(part?.text).toBe(
    'This is the order:\n• The operation\n• [Put into plain words: “PET-CT”]\nYour doctor will tell you the days.',
  )
  expect(orderOf(snapshot({ sequence: null }))).toEqual([])
})
