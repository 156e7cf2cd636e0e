import { expect, test } from 'vitest'
import { emptyAnswers } from '@/lib/deliberation/model/conclusion'
import type { ConclusionView, OptionView, StanceView } from '@/lib/deliberation/model/views'
import { projectorRows, stancesShown } from './projector-rows'

const none = { support: 0, acceptable: 0, oppose: 0, abstain: 0, recused: 0, 'need-information': 0 }
const option = (optionId: string, letter: string, modality: OptionView['modality']): OptionView => ({
  ...{ optionId, letter, modality, title: `Plan ${optionId}`, detail: `soon ${optionId}`, proposer: '' },
  ...{ isTreatment: true, withdrawnBecause: null, mayWithdraw: { open: false, why: null } },
})
const options = [option('pa', 'A', 'pain'), option('pb', 'B', 'pain'), option('sa', 'A', 'surgery')]

test('shows what leads, and an option that divides the board', () => {
  const tally = {
    pa: { ...none, support: 9 },
    pb: { ...none, support: 4, oppose: 5 },
    sa: { ...none, support: 8, oppose: 1 },
  }
  expect(projectorRows(options, tally, null)).toEqual([
    { modality: 'surgery', title: 'Plan sa', detail: 'soon sa', contested: null, optionId: 'sa' },
    { modality: 'pain', title: 'Plan pa', detail: 'soon pa', contested: 'Option B: 4 for, 5 against', optionId: 'pa' },
  ])
})

test('an option that divides the board tells also who finds it acceptable', () => {
  const tally = { pa: { ...none, support: 5 }, pb: { ...none, support: 1, acceptable: 3, oppose: 1 }, sa: none }
  expect(projectorRows(options, tally, null).at(-1)?.contested).toBe('Option B: 1 for, 3 acceptable, 1 against')
})

test('says so when no option leads', () => {
  const level = { pa: { ...none, support: 3 }, pb: { ...none, support: 3 }, sa: none }
  expect(projectorRows(options, level, null).map(({ title, detail }) => [title, detail])).toEqual([
    ['No option leads', 'Discuss A'],
    ['No option leads', 'Discuss A and B'],
  ])
})

test('a long line keeps whole parts from the front', () => {
  const detail =
    'within 24 h, after embolisation · neurology, stability · emergency · reason: too long to be read at six metres'
  const [row] = projectorRows([{ ...options[2], detail } as OptionView], { sa: { ...none, support: 1 } }, null)
  expect(row?.detail).toBe('within 24 h, after embolisation · emergency')
})

test('once signed, all five modalities say what the board says', () => {
  const answers = emptyAnswers()
  const signed = {
    answers: {
      ...answers,
      radiation: { ...answers.radiation, outcome: 'none', because: 'Earlier dose' },
      surgery: { ...answers.surgery, outcome: 'deferred', missing: 'INR' },
      pain: {
        ...answers.pain,
        outcome: 'recommended',
        options: ['pa', 'pb'].map((optionId) => ({ optionId, ownerId: null, dueOn: null })),
      },
    },
  } as ConclusionView
  const rows = projectorRows(options, {}, signed)
  expect(rows.map(({ title }) => title)).toEqual(['None', 'Deferred', 'None', 'Plan pa', 'None'])
  expect(rows.map(({ detail }) => detail)).toEqual(['Earlier dose', 'Missing: INR', '', 'and Plan pb', ''])
})

test('the legend names what stands on the wall, and nothing else', () => {
  const tally = { sa: { ...none, support: 2 }, pa: { ...none, support: 1 } }
  const rows = projectorRows(options, tally, null)
  const said = (optionId: string, voterId: string, stance: StanceView['stance']): StanceView => ({
    ...{ optionId, voterId, name: voterId, specialty: 'radiology', stance, reason: null },
  })
  const shown = [said('sa', 'x', 'support'), said('sa', 'y', 'support'), said('pa', 'x', 'recused')]
  const elsewhere = said('pb', 'y', 'oppose')
  expect(stancesShown(rows, [...shown, said('pa', 'y', 'acceptable'), elsewhere])).toEqual([
    'support',
    'acceptable',
    'recused',
  ])
  expect(stancesShown(rows, [...shown, elsewhere])).toEqual(['support', 'recused', null])
})
