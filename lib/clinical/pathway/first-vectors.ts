import type { PathwayFacts } from './condition'
import { evaluateRule, type Outcome, type Standing } from './evaluate'
import type { PackId } from './packs'
import { rulesOfPacks } from './rules'
import { later, met, type PathwayVector, raised, say, show, signedLabels, start } from './vector'

const painOnly: PathwayFacts = {
  ...{ knownCancer: true, primary: 'breast', painFeature: true, neuroFeature: false },
  ...{ suspectedAt: start, wholeSpineMriDoneAt: null, planAgreedAt: later(1), neuroGainedAt: null },
}
const legs: PathwayFacts = {
  ...{ knownCancer: true, primary: 'prostate', painFeature: false, neuroFeature: true },
  ...{ suspectedAt: '2026-10-24T21:00:00Z', wholeSpineMriDoneAt: null, neuroGainedAt: null },
}
const lymphoma: PathwayFacts = {
  ...{ steroidProposed: true, primary: 'unknown', lymphomaPossible: true, consultantAsked: null },
}
const again: PathwayFacts = {
  ...{ option: 'radiation', technique: 'sbrt', irradiatedHere: true },
  ...{ earlierEqd2Gy: 30, leastEarlierEqd2Gy: 30, sbrtEqd2Gy: 24, earlierRadiationMonths: 12 },
}
const partsOf = (id: string, facts: PathwayFacts): string => {
  const rules = rulesOfPacks(['uk-nice']).filter((one) => one.id === id)
  const checks = rules.flatMap((one) => evaluateRule(one, { facts, now: start, timeZone: 'Europe/London' }).checks)
  return checks.map(({ outcome }) => outcome.kind).join(', ')
}
const inParts = (words: string) => ({ kind: 'met', words })
const shownParts = (id: string, facts: PathwayFacts) => ({ kind: 'met', words: partsOf(id, facts) }) as Outcome
const operation = (dayOfRadiation: number): PathwayFacts => ({
  ...{ plannedOperationAt: '2026-11-23', plannedRadiationAt: `2026-12-${String(dayOfRadiation - 7).padStart(2, '0')}` },
  ...{ radiationAfterSurgery: true, woundDry: true },
})
const radiationOnDay = (day: number): PathwayFacts =>
  day < 8 ? { ...operation(8), plannedRadiationAt: `2026-11-${23 + day}` } : operation(day)
const bevacizumab = (urgency: string): PathwayFacts => ({
  ...{ option: 'surgery', urgency, 'last-bevacizumab': later(-20 * 24), plannedOperationAt: null },
})
const dueAfter = (hours: number) => ({ kind: 'running', due: later(hours) })
const us: { packs: PackId[]; standing: Standing } = { packs: ['us-labels'], standing: signedLabels }
/** The test cases 1 to 10 of PATHWAY 14. */
export const firstVectors: readonly PathwayVector[] = [
  {
    number: 1,
    shows: [
      show('MRI at exactly 7 days', say('PW-IMG-02', { ...painOnly, wholeSpineMriDoneAt: later(168) }), met),
      show('MRI one second later', say('PW-IMG-02', { ...painOnly, wholeSpineMriDoneAt: later(168, 1) }), {
        kind: 'late',
        by: 1000,
      }),
    ],
  },
  {
    number: 2,
    shows: [
      show(
        'MRI at 21:59 next day on clocks that went back',
        say('PW-IMG-01', { ...legs, wholeSpineMriDoneAt: '2026-10-25T20:59:00Z' }),
        met,
      ),
      show(
        'MRI at 21:59 by the clock on the wall, 24 h 59 min later',
        say('PW-IMG-01', { ...legs, wholeSpineMriDoneAt: '2026-10-25T21:59:00Z' }),
        { kind: 'late' },
      ),
    ],
  },
  {
    number: 3,
    shows: [
      show('after 13 h', say('PW-IMG-01', legs, { now: '2026-10-25T10:00:00Z' }), { kind: 'running', isWarning: true }),
      show('after 25 h', say('PW-IMG-01', legs, { now: '2026-10-25T22:00:00Z' }), { kind: 'overdue' }),
    ],
  },
  {
    number: 4,
    shows: [
      show('MRI done', say('PW-IMG-01', { ...legs, suspectedAt: null, wholeSpineMriDoneAt: later(0) }), {
        ...{ kind: 'cannot-evaluate', gaps: [{ fact: 'suspectedAt', why: 'not-recorded' }] },
      }),
    ],
  },
  {
    number: 5,
    shows: (() => {
      const numb = { ...painOnly, neuroFeature: true, neuroGainedAt: later(72) }
      return [
        show('new clock', say('PW-REC-06', numb, { now: later(73) }), dueAfter(96)),
        show('old clock of 7 days', say('PW-IMG-02', numb), { kind: 'exception', reason: 'Superseded by PW-REC-06' }),
        show('clock of an emergency', say('PW-IMG-01', numb), { kind: 'exception', reason: 'Superseded by PW-REC-06' }),
      ]
    })(),
  },
  {
    number: 6,
    shows: [
      show('stable', say('PW-STR-07', { ...lymphoma, deficitProgressive: false }), raised('STOP')),
      show('deteriorating', say('PW-STR-07', { ...lymphoma, deficitProgressive: true }), raised('WARN')),
      show('course unknown', say('PW-STR-07', { ...lymphoma, deficitProgressive: null }), raised('STOP')),
    ],
  },
  {
    number: 7,
    shows: [
      show('cumulative, SBRT and ratio, each told', shownParts('PW-RT-14', again), inParts('met, met, met, met')),
      show('interval', say('PW-RT-13', again), met),
    ],
  },
  {
    number: 8,
    shows: [
      show('interval of 4 months', say('PW-RT-13', { ...again, earlierRadiationMonths: 4 }), raised('WARN')),
      show('doses at 4 months', say('PW-RT-14', { ...again, earlierRadiationMonths: 4 }), met),
      show(
        'SBRT part 30 of 60',
        shownParts('PW-RT-14', { ...again, sbrtEqd2Gy: 30 }),
        inParts('met, met, raised, met'),
      ),
    ],
  },
  {
    number: 9,
    shows: [
      show('elective fixation', say('PW-HLD-01', bevacizumab('elective'), us), raised('STOP')),
      show('emergency decompression', say('PW-HLD-01', bevacizumab('emergency'), us), raised('WARN')),
      show(
        'label without its date',
        say('PW-HLD-01', bevacizumab('elective'), { packs: ['us-labels'] }),
        raised('WARN'),
      ),
    ],
  },
  {
    number: 10,
    shows: [
      show('day 5', say('PW-RT-10', radiationOnDay(5)), {
        ...raised('WARN'),
        says: 'Under 7 d between surgery and radiation: strong warning.',
      }),
      show('day 10', say('PW-RT-10', radiationOnDay(10)), {
        ...raised('WARN'),
        says: 'Under 14 d between surgery and radiation.',
      }),
      show('day 14', say('PW-RT-10', radiationOnDay(14)), raised('NOTE')),
      show('day 14, not late', say('PW-RT-11', radiationOnDay(14)), met),
      show('day 20', say('PW-RT-10', radiationOnDay(20)), raised('NOTE')),
      show('day 20, late', say('PW-RT-11', radiationOnDay(20)), raised('WARN')),
      show('day 21', say('PW-RT-10', radiationOnDay(21)), met),
      show('day 21, late', say('PW-RT-11', radiationOnDay(21)), raised('WARN')),
    ],
  },
]
