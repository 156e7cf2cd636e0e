import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { facts } from '@/lib/cases/testing-facts'
import { DoesNotFit } from './does-not-fit'

const shown = (answers: Record<string, unknown>) => {
  const file = { facts: { fitness: { '': facts(answers) } }, timeZone: 'Europe/London' } as unknown as CaseFile
  return renderToStaticMarkup(<DoesNotFit sheet={{ file }} section="fitness" fields={['kps']} />)
}

test('the sheet marks a value that does not fit another, until a person confirmed both or one is changed', () => {
  expect(shown({ ecog: '3', kps: 100 })).toContain('Does not fit ECOG “3”')
  expect(shown({ ecog: '3', kps: 100, confirmedTogether: 'ECOG “3” and KPS “100”' })).toBe('')
  expect(shown({ ecog: '0', kps: 100 })).toBe('')
})

test('of conversations, it marks the answer that speaks now, also where an earlier one left it standing', () => {
  const shownOf = (field: string, then: Record<string, unknown>) => {
    const conversations = {
      a: facts({ spokenOn: '2026-11-01', capacity: 'lacks', decisionMaker: 'patient' }),
      b: facts({ spokenOn: '2026-11-20', ...then }),
    }
    const file = { facts: { goals: conversations }, timeZone: 'Europe/London' } as unknown as CaseFile
    return renderToStaticMarkup(<DoesNotFit sheet={{ file }} section="goals" fields={[field]} />)
  }
  expect(shownOf('decisionMaker', { capacity: 'lacks' })).toContain(
    'Does not fit Capacity for this decision “Lacks capacity” of 20-Nov-2026',
  )
  expect(shownOf('capacity', { capacity: 'lacks' })).toContain('Does not fit Who decides “The patient” of 01-Nov-2026')
  expect(shownOf('capacity', { decisionMaker: 'proxy' })).toBe('')
})
