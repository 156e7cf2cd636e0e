import { type CordLimit, cordLimit, cordLimits } from '../../cord-limit'
import { reIrradiationLimits } from '../../re-irradiation'
import {
  above,
  all,
  any,
  atLeast,
  atMost,
  type Condition,
  equals,
  is,
  known,
  names,
  not,
  numbers,
  recorded,
} from '../condition'
import { asks, clock, rule, tells } from '../rule'
import { type Schedule, schedule } from '../schedule'
import { days } from '../span'

const radiation = equals('option', 'radiation')
const conventional = all(radiation, equals('technique', 'conventional'))
const sbrt = all(radiation, equals('technique', 'sbrt'))
const notForSurgery = not(known(any(recorded('operatedAt'), equals('option', 'surgery'))))
const astro = 'ASTRO 2024, Pract Radiat Oncol, doi 10.1016/j.prro.2024.04.018'
const hytec = 'HyTEC 2021, doi 10.1016/j.ijrobp.2019.09.038'

const isFirst = not(is('irradiatedHere'))
/** Where the maximum dose of the cord lies against the limit of a first course; nothing of fractions or a dose that cannot be. */
const limitIs = (...among: readonly CordLimit[]): Condition =>
  numbers(['fractions', 'cordDmaxGy'], { among, limits: cordLimits }, (bounds) => (count, dose) => {
    if (!Number.isInteger(count) || count <= 0) return { fact: 'fractions', why: 'not-exact' }
    return dose > 0 ? bounds.among.includes(cordLimit(count, dose)) : { fact: 'cordDmaxGy', why: 'not-exact' }
  })

const listed = (...schedules: readonly Schedule[]) =>
  asks(
    any(schedule(...schedules), is('scheduleReason')),
    `Another schedule than ${schedules.map(([doseGy, fractions]) => `${doseGy} Gy in ${fractions}`).join(', ')} needs a reason.`,
  )

