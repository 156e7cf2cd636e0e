import { describe, expect, test } from 'vitest'
import type { PlanOption } from '@/lib/clinical/catalogue/plan-option'
import type { CaseFile } from '../case-file'
import { facts } from '../testing-facts'
import { type BoardCourse, courseFacts, noCourse } from './course'

const fileOf = (sections: Record<string, unknown> = {}): CaseFile =>
  ({ timeZone: 'Europe/London', patient: { bornOn: null, diedOn: null }, facts: sections }) as unknown as CaseFile

const told = (course: Partial<BoardCourse>, sections?: Record<string, unknown>) =>
  courseFacts(fileOf(sections), { ...noCourse, ...course })

const concluded = {
  answered: ['radiation', 'systemic'],
  hasOwners: true,
  hasAlternatives: true,
  needs: { palliative: 'offered', trial: null },
}

const sbrt = (...intents: string[]) =>
  ({
    ...{ modality: 'radiation', optionType: 'sbrt-de-novo', levels: ['T7'], intents, urgency: 'urgent' },
    ...{ parameters: { fractions: 2 }, prerequisitesChecked: [], cautionsAcknowledged: [] },
  }) as unknown as PlanOption

describe('what the board leaves behind', () => {
  test('before the board nothing is known, and nothing is a no', () => {
    const known = Object.values(told({}))
    expect(known.filter((value) => value !== null)).toEqual([])
  })

  test('an answered kind of treatment is decided on, one without an answer stays open', () => {
    const known = told({ concluded })
    expect([known.radiationDecision, known.systemicPlan, known.surgeryDiscussed]).toEqual([true, true, null])
    expect([known.alternatives, known.palliativeAssessed, known.trialAsked]).toEqual([true, true, null])
  })

  test('palliative care that the board offered is offered with the signature, and not before', () => {
    expect(told({ concluded }).palliativeOfferedAt).toBe(null)
    expect(told({ concluded, signedAt: '2026-11-20T10:00:00.000Z' }).palliativeOfferedAt).toBe(
      '2026-11-20T10:00:00.000Z',
    )
  })

  test('owner, day and fallback are there together, a lacking owner is a no, a fallback that nobody wrote stays open', () => {
    const fallback = { care: { '': facts({ fallback: 'Pain care at home' }) } }
    expect(told({ concluded }, fallback).ownerAndDate).toBe(true)
    expect(told({ concluded }).ownerAndDate).toBe(null)
    expect(told({ concluded: { ...concluded, hasOwners: false } }, fallback).ownerAndDate).toBe(false)
    expect(told({ concluded: { ...concluded, hasOwners: null } }, fallback).ownerAndDate).toBe(null)
  })

  test('the plan is agreed with the first signature, or with a decision to treat before it', () => {
    const firstSignedAt = '2026-11-20T10:00:00.000Z'
    const decided = { clocks: { '': facts({ decidedAt: '2026-11-19T15:30+00:00' }) } }
    expect(told({ firstSignedAt }).planAgreedAt).toBe(firstSignedAt)
    expect(told({ firstSignedAt }, decided).planAgreedAt).toBe('2026-11-19T15:30:00Z')
  })

  test('a case that was not on an agenda since the signature was not brought back', () => {
    const signedAt = '2026-11-20T10:00:00.000Z'
    expect(told({}).broughtBack).toBe(null)
    expect(told({ signedAt }).broughtBack).toBe(false)
    expect(told({ signedAt, isBroughtBack: true }).broughtBack).toBe(true)
  })

  test('what was carried out is told by the tasks: the first that ended, and whether one was not done, with its reason', () => {
    const open = { state: 'open', closedOn: null, hasReason: false }
    const done = { state: 'done', closedOn: '2026-11-25', hasReason: false }
    const notDone = { state: 'not-done', closedOn: '2026-11-22', hasReason: true }
    expect(told({ tasks: [open] })).toMatchObject({ carriedOutAt: null, notCarriedOut: null })
    expect(told({ tasks: [open, done] })).toMatchObject({ carriedOutAt: '2026-11-25', notCarriedOut: false })
    expect(told({ tasks: [done, notDone] })).toMatchObject({
      ...{ carriedOutAt: '2026-11-22', notCarriedOut: true, reasonNotCarriedOut: true },
    })
  })

  test('the technique is that of the options that were recommended, and pain was treated once radiation began', () => {
    const begun = { clocks: { '': facts({ radiationStartedAt: '2026-11-22' }) } }
    expect(told({ recommended: [sbrt('pain')] })).toMatchObject({ technique: 'sbrt', treatedForPain: null })
    expect(told({ recommended: [sbrt('pain')] }, begun).treatedForPain).toBe(true)
    expect(told({ recommended: [sbrt('local-control')] }, begun).treatedForPain).toBe(false)
    expect('technique' in told({})).toBe(false)
  })
})
