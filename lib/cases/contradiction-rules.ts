import { ecogFromKps } from '@/lib/clinical/crosswalk'
import { daysMeantBy, isPartialDay } from '@/lib/foundation/time'
import { collapseDiffers } from './level-readings'
import type { FieldId, SectionId } from './sections/sections'

/** Where a section keeps which of its answers a person said are right together, a line for each. */
export const confirmedField = 'confirmedTogether'

type Ref = { section: SectionId; field: string }

/** What else a rule can look at: the entry in which the first answer stands, other answers of the entry of the second. */
type Context = { item: string; others: (field: string) => readonly unknown[] }
type Clashes = (mine: unknown, theirs: unknown, context: Context) => boolean

/** An answer beside another, and when the two cannot both be right. */
export type Beside = Ref & { clashes: Clashes }

/**
 * Answers of one case that cannot all be right. Improbable, not impossible: it is asked and blocks nothing. An answer that is not
 * known contradicts nothing; one on which sources differ only where each of their values does.
 */
export type ContradictionRule = {
  at: Ref
  /** Each by itself, or with `needsAll` only all of them together. */
  beside: readonly Beside[]
  needsAll?: true
  /** Said to the person who is asked. What is clinical names its source beside the rule. */
  because: string
}

const at = <S extends SectionId>(section: S, field: FieldId<S>): Ref => ({ section, field })

/** A second answer that contradicts each of these first ones whenever it is one of its own. */
const beside = <S extends SectionId>(
  section: S,
  field: FieldId<S>,
  mine: readonly string[],
  theirs: readonly string[] | ((value: unknown) => boolean),
): Beside => ({
  ...{ section, field },
  clashes: (one, other) =>
    mine.some((answer) => answer === one) &&
    (typeof theirs === 'function' ? theirs(other) : theirs.some((answer) => answer === other)),
})

const below = (power: number) => (value: unknown) => Number(value) < power
const includes =
  (...wanted: readonly string[]) =>
  (value: unknown) =>
    Array.isArray(value) && wanted.some((one) => value.includes(one))
const names = (value: unknown) => Array.isArray(value) && value.some((one) => one !== 'none')
const otherThan = (normal: string) => (value: unknown) => value !== normal

const liesBefore: Clashes = (diagnosed, given) =>
  [diagnosed, given].every((day) => isPartialDay(String(day))) &&
  daysMeantBy(String(given)).last < daysMeantBy(String(diagnosed)).first

/**
 * Names of drugs against clotting or platelets, by the common stems of their international nonproprietary names (WHO: -xaban,
 * -gatran, -parin, -grel-), the vitamin K antagonists, aspirin and others without such a stem by name. What is not among them
 * is not asked about.
 */
const drugsThatThinBlood: readonly RegExp[] = [
  /xaban\b|gatran\b|parin\b|grel\b|grelor\b/iu,
  /\b(?:warfarin|phenprocoumon|acenocoumarol|fluindione|aspirin|acetylsalicylic|dipyridamole)\b/iu,
  /\b(?:fondaparinux|danaparoid|argatroban|bivalirudin)\b/iu,
]
const thinsBlood = (drug: unknown): boolean => drugsThatThinBlood.some((names) => names.test(String(drug)))

const weak = ['reduced', 'absent'] as const
const lostBladder = ['retention', 'incontinence'] as const
const lostBowel = ['incontinence', 'tone'] as const
const walks = ['independent', 'with-aid'] as const

const limbsBelowFull = (grade: string): Beside[] =>
  (['powerRightArm', 'powerLeftArm', 'powerRightLeg', 'powerLeftLeg'] as const).map((limb) =>
    beside('neurology', limb, [grade], below(5)),
  )

