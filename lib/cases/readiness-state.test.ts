import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import type { FactsView, FactView } from './facts'
import { type DatasetEntry, datasetAsShipped, entryKey, type MinimumDataset } from './minimum-dataset'
import { type GapRequest, type ReadinessTerms, readinessState } from './readiness-state'
import { contested, fact, facts } from './testing-facts'

const today = '2026-11-24'
const file = (all: FactsView) => ({ facts: all, timeZone: 'Europe/London' }) as CaseFile
const terms = (more: Partial<ReadinessTerms> = {}): ReadinessTerms => ({
  ...{ dataset: datasetAsShipped, requests: [], meetsOn: '2026-11-26', listedOn: null },
  ...more,
})
const stateOf = (all: FactsView, more: Partial<ReadinessTerms> = {}) => readinessState(file(all), terms(more), today)

/** The dataset as shipped with some entries changed, by key; every other one not asked when `alone`. */
const dataset = (changes: Record<string, Partial<DatasetEntry>>, alone = false): MinimumDataset => ({
  ...datasetAsShipped,
  entries: datasetAsShipped.entries.map((entry) => {
    const key = entryKey(entry)
    const changed = Object.hasOwn(changes, key) ? changes[key] : undefined
    return changed || !alone ? { ...entry, ...changed } : { ...entry, need: 'off' }
  }),
})

/** Every required answer and nothing else. */
const required: FactsView = {
  imaging: { a: facts({ modality: 'mri', doneOn: '2026-11-20', region: ['whole'] }) },
  lesions: { T7: facts({ involvement: 'certain' }) },
  tumour: { '': facts({ primary: 'breast' }) },
  neurology: { '': facts({ walking: 'independent', examinedOn: '2026-11-23' }) },
  fitness: { '': facts({ ecog: '1' }) },
}

const asked: GapRequest = {
  ...{ section: 'tumour', item: '', field: 'primary', ownerId: 'a', owner: 'K. Davenport' },
  ...{ dueOn: '2026-11-25', askedBy: 'C. Ordway', askedAt: '2026-11-24T08:00:00Z' },
}

describe('the state of a case', () => {
  test('is blocked while a required answer is open, whatever else is known', () => {
    const view = stateOf({ ...required, tumour: {} })
    expect(view.state).toBe('blocked')
    expect(view.gaps.filter(({ blocks }) => blocks).map(({ section, field }) => [section, field])).toEqual([
      ['tumour', 'primary'],
    ])
  })

  test('is conditional when every required answer is there and others are not', () => {
    const view = stateOf(required)
    expect(view.state).toBe('conditional')
    expect(view.gaps.some(({ blocks }) => blocks)).toBe(false)
    expect(view.gaps.length).toBeGreaterThan(5)
  })

  test('is ready when nothing that the board asks for is open', () => {
    const only = dataset({ 'tumour.primary': {} }, true)
    expect(stateOf(required, { dataset: only })).toMatchObject({ state: 'ready', known: 1, needed: 1, gaps: [] })
    expect(stateOf({}, { dataset: only }).state).toBe('blocked')
  })

  test('not assessed and pending are open, not applicable is not', () => {
    const only = dataset({ 'tumour.primary': {} }, true)
    const withState = (state: 'not-assessed' | 'pending' | 'not-applicable') =>
      stateOf({ tumour: { '': { primary: fact(null, state) } } }, { dataset: only })
    expect(withState('not-assessed').state).toBe('blocked')
    expect(withState('pending')).toMatchObject({ state: 'blocked', gaps: [{ kind: 'pending' }] })
    expect(withState('not-applicable').state).toBe('ready')
  })

  test('a required answer that somebody owes before the meeting makes it conditional; a late or broken promise does not', () => {
    const without = { ...required, tumour: {} }
    const withDay = (dueOn: string, meetsOn: string | null = '2026-11-26') =>
      stateOf(without, { requests: [{ ...asked, dueOn }], meetsOn }).state
    expect(withDay('2026-11-25')).toBe('conditional')
    expect(withDay('2026-11-26')).toBe('conditional')
    expect(withDay('2026-11-27')).toBe('blocked')
    expect(withDay('2026-11-23')).toBe('blocked')
    expect(withDay('2026-11-27', null)).toBe('conditional')
  })

  test('a request that was answered is over, also when the answer is disputed or grows old later', () => {
    const at = (instant: string, one: FactView): FactView => ({ ...one, at: instant })
    const disputed = at('2026-11-09T08:00:00.000Z', contested('breast', 'kidney'))
    const requests = [{ ...asked, dueOn: '2026-11-10', askedAt: '2026-11-05T08:00:00.000Z' }]
    const only = dataset({ 'tumour.primary': {} }, true)
    const gapOf = (tumour: FactView, more: Partial<ReadinessTerms> = {}) =>
      stateOf({ tumour: { '': { primary: tumour } } }, { dataset: only, requests, ...more }).gaps[0]
    expect(gapOf(disputed)).toMatchObject({ kind: 'contested', request: null, until: '2026-11-24' })
    const again = [{ ...asked, askedAt: '2026-11-20T08:00:00.000Z' }]
    expect(gapOf(disputed, { requests: again })).toMatchObject({ request: again[0], until: '2026-11-25' })
    expect(gapOf(at('2026-11-09T08:00:00.000Z', fact(null, 'pending')))).toMatchObject({ request: requests[0] })
  })

  test('a request for answers that grew old is over once every one of them was given anew', () => {
    const requests = [{ ...asked, section: 'fitness', field: '', askedAt: '2026-11-05T08:00:00.000Z' }]
    const only = dataset({ 'fitness.ecog': { freshDays: 7 }, 'fitness.kps': { freshDays: 7 } }, true)
    const requestFor = (...entered: [string, string]) => {
      const [ecog, kps] = entered.map((instant, index) => ({
        ...fact(index === 0 ? '1' : 80),
        ...{ at: instant, refersOn: instant.slice(0, 10) },
      })) as [FactView, FactView]
      return stateOf({ fitness: { '': { ecog, kps } } }, { dataset: only, requests }).gaps[0]?.request
    }
    expect(requestFor('2026-11-09T08:00:00.000Z', '2026-11-09T08:00:00.000Z')).toBeNull()
    expect(requestFor('2026-11-09T08:00:00.000Z', '2026-11-01T08:00:00.000Z')).toBe(requests[0])
  })

  test('a request of another place promises nothing here', () => {
    const requests = [{ ...asked, field: 'visceral' }]
    expect(stateOf({ ...required, tumour: {} }, { requests }).state).toBe('blocked')
  })
})

