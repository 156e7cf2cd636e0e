import type { PathwayFacts } from './condition'
import { asShipped, type Standing } from './evaluate'
import type { PackId } from './packs'
import { later, met, none, type PathwayVector, raised, say, show, signedLabels, start } from './vector'

const zoledronate = (clearance: number): PathwayFacts => ({ zoledronate: true, clearance })
const axitinib: PathwayFacts = {
  ...{ option: 'surgery', urgency: 'elective', 'last-axitinib': later(-30), plannedOperationAt: null },
}
const leuprorelin: PathwayFacts = {
  ...{ primary: 'prostate', spinalMetastases: true, lhrhStarting: true, lhrhAlone: true, antiAndrogenAt: null },
}
const radicular = (deficitDays: number): PathwayFacts => ({
  ...{ radicularDeficit: true, radicularPain: true, radicularSide: 'left', deficitProgressive: true, deficitDays },
  ...{ mscc: false, lhermitte: false, completeParalysis: false, neuroFeature: true, painFeature: true },
  ...{ suspectedAt: start, mriDoneAt: null, wholeSpineMriDoneAt: null, neuroGainedAt: null },
})
const dueAfter = (hours: number) => ({ kind: 'running', due: later(hours) })
const calcium = (adjustedCalcium: number): PathwayFacts => ({
  ...{
    adjustedCalcium,
    adjustedCalciumMg: null,
    calciumRaised: true,
    calciumSymptoms: false,
    boneAgent: true,
    calciumVitaminD: null,
  },
})
const nl: { packs: PackId[] } = { packs: ['nl', 'local'] }
const us: { packs: PackId[]; standing: Standing } = { packs: ['us-labels'], standing: signedLabels }
const eu: { packs: PackId[]; standing: Standing } = { packs: ['eu-labels'], standing: signedLabels }