/** Every pair of answers that is asked back, in the order of the form. Another one is one more declaration here. */
export const contradictionRules: readonly ContradictionRule[] = [
  {
    at: at('safety', 'anticoagulant'),
    beside: [beside('medicines', 'drug', ['none'], thinsBlood)],
    because: 'A drug against clotting or platelets is among the medicines.',
  },
  {
    // REFERENCE 5.3: major organs include lung, liver, kidney and brain.
    at: at('tumour', 'visceral'),
    beside: [beside('tumour', 'visceralOrgans', ['none'], names), beside('tumour', 'brain', ['none'], ['yes'])],
    because: 'The brain is one of the major organs, and so is each organ that is named.',
  },
  {
    at: at('tumour', 'brain'),
    beside: [beside('tumour', 'visceralOrgans', ['no'], includes('brain'))],
    because: 'The brain is among the organs that are named.',
  },
  {
    at: at('tumour', 'diagnosedOn'),
    beside: [
      { ...at('therapies', 'startedOn'), clashes: liesBefore },
      { ...at('therapies', 'endedOn'), clashes: liesBefore },
    ],
    because: 'The therapy lies before the diagnosis.',
  },
  {
    at: at('tumour', 'chemotherapyBefore'),
    beside: [
      {
        ...at('therapies', 'kind'),
        clashes: (before, kind, { others }) => {
          const given = others('given')
          const wasGiven = given.length > 0 && given.every((one) => one === 'yes' || one === 'no')
          return before === 'no' && kind === 'chemotherapy' && wasGiven
        },
      },
    ],
    because: 'A line of it that was given is recorded.',
  },
  {
    at: at('symptoms', 'backPain'),
    beside: [beside('symptoms', 'painSites', ['absent'], includes('upper-back', 'lower-back'))],
    because: 'The back is among the places that hurt.',
  },
  {
    at: at('symptoms', 'gait'),
    beside: [beside('neurology', 'walking', ['absent'], ['non-ambulatory'])],
    because: 'Who does not walk has difficulty walking.',
  },
  {
    at: at('symptoms', 'sphincter'),
    beside: [
      beside('neurology', 'bladder', ['absent'], lostBladder),
      beside('neurology', 'bowel', ['absent'], lostBowel),
    ],
    because: 'The last examination found a change.',
  },
  {
    // REFERENCE 3.4.
    at: at('neurology', 'frankel'),
    beside: [
      ...limbsBelowFull('E'),
      beside('neurology', 'sensation', ['E'], weak),
      beside('neurology', 'saddle', ['E'], weak),
      beside('neurology', 'bladder', ['E'], lostBladder),
      beside('neurology', 'bowel', ['E'], lostBowel),
    ],
    because: 'Grade E is no weakness, sensory or sphincter disturbance.',
  },
  {
    // REFERENCE 3.3: an intact neurological level.
    at: at('neurology', 'ais'),
    beside: [
      ...limbsBelowFull('E'),
      beside('neurology', 'sensation', ['E'], weak),
      beside('neurology', 'saddle', ['E'], weak),
      beside('neurology', 'sensoryLevel', ['E'], otherThan('intact')),
    ],
    because: 'AIS E is normal power and sensation.',
  },
  {
    // REFERENCE 3.4.
    at: at('neurology', 'frankel'),
    beside: [
      beside('neurology', 'walking', ['A', 'B', 'C'], walks),
      beside('neurology', 'sensation', ['A'], ['normal']),
    ],
    because: 'Grade A is a complete motor and sensory loss, B has no motor power, C none of practical use.',
  },
  {
    // REFERENCE 3.3: A and B are not motor-incomplete.
    at: at('neurology', 'ais'),
    beside: [beside('neurology', 'walking', ['A', 'B'], walks)],
    because: 'AIS A and B have no motor function below the lesion.',
  },
  {
    at: at('neurology', 'sensation'),
    beside: [
      beside('neurology', 'sensoryLevel', ['normal'], otherThan('intact')),
      beside('neurology', 'saddle', ['normal'], weak),
    ],
    because: 'Normal sensation has no level.',
  },
  {
    // REFERENCE 3.5: flicker or no power goes with not walking.
    at: at('neurology', 'walking'),
    beside: [
      beside('neurology', 'powerRightLeg', ['independent'], below(2)),
      beside('neurology', 'powerLeftLeg', ['independent'], below(2)),
    ],
    needsAll: true,
    because: 'Power 0 or 1 is none, or a flicker.',
  },
  {
    at: at('lesions', 'involvement'),
    beside: [
      beside('lesions', 'lesion', ['none'], () => true),
      beside('lesions', 'posterolateral', ['none'], otherThan('none')),
      beside('lesions', 'escc', ['none'], otherThan('0')),
      beside('lesions', 'caudaEquina', ['none'], otherThan('none')),
      beside('lesions', 'epiduralSectors', ['none'], names),
      beside('lesions', 'paraspinal', ['none'], names),
      {
        ...at('masses', 'levels'),
        clashes: (mine, levels, { item }) => mine === 'none' && includes(item)(levels),
      },
    ],
    because: 'Tumour is recorded at the level. While it is stated to be clear, it is not scored and not counted.',
  },
  {
    // REFERENCE 1.4.3.
    at: at('lesions', 'collapsePercent'),
    beside: [{ ...at('lesions', 'collapse'), clashes: collapseDiffers }],
    because: 'The measured loss of height does not fit the collapse chosen by eye. SINS is read by the measurement.',
  },
  {
    // REFERENCE 4.3, both conversions.
    at: at('fitness', 'ecog'),
    beside: [
      {
        ...at('fitness', 'kps'),
        clashes: (ecog, kps) => {
          const found = ecogFromKps(Number(kps))
          return found !== null && ![found.common, ...found.alternative].includes(Number(ecog))
        },
      },
    ],
    because: 'No conversion in use gives this pair.',
  },
  {
    // REFERENCE 4.1: up to 2 ambulatory, 4 fully disabled.
    at: at('fitness', 'ecog'),
    beside: [
      beside('neurology', 'walking', ['0', '1', '2'], ['non-ambulatory']),
      beside('neurology', 'walking', ['4'], ['independent']),
    ],
    because: 'ECOG 0 to 2 walks, ECOG 4 is fully disabled.',
  },
  {
    at: at('fitness', 'supportiveOnly'),
    beside: [beside('fitness', 'toleratesSurgery', ['yes'], ['yes'])],
    because: 'Supportive care only means unfit for any active treatment.',
  },
  {
    at: at('goals', 'capacity'),
    beside: [beside('goals', 'decisionMaker', ['lacks'], ['patient'])],
    because: 'Who lacks capacity for this decision does not decide it alone.',
  },
]