describe('a gap says', () => {
  const gapOf = (all: FactsView, field: string, more: Partial<ReadinessTerms> = {}) =>
    stateOf(all, more).gaps.find((gap) => gap.field === field)

  test('who owes it and until when: the lead before the meeting, or the day that was named', () => {
    expect(gapOf({}, 'primary')).toMatchObject({ owedBy: 'presenter', until: '2026-11-24', request: null })
    expect(gapOf({}, 'primary', { meetsOn: null })?.until).toBeNull()
    expect(gapOf({}, 'primary', { requests: [asked] })).toMatchObject({ until: '2026-11-25', request: asked })
  })

  test('what is needed for it, also where only the chair asks for it', () => {
    expect(gapOf({}, 'primary')?.neededFor).toBe('radiosensitivity and every survival score')
    const own = dataset({ 'tumour.histology': { need: 'required' } })
    expect(gapOf({}, 'histology', { dataset: own })).toMatchObject({
      neededFor: 'the minimum dataset of this board',
      blocks: true,
    })
  })
})

describe('an old answer', () => {
  const oldOf = (all: FactsView, more: Partial<ReadinessTerms> = {}) =>
    stateOf(all, more).gaps.filter(({ kind }) => kind === 'old')
  const mri = (doneOn: string) => ({ imaging: { a: facts({ modality: 'mri', region: ['whole'], doneOn }) } })
  const present = { symptoms: { '': facts({ gait: 'present' }) } }

  test('L8 counts as known and is a gap of its own, which never blocks (REFERENCE 0.2.6)', () => {
    const all = { ...required, ...mri('2026-10-01') }
    expect(stateOf(all).known).toBe(stateOf(required).known)
    expect(oldOf(all)).toMatchObject([
      { section: 'imaging', age: { days: 54, limit: 14 }, need: 'conditional', blocks: false },
    ])
  })

  test('an MRI of the whole spine is fresh for 14 days, for 7 with a neurological feature (PW-IMG-08)', () => {
    expect(oldOf(mri('2026-11-10'))).toEqual([])
    expect(oldOf(mri('2026-11-09'))).toHaveLength(1)
    expect(oldOf({ ...mri('2026-11-17'), ...present })).toEqual([])
    expect(oldOf({ ...mri('2026-11-16'), ...present })).toMatchObject([{ age: { days: 8, limit: 7 } }])
  })

  test('the newest study counts, and of the others only an MRI of the whole spine', () => {
    const newer = { b: facts({ modality: 'mri', region: ['whole'], doneOn: '2026-11-20' }) }
    expect(oldOf({ imaging: { ...mri('2026-10-01').imaging, ...newer } })).toEqual([])
    const regions = ['cervical', 'thoracic', 'lumbar', 'sacral']
    const inFour = { a: facts({ modality: 'mri', region: regions, doneOn: '2026-10-01' }) }
    expect(oldOf({ imaging: inFour })).toMatchObject([{ section: 'imaging', age: { days: 54, limit: 14 } }])
    const ct = { b: facts({ modality: 'ct', region: ['whole'], doneOn: '2026-11-20' }) }
    expect(oldOf({ imaging: { ...mri('2026-10-01').imaging, ...ct } })).toHaveLength(1)
  })

  test('a conversation about goals is fresh for 90 days, for 14 with a neurological feature (PW-GOC-02)', () => {
    const spoken = (spokenOn: string) => ({ goals: { '': facts({ spokenOn }) } })
    expect(oldOf(spoken('2026-08-26'))).toEqual([])
    expect(oldOf(spoken('2026-08-25'))).toMatchObject([{ section: 'goals', age: { days: 91, limit: 90 } }])
    expect(oldOf({ ...spoken('2026-11-09'), ...present })).toMatchObject([{ age: { days: 15, limit: 14 } }])
  })

  test('several of one examination are one gap, which says how many', () => {
    const on = (value: unknown) => ({ ...fact(value), refersOn: '2026-11-10' })
    const examined = { examinedOn: fact('2026-11-10'), powerLeftLeg: on(4), walking: on('with-aid') }
    expect(oldOf({ neurology: { '': examined } })).toMatchObject([
      { section: 'neurology', field: '', label: 'Neurology: 3 answers', age: { days: 14, limit: 7 } },
    ])
  })

  test('a value without a day is no newer than its entry', () => {
    expect(oldOf({ fitness: { '': facts({ ecog: '1' }) } })).toEqual([])
    const entered = { ...fact('1'), at: '2026-11-10T13:02:00Z' }
    expect(oldOf({ fitness: { '': { ecog: entered } } })).toHaveLength(1)
  })
})
