import { ecogFromKps, kpsFromEcog } from '../crosswalk'
import { read } from '../instrument'
import { kps } from '../instruments/kps'
import { classifyIsncsci } from '../isncsci'
import {
  type DermatomeCell,
  dermatomes,
  type IsncsciExam,
  type MotorGrade,
  type MuscleCell,
  motorLevels,
  type Observed,
  type SensoryGrade,
  sides,
} from '../isncsci-exam'
import { refusalOf, vectorsOf } from './vector'

type SideOfSheet = { muscles: string; touch: string; pin: string }

/** A worksheet from the grades of each side, head to tail, one figure each: C5 to S1, and C2 to S4-5. */
function worksheet(sheet: { vac: Observed; dap: Observed; right: SideOfSheet; left: SideOfSheet }): IsncsciExam {
  const muscles = sides.flatMap((side) =>
    motorLevels.map((level, at): [MuscleCell, MotorGrade] => [
      `${level}.${side}`,
      sheet[side].muscles.charAt(at) as MotorGrade,
    ]),
  )
  const points = sides.flatMap((side) =>
    dermatomes.flatMap((level, at): [DermatomeCell, SensoryGrade][] => [
      [`${level}.${side}Touch`, sheet[side].touch.charAt(at) as SensoryGrade],
      [`${level}.${side}Pin`, sheet[side].pin.charAt(at) as SensoryGrade],
    ]),
  )
  return {
    muscles: Object.fromEntries(muscles),
    dermatomes: Object.fromEntries(points),
    vac: sheet.vac,
    dap: sheet.dap,
  }
}

