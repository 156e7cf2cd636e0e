import { describe, expect, test } from 'vitest'
import { type Needs, namedNeeds, needInWords, needsInput, needsProblems, noNeeds, openNeeds } from './needs'

const offered = { answer: 'offered' as const, because: '' }
const all: Needs = {
  ...noNeeds(),
  palliative: offered,
  rehabilitation: offered,
  psychological: offered,
  trial: offered,
}

describe('palliative care, rehabilitation, psychological support and trials', () => {
  test('are named until each is answered, or somebody writes why the board goes on without', () => {
    expect(needsProblems(all)).toEqual([])
    const some: Needs = { ...all, palliative: { answer: null, because: '' }, trial: { answer: null, because: '' } }
    expect(openNeeds(some)).toEqual(['palliative', 'trial'])
    expect(needsProblems(some)).toEqual([
      {
        path: 'needs.openBecause',
        message: 'Answer palliative care and clinical trial, or write why the board goes on without.',
      },
    ])
    expect(needsProblems({ ...some, openBecause: 'Emergency tonight' })).toEqual([])
  })

  test('what is not indicated says why, what is deferred says for what, the others say nothing', () => {
    const bare: Needs = {
      ...all,
      rehabilitation: { answer: 'not-indicated', because: '' },
      psychological: { answer: 'deferred', because: '' },
      trial: { answer: 'declined', because: '' },
    }
    expect(needsProblems(bare).map(({ path }) => path)).toEqual([
      'needs.rehabilitation.because',
      'needs.psychological.because',
    ])
  })

  test('no answer is none of the answers, and says so in the record', () => {
    const said: Needs = {
      ...noNeeds(),
      palliative: { answer: 'offered', because: 'typed before the answer changed' },
      rehabilitation: { answer: 'not-indicated', because: 'he walks alone' },
      psychological: { answer: 'deferred', because: 'her visit on Monday' },
      openBecause: 'no time was left',
    }
    expect(namedNeeds(said).map(needInWords)).toEqual([
      'Offered',
      'Not indicated, because he walks alone',
      'Deferred: her visit on Monday',
      'Not answered, because no time was left',
    ])
    expect(namedNeeds(noNeeds()).map(needInWords)).toEqual(Array(4).fill('Not answered'))
  })

  test('only known answers and known kinds are taken', () => {
    expect(needsInput.safeParse({ palliative: { answer: 'normal' } }).success).toBe(false)
    expect(needsInput.safeParse(JSON.parse('{"__proto__":{"answer":"offered"}}')).data ?? noNeeds()).toEqual(noNeeds())
    expect(needsInput.safeParse({ openBecause: 'x'.repeat(1001) }).success).toBe(false)
  })
})
