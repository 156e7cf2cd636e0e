import { above, all, any, atLeast, atMost, below, equals, is, known, not, numbers, recorded } from '../condition'
import { asks, clock, type PathwayRule, rule } from '../rule'
import { schedule } from '../schedule'

/** Rules of the Dutch guideline of 2015, of which parts await revision. */
const dutch = (
  declared: Parameters<typeof rule>[0] | Omit<Parameters<typeof rule>[0], 'grade' | 'source'>,
): PathwayRule =>
  rule({
    grade: 'V1',
    source: 'Dutch guideline on spinal metastases, 2015, awaiting revision',
    ...declared,
    packs: ['nl'],
  })

const emergency = any(
  is('mscc'),
  is('lhermitte'),
  all(any(is('radicularPain'), is('radicularDeficit')), equals('radicularSide', 'both')),
)
const unilateralDeficit = all(
  is('radicularDeficit'),
  equals('radicularSide', 'left', 'right'),
  is('deficitProgressive'),
)
const mri = (hours: number, warnAfterHours?: number) =>
  clock('MRI', ['suspectedAt', 'mriDoneAt'], hours, warnAfterHours === undefined ? {} : { warnAfterHours })
const singleFraction = schedule([8, 1])
const radiation = equals('option', 'radiation')
/** Radicular pain alone is none. */
const deficit = any(is('neuroDeficit'), is('radicularDeficit'))
/** From 7 of 10 pain is severe (REFERENCE 4.4). */
const severeProgressivePain = all(is('progressivePain'), atLeast('worstPain', 7))