/** REFERENCE 14: ISNCSCI, ECOG/KPS. */
export const neurologyVectors = [
  ...vectorsOf('ISNCSCI', [
    [
      'published case id 1 (Instep)',
      'sensory R C6 L C6; motor R C6 L C5; NLI C5; AIS A; UEMS 25 LEMS 0 LT 26 PP 21',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'No',
            dap: 'No',
            right: {
              muscles: '5322100000',
              touch: '2222221100110000000000000000',
              pin: '2222210000000000000000000000',
            },
            left: { muscles: '4440000000', touch: '2222200000000000000000000000', pin: '2222200000000000000000000000' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'C6', left: 'C6' },
        motor: { right: 'C6', left: 'C5' },
        neurologicalLevel: 'C5',
        ais: 'A',
        totals: { arms: '25', legs: '0', touch: '26', pin: '21' },
      },
    ],
    [
      'published case id 3 (Instep)',
      'sensory R T12 L L1; motor R T12 L L2; NLI T12; AIS B; UEMS 50 LEMS 7 LT 87 PP 87',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'No',
            dap: 'No',
            right: {
              muscles: '5555530000',
              touch: '2222222222222222222111000011',
              pin: '2222222222222222222110000011',
            },
            left: { muscles: '5555540000', touch: '2222222222222222222211000011', pin: '2222222222222222222211000012' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'T12', left: 'L1' },
        motor: { right: 'T12', left: 'L2' },
        neurologicalLevel: 'T12',
        ais: 'B',
        totals: { arms: '50', legs: '7', touch: '87', pin: '87' },
      },
    ],
    [
      'published case id 4 (Instep)',
      'sensory R C4 L C4; motor R C5 L C5; NLI C4; AIS D; UEMS 19 LEMS 29 LT 36 PP 20',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'Yes',
            dap: 'Yes',
            right: {
              muscles: '4121123113',
              touch: '2220000011111111111000000000',
              pin: '2220000020000000000000000000',
            },
            left: { muscles: '4311143444', touch: '2221100001111111110000000011', pin: '2220000000001111011000000000' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'C4', left: 'C4' },
        motor: { right: 'C5', left: 'C5' },
        neurologicalLevel: 'C4',
        ais: 'D',
        totals: { arms: '19', legs: '29', touch: '36', pin: '20' },
      },
    ],
    [
      'published case id 8 (Instep)',
      'sensory R T12 L T12; motor R T12 L T12; NLI T12; AIS C; UEMS 50 LEMS 4 LT 80 PP 76',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'No',
            dap: 'Yes',
            right: {
              muscles: '5555500000',
              touch: '2222222222222222222000000000',
              pin: '2222222222222222222000000000',
            },
            left: { muscles: '5555521100', touch: '2222222222222222222111100000', pin: '2222222222222222222000000000' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'T12', left: 'T12' },
        motor: { right: 'T12', left: 'T12' },
        neurologicalLevel: 'T12',
        ais: 'C',
        totals: { arms: '50', legs: '4', touch: '80', pin: '76' },
      },
    ],
    [
      'published case id 16 (AsiaSpecialArticle)',
      'sensory R C5 L C5; motor R C6 L C6; NLI C5; AIS B; UEMS 25 LEMS 0 LT 16 PP 16',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'No',
            dap: 'Yes',
            right: {
              muscles: '5421100000',
              touch: '2222000000000000000000000000',
              pin: '2222000000000000000000000000',
            },
            left: { muscles: '5421000000', touch: '2222000000000000000000000000', pin: '2222000000000000000000000000' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'C5', left: 'C5' },
        motor: { right: 'C6', left: 'C6' },
        neurologicalLevel: 'C5',
        ais: 'B',
        totals: { arms: '25', legs: '0', touch: '16', pin: '16' },
      },
    ],
    [
      'published case id 63 (OriginalCases)',
      'sensory R INT L INT; motor R INT L INT; NLI INT; AIS E; UEMS 50 LEMS 50 LT 112 PP 112',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'Yes',
            dap: 'Yes',
            right: {
              muscles: '5555555555',
              touch: '2222222222222222222222222222',
              pin: '2222222222222222222222222222',
            },
            left: { muscles: '5555555555', touch: '2222222222222222222222222222', pin: '2222222222222222222222222222' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'INT', left: 'INT' },
        motor: { right: 'INT', left: 'INT' },
        neurologicalLevel: 'INT',
        ais: 'E',
        totals: { arms: '50', legs: '50', touch: '112', pin: '112' },
      },
    ],
    [
      'LT/PP 2 from C2 to T10, 0 below, both sides; arms 5; legs 0; VAC No; DAP No',
      'all levels T10, AIS A, UEMS 50, LEMS 0, LT 68, PP 68',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'No',
            dap: 'No',
            right: {
              muscles: '5555500000',
              touch: '2222222222222222200000000000',
              pin: '2222222222222222200000000000',
            },
            left: { muscles: '5555500000', touch: '2222222222222222200000000000', pin: '2222222222222222200000000000' },
          }),
        ),
      {
        kind: 'classified',
        sensory: { right: 'T10', left: 'T10' },
        motor: { right: 'T10', left: 'T10' },
        neurologicalLevel: 'T10',
        ais: 'A',
        totals: { arms: '50', legs: '0', touch: '68', pin: '68' },
      },
    ],
    [
      'LT/PP 2 to T4, 0 below except 1 at S4-5, both sides; arms 5; legs right 3,3,3,3,3 left 2,2,2,2,2; VAC Yes; DAP Yes',
      'NLI T4, 5 of 10 muscles ≥3 → AIS D',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'Yes',
            dap: 'Yes',
            right: {
              muscles: '5555533333',
              touch: '2222222222200000000000000001',
              pin: '2222222222200000000000000001',
            },
            left: { muscles: '5555522222', touch: '2222222222200000000000000001', pin: '2222222222200000000000000001' },
          }),
        ),
      { neurologicalLevel: 'T4', ais: 'D' },
    ],
    [
      'same, right S1 is 2',
      '4 of 10 → AIS C',
      () =>
        classifyIsncsci(
          worksheet({
            vac: 'Yes',
            dap: 'Yes',
            right: {
              muscles: '5555533332',
              touch: '2222222222200000000000000001',
              pin: '2222222222200000000000000001',
            },
            left: { muscles: '5555522222', touch: '2222222222200000000000000001', pin: '2222222222200000000000000001' },
          }),
        ),
      { ais: 'C' },
    ],
  ]),
  ...vectorsOf('ECOG/KPS', [
    [
      'ECOG 2',
      'KPS 50–60, single value 60, converted',
      () => kpsFromEcog(2),
      { common: [50, 60], single: 60, answer: { marks: ['converted'] } },
    ],
    ['KPS 90', 'ECOG 0', () => ecogFromKps(90), { common: 0 }],
    [
      'KPS 70',
      'ECOG 1 (common) / 2 (Ma) → show both',
      () => ecogFromKps(70),
      { common: 1, alternative: [2], agree: false },
    ],
    [
      'KPS 65',
      'reject (not a multiple of 10)',
      () => [ecogFromKps(65), refusalOf(() => read(kps, { kps: 65 }))],
      [null, 'AnswerRefused'],
    ],
  ]),
]