/** Radiotherapy: PATHWAY 8.1. */
export const radiotherapyRules = [
  rule({
    id: 'PW-RT-01',
    version: 2,
    title: 'Radiation started after the decision',
    says: 'In compression that is not for surgery radiation starts within 24 h of the decision to treat.',
    when: all(is('mscc'), radiation, notForSurgery),
    checks: [clock('Radiation started', ['decidedAt', 'radiationStartedAt'], 24, { warnAfterHours: 12 })],
    severity: 'WARN',
    isMetric: true,
    grade: 'V1',
    source: 'NICE QS56 statement 6 (2023)',
  }),
  rule({
    id: 'PW-RT-02',
    packs: [],
    title: 'Treated within 24 h of confirmation (older metric)',
    says: 'Definitive treatment of any kind within 24 h of confirmation.',
    when: all(is('mscc'), is('neuroFeature')),
    checks: [clock('First definitive treatment', ['confirmedAt', 'treatedAt'], 24)],
    severity: 'METRIC',
    grade: 'V1',
    source: 'NICE QS56 statement 6 before September 2023',
    mind: 'Off by default: the present metric is PW-RT-01.',
  }),
  rule({
    id: 'PW-RT-03',
    title: 'Schedule for compression without surgery',
    says: '8 Gy in 1, 16 in 2, 20 in 5, 30 in 10; another with its reason.',
    when: all(is('mscc'), conventional, notForSurgery),
    checks: [listed([8, 1], [16, 2], [20, 5], [30, 10])],
    severity: 'WARN',
    grade: 'V1',
    source: astro,
  }),
  rule({
    id: 'PW-RT-04',
    title: 'Schedule for a symptomatic metastasis',
    says: '8 Gy in 1, 20 in 5, 24 in 6, 30 in 10 for a first treatment; another with its reason.',
    when: all(is('symptomatic'), conventional, not(is('earlierRadiation')), not(is('mscc'))),
    checks: [listed([8, 1], [20, 5], [24, 6], [30, 10])],
    severity: 'WARN',
    grade: 'V1',
    source: astro,
  }),
  rule({
    id: 'PW-RT-05',
    title: 'Schedule for re-irradiation',
    says: '8 Gy in 1, 20 in 5, 24 in 6, 20 in 8; another with its reason.',
    when: all(conventional, is('earlierRadiation')),
    checks: [listed([8, 1], [20, 5], [24, 6], [20, 8])],
    severity: 'WARN',
    grade: 'V1',
    source: astro,
  }),
  rule({
    id: 'PW-RT-06',
    title: 'SBRT for symptomatic disease',
    says: 'Supported conditionally in selected patients: good performance status, no surgery, no neurological symptoms or signs.',
    when: sbrt,
    checks: [
      asks(not(is('neuroFeature')), 'There is a neurological feature.'),
      asks(notForSurgery, 'Surgery is planned or done.'),
      asks(is('goodPerformance'), 'Performance status is not good.'),
    ],
    severity: 'WARN',
    grade: 'V1',
    source: `${astro} (conditional)`,
    mind: 'The source gives no figure for good performance status; ECOG 0 to 2 as in the trial SC.24.',
  }),
  rule({
    id: 'PW-RT-07',
    packs: ['uk-nice', 'nl'],
    title: 'One fraction for pain',
    says: 'A single 8 Gy is recommended for a painful uncomplicated metastasis and for non-mechanical spinal pain.',
    when: all(radiation, is('painFeature'), not(is('mscc'))),
    severity: 'NOTE',
    grade: 'V2',
    gradeOfParts: 'V2, V1 (Netherlands)',
    source: 'ESMO 2020 [I, A]; NICE NG234 via GPnotebook; Dutch guideline 2015',
  }),
  rule({
    id: 'PW-RT-08',
    title: 'Before the first fraction',
    says: 'Anti-emetic and dexamethasone against a flare, where radiation is for pain.',
    when: all(radiation, names('radiationAim', 'pain')),
    checks: [
      asks(is('antiEmetic'), 'No anti-emetic before the first fraction.'),
      asks(is('dexamethasoneCover'), 'No dexamethasone against a flare.'),
    ],
    severity: 'NOTE',
    grade: 'V2',
    source: 'ESMO 2020 [II, B]',
  }),
  rule({
    id: 'PW-RT-09',
    title: 'Radiation after surgery',
    says: 'Recommended after surgery for a spinal metastasis: record the decision.',
    when: recorded('operatedAt'),
    checks: [asks(is('radiationDecision'), 'No decision on radiation after surgery.')],
    severity: 'STOP',
    grade: 'V2',
    gradeOfParts: 'V1 / V2',
    source: `${astro}; ESMO 2020 [III, B]`,
  }),
  rule({
    id: 'PW-RT-10',
    title: 'Interval between surgery and radiation',
    says: 'Under 14 d in either direction with more wound problems in part of the evidence, under 7 d still more; up to 21 d after surgery one cohort found a signal.',
    when: all(recorded('plannedOperationAt'), recorded('plannedRadiationAt')),
    checks: [
      tells(
        {
          when: days('plannedOperationAt', 'plannedRadiationAt', { above: -7, below: 7 }),
          severity: 'WARN',
          says: 'Under 7 d between surgery and radiation: strong warning.',
        },
        {
          when: days('plannedOperationAt', 'plannedRadiationAt', { above: -14, below: 14 }),
          severity: 'WARN',
          says: 'Under 14 d between surgery and radiation.',
        },
        {
          when: days('plannedOperationAt', 'plannedRadiationAt', { atLeast: 14, below: 21 }),
          severity: 'NOTE',
          says: 'Within 21 d of surgery one cohort found more wound problems.',
        },
      ),
    ],
    severity: 'WARN',
    grade: 'V1',
    source:
      'Lee 2018 (survey of experts); Eur Spine J 2020;29:3080 (evidence insufficient); BMC Surg 2021;21:423; PMC11120252 (no difference)',
  }),
  rule({
    id: 'PW-RT-11',
    title: 'Radiation after surgery by day 14',
    says: 'Once the wound is dry, start by day 14.',
    when: all(is('radiationAfterSurgery'), not(known(not(is('woundDry'))))),
    checks: [
      tells({
        when: days('plannedOperationAt', 'plannedRadiationAt', { above: 14 }),
        severity: 'WARN',
        says: 'Radiation is planned later than 14 d after surgery.',
      }),
    ],
    severity: 'WARN',
    grade: 'V2',
    source: 'German guideline text; chapter still to be confirmed',
  }),
  rule({
    id: 'PW-RT-12',
    title: 'Earlier radiation here or next to it',
    says: 'Dose, fractions, dates and technique are entered before signing; the cumulative dose is computed.',
    when: all(radiation, is('earlierRadiation')),
    checks: [asks(is('earlierRadiationComplete'), 'The record of the earlier radiation is incomplete.')],
    severity: 'STOP',
    grade: 'V1',
    source: hytec,
  }),
  rule({
    id: 'PW-RT-13',
    version: 2,
    title: 'Interval before SBRT again',
    says: 'At least 5 months since the earlier radiation.',
    when: all(sbrt, is('irradiatedHere')),
    checks: [
      asks(
        atLeast('earlierRadiationMonths', reIrradiationLimits.months),
        'Less than 5 months since the earlier radiation.',
      ),
    ],
    severity: 'WARN',
    grade: 'V1',
    source: hytec,
  }),
  rule({
    id: 'PW-RT-14',
    version: 5,
    title: 'Dose to cord and thecal sac',
    says: 'A first SBRT: maximum dose of the cord against the limit of its fractions. SBRT again: cumulative at most 70 Gy, SBRT at most 25 Gy and at most half of it (EQD2, alpha/beta 2), each told by itself.',
    when: sbrt,
    checks: [
      tells(
        {
          when: all(isFirst, limitIs('exceeds')),
          severity: 'WARN',
          says: 'The maximum dose of the cord is above the limit of its fractions.',
        },
        {
          when: all(isFirst, limitIs('caution', 'not-covered')),
          severity: 'NOTE',
          says: 'The maximum dose of the cord is to be used with caution, or no limit stands for so many fractions.',
        },
        {
          when: all(not(isFirst), known(is('earlierDoseAssumed'))),
          severity: 'NOTE',
          says: 'Assumed: the prescription of an earlier course, or a higher maximum elsewhere, stands for its point dose of the thecal sac, which is not known.',
        },
      ),
      asks(
        any(
          isFirst,
          numbers(
            ['earlierEqd2Gy', 'sbrtEqd2Gy'],
            { sumAtMost: reIrradiationLimits.cumulativeGy },
            (bounds) => (earlier, now) => earlier + now <= bounds.sumAtMost,
          ),
        ),
        'The cumulative dose is above 70 Gy.',
      ),
      asks(any(isFirst, atMost('sbrtEqd2Gy', reIrradiationLimits.sbrtGy)), 'The dose of the SBRT is above 25 Gy.'),
      asks(
        any(
          isFirst,
          numbers(
            ['leastEarlierEqd2Gy', 'sbrtEqd2Gy'],
            { shareAtMost: reIrradiationLimits.share },
            (bounds) => (earlier, now) => now / (earlier + now) <= bounds.shareAtMost,
          ),
        ),
        'The SBRT is more than half of the cumulative dose.',
      ),
    ],
    severity: 'WARN',
    grade: 'V1',
    source: hytec,
    mind: 'Estimates of the literature; no plan is approved here.',
  }),
  rule({
    id: 'PW-RT-15',
    version: 2,
    title: 'One fraction and a favourable prognosis',
    says: 'Treated again by 6 months: 14 % after 8 Gy in 1, 3 % after 20 Gy in 5, in a matched study; walking alike.',
    when: all(is('mscc'), above('lifeMonths', 6), radiation, schedule([8, 1])),
    severity: 'NOTE',
    grade: 'V1',
    source: 'Radiat Oncol 2018;13, doi 10.1186/s13014-018-0968-3',
  }),
  rule({
    id: 'PW-RT-16',
    title: 'One fraction against five',
    says: 'SCORAD: walking at 8 weeks 69.3 % after 8 Gy in 1, 72.7 % after 20 Gy in 5; the lower bound of -11.5 % missed the margin of -11 %.',
    when: all(is('mscc'), radiation, schedule([8, 1], [20, 5])),
    severity: 'NOTE',
    grade: 'V1',
    source: 'SCORAD, JAMA 2019;322:2084',
  }),
  rule({
    id: 'PW-RT-17',
    title: 'Single-fraction radiosurgery for pain',
    says: 'RTOG 0631: pain response at 3 months not better than after 8 Gy.',
    when: all(
      sbrt,
      names('radiationAim', 'pain'),
      numbers(
        ['doseGy', 'fractions'],
        { fractions: 1, leastGy: 16, mostGy: 18 },
        ({ fractions, leastGy, mostGy }) =>
          (dose, count) =>
            count === fractions && dose >= leastGy && dose <= mostGy,
      ),
    ),
    severity: 'NOTE',
    grade: 'V1',
    source: 'RTOG 0631, JAMA Oncol 2023;9:800',
  }),
  rule({
    id: 'PW-RT-18',
    title: 'Paralysed for more than a week',
    says: 'Active treatment may not be warranted: decide together with the patient. Never an automatic no; pain is its own reason.',
    when: is('completeParalysis'),
    checks: [
      tells({
        when: days('paralysedAt', 'now', { above: 7 }),
        severity: 'NOTE',
        says: 'Completely paralysed for more than 1 week: decide together with the patient whether treatment is warranted. Radiation for pain stays open.',
      }),
    ],
    severity: 'NOTE',
    grade: 'V2',
    gradeOfParts: 'V2 (1 week), V1 (Dutch part), V3 (threshold of NG234)',
    source: 'BMJ Best Practice (cites NG234); Dutch guideline 2015',
  }),
  rule({
    id: 'PW-RT-19',
    title: 'Radiation without symptoms',
    says: 'Only in a randomised trial against compression, as part of an oligometastasis strategy, or where imaging shows impending compression.',
    when: all(radiation, is('asymptomatic')),
    checks: [asks(recorded('radiationReason'), 'No reason is chosen for radiation without symptoms.')],
    severity: 'WARN',
    grade: 'V2',
    source: 'NICE NG234 via GPnotebook, September 2023',
  }),
  rule({
    id: 'PW-RT-20',
    title: 'Worse during or after radiation',
    says: 'Within 24 h: surgery discussed again, imaging repeated.',
    when: is('worseDuringRadiation'),
    checks: [clock('Surgery discussed again', ['deteriorationAt', 'rediscussedAt'], 24)],
    severity: 'WARN',
    grade: 'V1',
    gradeOfParts: 'V1 (Netherlands, content), L (24 h, 2 weeks)',
    source: 'Dutch guideline 2015',
  }),
  rule({
    id: 'PW-RT-21',
    title: 'Systemic drug at the start of radiation',
    says: 'Look up what is known of the drug with radiation; what is not known is not safe.',
    when: all(radiation, is('systemicDuringRadiation')),
    checks: [asks(is('interactionChecked'), 'The interaction was not looked up.')],
    severity: 'WARN',
    grade: 'V2',
    gradeOfParts: 'V1 (headline), V2 (intervals)',
    source: 'ESMO-ESTRO 2025/2026; OligoCare 2023 for SBRT',
  }),
]