/** The test cases 11 to 26 of PATHWAY 14. Number 15, a record that outlives its pack, stands with the record. */
export const laterVectors: readonly PathwayVector[] = [
  {
    number: 11,
    shows: [
      show(
        'leg weakness 3/5',
        say('PW-RT-06', {
          ...{ option: 'radiation', technique: 'sbrt', neuroFeature: true, goodPerformance: true, operatedAt: null },
        }),
        { ...raised('WARN'), says: 'There is a neurological feature.' },
      ),
    ],
  },
  {
    number: 12,
    shows: [
      show('clearance 29', say('PW-BMA-08', zoledronate(29)), raised('STOP')),
      ...([30, 39, 39.5] as const).map((value) =>
        show(`clearance ${value}`, say('PW-BMA-09', zoledronate(value)), {
          ...raised('WARN'),
          says: 'Band of 3.0 mg zoledronate.',
        }),
      ),
      ...([40, 49.5] as const).map((value) =>
        show(`clearance ${value}`, say('PW-BMA-09', zoledronate(value)), {
          ...raised('WARN'),
          says: 'Band of 3.3 mg zoledronate.',
        }),
      ),
      ...([50, 60] as const).map((value) =>
        show(`clearance ${value}`, say('PW-BMA-09', zoledronate(value)), {
          ...raised('WARN'),
          says: 'Band of 3.5 mg zoledronate.',
        }),
      ),
      show('clearance 60.1', say('PW-BMA-09', zoledronate(60.1)), none),
      show('clearance 60.1, not under 30', say('PW-BMA-08', zoledronate(60.1)), none),
    ],
  },
  {
    number: 13,
    shows: [
      show(
        'matching risk',
        say('PW-GOC-03', { unacceptable: ['catheter'], optionRisks: ['catheter'] }),
        raised('STOP'),
      ),
      show('other risk', say('PW-GOC-03', { unacceptable: ['catheter'], optionRisks: ['hospital'] }), none),
    ],
  },
  {
    number: 14,
    shows: [
      show('without a reason', say('PW-GOC-08', { notCarriedOut: true, reasonNotCarriedOut: false }), raised('STOP')),
      show('with a reason', say('PW-GOC-08', { notCarriedOut: true, reasonNotCarriedOut: true }), met),
    ],
  },
  {
    number: 16,
    shows: [
      show(
        '10 mg',
        say('PW-STR-10', { checkpointInhibitor: true, prednisoneMg: 10, dexamethasoneMg: 0 }),
        raised('NOTE'),
      ),
      show('9 mg', say('PW-STR-10', { checkpointInhibitor: true, prednisoneMg: 9, dexamethasoneMg: 0 }), met),
      show(
        'dexamethasone 16 mg',
        say('PW-STR-10', { checkpointInhibitor: true, prednisoneMg: null, dexamethasoneMg: 16 }),
        raised('NOTE'),
      ),
    ],
  },
  {
    number: 17,
    shows: [
      show('US pack', say('PW-HLD-15', axitinib, us), raised('STOP')),
      show('EU pack', say('PW-HLD-16', axitinib, eu), met),
    ],
  },
  {
    number: 18,
    shows: [
      show(
        'EU pack',
        say('PW-HLD-05', { option: 'surgery', urgency: 'elective', 'last-ramucirumab': later(-400 * 24) }, eu),
        {
          ...raised('NOTE'),
          says: 'EU: no number for the time before; no number for the time after; the wound has healed.',
        },
      ),
    ],
  },
  {
    number: 19,
    shows: [
      show('EU pack', say('PW-SYS-04', leuprorelin, eu), raised('STOP')),
      show('US pack', say('PW-SYS-04', leuprorelin, us), raised('WARN')),
      show(
        'EU pack with bicalutamide',
        say('PW-SYS-04', { ...leuprorelin, antiAndrogenAt: later(-72) }, eu),
        raised('WARN'),
      ),
    ],
  },
  {
    number: 20,
    shows: [
      show('NL, over 10 days', say('PW-NL-03', radicular(10), nl), dueAfter(48)),
      show('NL, exactly 7 days', say('PW-NL-04', radicular(7), nl), dueAfter(24)),
      show('NL, exactly 7 days, not the longer clock', say('PW-NL-03', radicular(7), nl), none),
      show('NL, both sides', say('PW-NL-05', { ...radicular(7), radicularSide: 'both' }, nl), dueAfter(12)),
      show('UK, over 10 days', say('PW-IMG-01', radicular(10)), dueAfter(24)),
      show('UK, both sides', say('PW-IMG-01', { ...radicular(7), radicularSide: 'both' }), dueAfter(24)),
    ],
  },
  {
    number: 21,
    shows: [
      show(
        'no reason',
        say('PW-RT-19', { option: 'radiation', asymptomatic: true, radiationReason: null }),
        raised('WARN'),
      ),
      show(
        'impending compression',
        say('PW-RT-19', { option: 'radiation', asymptomatic: true, radiationReason: 'impending-compression' }),
        met,
      ),
    ],
  },
  {
    number: 22,
    shows: [
      show('8 d', say('PW-RT-18', { completeParalysis: true, paralysedAt: later(-8 * 24) }), raised('NOTE')),
      show('6 d', say('PW-RT-18', { completeParalysis: true, paralysedAt: later(-6 * 24) }), met),
      show(
        '20 d and pain',
        say('PW-RT-18', { completeParalysis: true, worstPain: 8, paralysedAt: later(-20 * 24) }),
        raised('NOTE'),
      ),
    ],
  },
  {
    number: 23,
    shows: (() => {
      const admission = {
        admittedAt: '2026-11-23T08:00:00Z',
        thrombosisAssessedAt: '2026-11-23T09:00:00Z',
        prophylaxisChosen: true,
      }
      const notIndicated = { ...asShipped, exceptions: new Map([['PW-SUP-11', 'Not indicated: bleeding.']]) }
      return [
        show('first dose 22:00:00', say('PW-SUP-11', { ...admission, prophylaxisAt: '2026-11-23T22:00:00Z' }), met),
        show('first dose 22:00:01', say('PW-SUP-11', { ...admission, prophylaxisAt: '2026-11-23T22:00:01Z' }), {
          kind: 'late',
        }),
        show(
          'no dose at 22:00:01',
          say('PW-SUP-11', { ...admission, prophylaxisAt: null }, { now: '2026-11-23T22:00:01Z' }),
          { kind: 'overdue' },
        ),
        show('not indicated', say('PW-SUP-11', admission, { standing: notIndicated }), {
          kind: 'exception',
          reason: 'Not indicated: bleeding.',
        }),
      ]
    })(),
  },
  {
    number: 24,
    shows: [
      show('uk-nice', say('PW-PLN-02', { spinalMetastases: true, sins: 7, surgeonOpinion: null }), raised('STOP')),
      show('uk-nice, SINS 6', say('PW-PLN-02', { spinalMetastases: true, sins: 6, surgeonOpinion: null }), met),
      show('nl, that rule', say('PW-PLN-02', { spinalMetastases: true, sins: 7, surgeonOpinion: null }, nl), null),
      show('nl', say('PW-NL-07', { sins: 7 }, nl), raised('NOTE')),
    ],
  },
  {
    number: 25,
    shows: [
      show('3.5 exactly', say('PW-BMA-12', calcium(3.5)), raised('WARN')),
      show('3.5 exactly, supplements', say('PW-BMA-07', calcium(3.5)), {
        kind: 'exception',
        reason: 'Superseded by PW-BMA-12',
      }),
      show('3.49', say('PW-BMA-12', calcium(3.49)), met),
    ],
  },
  {
    number: 26,
    shows: [
      show('unsigned', say('PW-IMG-09', { worseSinceMri: true }), raised('NOTE')),
      show(
        'signed',
        say('PW-IMG-09', { worseSinceMri: true }, { standing: { ...asShipped, signedOff: new Set(['PW-IMG-09']) } }),
        raised('STOP'),
      ),
    ],
  },
]