/** The Dutch pack: PATHWAY 17. */
export const dutchRules = [
  dutch({
    id: 'PW-NL-01',
    title: 'MRI, back pain only',
    says: 'Within 14 d of the first suspicion.',
    when: is('painOnly'),
    checks: [mri(14 * 24)],
    severity: 'METRIC',
  }),
  dutch({
    id: 'PW-NL-02',
    title: 'MRI, radicular pain of one side',
    says: 'Within 7 d.',
    when: all(is('radicularPain'), equals('radicularSide', 'left', 'right'), not(known(is('radicularDeficit')))),
    checks: [mri(7 * 24)],
    severity: 'WARN',
    isMetric: true,
  }),
  dutch({
    id: 'PW-NL-03',
    title: 'MRI, deficit of one side over more than 7 d',
    says: 'Within 48 h while it progresses.',
    when: all(unilateralDeficit, above('deficitDays', 7)),
    checks: [mri(48)],
    severity: 'WARN',
    isMetric: true,
  }),
  dutch({
    id: 'PW-NL-04',
    title: 'MRI, deficit of one side within 7 d',
    says: 'Within 24 h while it progresses.',
    when: all(unilateralDeficit, atMost('deficitDays', 7)),
    checks: [mri(24)],
    severity: 'WARN',
    isMetric: true,
  }),
  dutch({
    id: 'PW-NL-05',
    title: 'MRI, compression suspected',
    says: 'As soon as possible, within 12 h: compression, Lhermitte sign, radicular pain or deficit of both sides. No emergency when paraplegia is complete.',
    when: all(emergency, not(known(is('completeParalysis')))),
    checks: [mri(12, 6)],
    severity: 'WARN',
    isMetric: true,
    gradeOfParts: 'V1, L (warning from 6 h)',
  }),
  dutch({
    id: 'PW-NL-06',
    version: 2,
    title: 'MRI protocol',
    says: 'Sagittal T1 and T2 of the whole spine, axial slices through affected levels; the patient is told whom to call when it gets worse.',
    when: is('mriRecorded'),
    checks: [
      asks(is('mriWholeSpine'), 'The MRI does not cover the whole spine.'),
      asks(is('mriPlainT1'), 'Sagittal T1 is missing.'),
      asks(is('mriSagittalT2'), 'Sagittal T2 is missing.'),
      asks(is('mriAxial'), 'Axial slices are missing.'),
    ],
    severity: 'WARN',
  }),
  dutch({
    id: 'PW-NL-07',
    title: 'Stability judged',
    says: 'SINS is information only. More than 50 % collapse, malalignment and a lytic lesion are named as risk factors.',
    when: any(recorded('sins'), is('collapseOver50'), is('malalignment'), is('lytic')),
    severity: 'NOTE',
  }),
  dutch({
    id: 'PW-NL-08',
    version: 2,
    title: 'Prognosis by a model',
    says: 'Before the treatment is chosen: van der Linden, Bartels or Bollen.',
    checks: [asks(recorded('dutchPrognosis'), 'No prognosis by van der Linden, Bartels or Bollen.')],
    severity: 'WARN',
  }),
  dutch({
    id: 'PW-NL-09',
    title: 'Radiation first',
    says: 'Symptoms, an adequate dose possible, no reason for surgery or chemotherapy: radiation is the first choice.',
    when: all(is('symptomatic'), not(is('unstable')), not(is('verySensitiveTumour'))),
    severity: 'NOTE',
  }),
  dutch({
    id: 'PW-NL-10',
    version: 2,
    title: 'Surgery preferred',
    says: 'Instability, progression after radiation or worse under it: surgery with 3 months or more to live (6 for combined approaches), fit, and not chemosensitive when stable.',
    when: all(
      any(is('unstable'), is('worseDuringRadiation'), is('epiduralProgress')),
      any(atLeast('lifeMonths', 6), all(atLeast('lifeMonths', 3), not(known(equals('surgeryKind', 'combined'))))),
      not(is('surgeryUnsuitable')),
      any(is('unstable'), not(is('verySensitiveTumour'))),
    ),
    checks: [asks(is('surgeryDiscussed'), 'Surgery was not discussed.')],
    severity: 'WARN',
  }),
  dutch({
    id: 'PW-NL-11',
    version: 2,
    title: 'Dose for pain alone',
    says: '8 Gy in 1 whatever the survival; solitary or 1 to 3 bone metastases: at least 30 to 39 Gy in 10 to 13, or hypofractionated with advanced technique.',
    when: all(radiation, is('painFeature'), not(deficit)),
    checks: [asks(any(singleFraction, is('scheduleReason')), 'Another schedule than 8 Gy in 1 needs a reason.')],
    severity: 'NOTE',
  }),
  dutch({
    id: 'PW-NL-12',
    version: 2,
    title: 'Dose for a deficit',
    says: 'Moderate condition or under 1 year to live: 8 Gy in 1; good condition and 1 year or more: at least 30 Gy in 10.',
    when: all(radiation, deficit),
    checks: [
      asks(
        any(
          all(any(below('lifeMonths', 12), not(is('goodPerformance'))), singleFraction),
          all(
            atLeast('lifeMonths', 12),
            is('goodPerformance'),
            numbers(
              ['doseGy', 'fractions'],
              { doseGy: 30, fractions: 10 },
              (least) => (dose, count) => dose >= least.doseGy && count >= least.fractions,
            ),
          ),
          is('scheduleReason'),
        ),
        'Another schedule needs a reason.',
      ),
    ],
    severity: 'NOTE',
    mind: 'The source gives no figure for good condition; ECOG 0 to 2 as in PW-RT-06. PW-RT-15 shows the figure of treatment again above 6 months: see both.',
  }),
  dutch({
    id: 'PW-NL-13',
    title: 'Weekly board',
    says: 'Every symptomatic case at the weekly board at the latest, with the outcome in the record and the family doctor informed.',
    when: is('symptomatic'),
    checks: [clock('Discussed at the weekly board', ['suspectedAt', 'weeklyBoardAt'], 7 * 24)],
    severity: 'METRIC',
  }),
  dutch({
    id: 'PW-NL-14',
    version: 2,
    title: 'Conference at once',
    says: 'Progressive deficit, severe progressive pain or severe instability: radiation oncologist, spinal surgeon and lead clinician confer at once.',
    when: any(is('deficitProgressive'), severeProgressivePain, is('unstable')),
    checks: [asks(is('boardPrompt'), 'The case waits for the weekly board without a reason.')],
    severity: 'STOP',
  }),
  dutch({
    id: 'PW-NL-15',
    version: 2,
    title: 'Rehabilitation physician',
    says: 'Involved with every neurological deficit; an inpatient programme from 6 to 12 months of expected life, below that a short outpatient one.',
    when: deficit,
    checks: [asks(is('rehabilitationPhysician'), 'No rehabilitation physician involved.')],
    severity: 'WARN',
  }),
]
