import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type DraftAnswer, emptyAnswers } from '@/lib/deliberation/model/conclusion'
import type { OptionView } from '@/lib/deliberation/model/views'
import { AlternativesOf } from './alternatives-of'

const option = (optionId: string, letter: string): OptionView => ({
  ...{ optionId, letter, modality: 'radiation', title: `Plan ${optionId}`, detail: '', proposer: 'P. Lindvaer' },
  ...{ isTreatment: true, withdrawnBecause: null, mayWithdraw: { open: false, why: 'vote-revealed' } },
})
const empty = emptyAnswers().radiation
const chosen = { optionId: 'one', ownerId: null, dueOn: null, condition: '' }

const shown = (answer: DraftAnswer, problems: Record<string, string> = {}) =>
  renderToStaticMarkup(
    <AlternativesOf
      modality="radiation"
      options={[option('one', 'A'), option('two', 'B')]}
      {...{ answer, problems }}
      onChange={() => undefined}
    />,
  )

test('beside a recommendation each other option asks for its place, and an unsuitable one for the reason', () => {
  const open = shown({ ...empty, outcome: 'recommended', options: [chosen] })
  expect(open).toContain('How the board sees B Plan two')
  expect(open).not.toContain('How the board sees A Plan one')
  expect(open).not.toContain('checked')
  const alternatives = [{ optionId: 'two', standing: 'unsuitable' as const, because: '' }]
  const path = 'answers.radiation.alternatives.two.because'
  const judged = shown(
    { ...empty, outcome: 'recommended', options: [chosen], alternatives },
    { [path]: 'Write why it is unsuitable.' },
  )
  expect(judged).toContain('Unsuitable, because')
  expect(judged).toContain('Write why it is unsuitable.')
})

test('under “none” each is unsuitable for the reason given above, and asks nothing more', () => {
  const none = shown({ ...empty, outcome: 'none', because: 'Irradiated to the limit' })
  expect(none.match(/checked/g)).toHaveLength(2)
  expect(none).not.toContain('Unsuitable, because')
})

test('nothing is asked while the modality is open or deferred', () => {
  expect(shown(empty)).toBe('')
  expect(shown({ ...empty, outcome: 'deferred' })).toBe('')
})
