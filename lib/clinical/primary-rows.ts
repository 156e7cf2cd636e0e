import type {
  BauerPrimary,
  KatagiriGrowth,
  Mapped,
  PrimaryGroup,
  PrimaryModifiers,
  RadesPrimary,
  Radiosensitivity,
  TokuhashiOriginalPrimary,
  TokuhashiPrimary,
  TomitaGrowth,
  VanDerLindenPrimary,
} from './primary-kinds'

/** Growth that depends on treatment. */
type GrowthByModifier = {
  readonly modifier: keyof PrimaryModifiers
  readonly favourable: KatagiriGrowth
  readonly otherwise: KatagiriGrowth
  readonly why: string
}

/** One row of the table of REFERENCE 6. */
export type PrimaryRow = {
  readonly id: string
  readonly group: PrimaryGroup
  readonly label: string
  readonly tokuhashiRevised: Mapped<TokuhashiPrimary>
  readonly tokuhashiOriginal: Mapped<TokuhashiOriginalPrimary>
  readonly tomita: Mapped<TomitaGrowth>
  readonly bauerModified: Mapped<BauerPrimary>
  readonly katagiri: Mapped<KatagiriGrowth> | GrowthByModifier
  readonly vanDerLinden: Mapped<VanDerLindenPrimary>
  readonly rades: Mapped<RadesPrimary>
  readonly radiosensitivity: { readonly noms: Mapped<Radiosensitivity>; readonly sc24: Mapped<Radiosensitivity> }
}

const named = <const V extends string>(value: V) => ({ how: 'named', value }) as const
const other = <const V extends string>(value: V) => ({ how: 'others-rule', value }) as const
const unconfirmed = <const V extends string>(value: V) => ({ how: 'named', value, unconfirmed: true }) as const
const pick = <const V extends string>(why: string, ...oneOf: V[]) => ({ how: 'must-choose', oneOf, why }) as const

const notNamed = 'The source does not name this tumour.'
const anyGrowth = pick(notNamed, 'slow', 'moderate', 'rapid')
const needsHistology = 'Needs the histology.'
const anyRadiosensitivity = pick(notNamed, 'very-sensitive', 'sensitive', 'resistant')
const eitherInSc24 = pick(
  'The trial names gastrointestinal tumours without saying whether this is one.',
  'sensitive',
  'resistant',
)

const tokuhashi = {
  worst: named('worst'),
  poor: named('poor'),
  others: other('others'),
  kidneyUterus: named('kidney-uterus'),
  rectum: named('rectum'),
  best: named('best'),
}
/** The table of 1990, in the same words. */
const original = { worst: named('worst'), middle: named('middle'), best: named('best') }
const bauer = { favourable: named('favourable'), other: named('other'), lung: named('lung') }
const growth = { slow: named('slow'), moderate: named('moderate'), rapid: named('rapid') }

/** Both lists of radiosensitivity. SC.24 names only its resistant tumours; all others count as sensitive there. */
const radio = {
  verySensitive: { noms: named('very-sensitive'), sc24: other('sensitive') },
  sensitive: { noms: unconfirmed('sensitive'), sc24: other('sensitive') },
  resistantInBoth: { noms: unconfirmed('resistant'), sc24: named('resistant') },
  resistantInNoms: { noms: unconfirmed('resistant'), sc24: other('sensitive') },
  resistantOrUnclear: { noms: unconfirmed('resistant'), sc24: eitherInSc24 },
  notListed: { noms: anyRadiosensitivity, sc24: other('sensitive') },
  open: {
    noms: pick(needsHistology, 'very-sensitive', 'sensitive', 'resistant', 'unknown-histology'),
    sc24: pick(needsHistology, 'sensitive', 'resistant', 'unknown-histology'),
  },
} as const

const byHormone: GrowthByModifier = {
  modifier: 'hormoneDependent',
  favourable: 'slow',
  otherwise: 'moderate',
  why: 'Depends on whether endocrine treatment still works.',
}
const byTarget: GrowthByModifier = {
  modifier: 'targetedDrugActive',
  favourable: 'moderate',
  otherwise: 'rapid',
  why: 'Depends on whether an effective targeted drug is given or planned.',
}

/** What a tumour is to the scores that name only a few: one of the others. */
const unnamed: Pick<PrimaryRow, 'tokuhashiOriginal' | 'vanDerLinden' | 'rades'> = {
  tokuhashiOriginal: other('others'),
  vanDerLinden: other('other'),
  rades: other('other'),
}

function row<const Id extends string>(
  id: Id,
  group: PrimaryGroup,
  label: string,
  mapped: Omit<PrimaryRow, 'id' | 'group' | 'label' | keyof typeof unnamed> & Partial<typeof unnamed>,
): PrimaryRow & { readonly id: Id } {
  return { id, group, label, ...unnamed, ...mapped }
}

/** A tumour that only differs from "not lung, not favourable, unnamed growth" where said. */
function otherRow<const Id extends string>(id: Id, group: PrimaryGroup, label: string, mapped: Partial<PrimaryRow>) {
  const usual = {
    tokuhashiRevised: tokuhashi.others,
    tomita: anyGrowth,
    bauerModified: bauer.other,
    katagiri: growth.rapid,
    radiosensitivity: radio.resistantInBoth,
  }
  return row(id, group, label, { ...usual, ...mapped })
}

const lung = {
  tokuhashiRevised: tokuhashi.worst,
  tokuhashiOriginal: original.worst,
  tomita: growth.rapid,
  bauerModified: bauer.lung,
  vanDerLinden: named('lung'),
  rades: named('lung'),
}

/** The table of REFERENCE 6, with rows for what is only known by its group. */
export const primaryRows = [
  row('breast', 'breast', 'Breast', {
    tokuhashiOriginal: original.best,
    vanDerLinden: named('breast'),
    rades: named('breast'),
    tokuhashiRevised: tokuhashi.best,
    tomita: growth.slow,
    bauerModified: bauer.favourable,
    katagiri: byHormone,
    radiosensitivity: radio.sensitive,
  }),
  row('lung-non-small-cell', 'lung', 'Lung, non-small-cell', {
    ...lung,
    katagiri: byTarget,
    radiosensitivity: radio.resistantInNoms,
  }),
  row('lung-small-cell', 'lung', 'Lung, small-cell', {
    ...lung,
    katagiri: growth.rapid,
    radiosensitivity: radio.verySensitive,
  }),
  row('lung-unspecified', 'lung', 'Lung, cell type not known', {
    ...lung,
    katagiri: byTarget,
    radiosensitivity: {
      noms: pick('Depends on the cell type.', 'very-sensitive', 'resistant'),
      sc24: other('sensitive'),
    },
  }),
  otherRow('prostate', 'prostate', 'Prostate', {
    tokuhashiOriginal: original.best,
    vanDerLinden: named('prostate'),
    rades: named('prostate'),
    tokuhashiRevised: tokuhashi.best,
    tomita: growth.slow,
    katagiri: byHormone,
    radiosensitivity: radio.sensitive,
  }),
  row('kidney', 'kidney', 'Kidney', {
    tokuhashiOriginal: original.middle,
    tokuhashiRevised: tokuhashi.kidneyUterus,
    tomita: growth.moderate,
    bauerModified: bauer.favourable,
    katagiri: growth.moderate,
    radiosensitivity: radio.resistantInBoth,
  }),
  otherRow('thyroid', 'thyroid', 'Thyroid', {
    tokuhashiOriginal: original.best,
    tokuhashiRevised: tokuhashi.best,
    tomita: growth.slow,
    katagiri: growth.slow,
    radiosensitivity: radio.resistantInNoms,
  }),
  otherRow('myeloma', 'myeloma', 'Myeloma', {
    rades: named('myeloma-lymphoma'),
    bauerModified: bauer.favourable,
    katagiri: growth.slow,
    radiosensitivity: radio.verySensitive,
  }),
  otherRow('lymphoma', 'lymphoma', 'Lymphoma', {
    rades: named('myeloma-lymphoma'),
    bauerModified: bauer.favourable,
    katagiri: growth.slow,
    radiosensitivity: radio.verySensitive,
  }),
  otherRow('melanoma', 'melanoma', 'Melanoma', {}),
  otherRow('colon', 'colorectal', 'Colon', { tomita: growth.rapid }),
  otherRow('rectum', 'colorectal', 'Rectum', { tokuhashiOriginal: original.best, tokuhashiRevised: tokuhashi.rectum }),
  otherRow('colorectal-unspecified', 'colorectal', 'Colorectal, site not known', {
    tokuhashiOriginal: pick('Colon and rectum count differently.', 'others', 'best'),
    tokuhashiRevised: pick('Colon and rectum count differently.', 'others', 'rectum'),
  }),
  otherRow('liver', 'liver', 'Liver (hepatocellular)', {
    tokuhashiOriginal: original.middle,
    tokuhashiRevised: tokuhashi.poor,
    tomita: growth.rapid,
    radiosensitivity: radio.resistantOrUnclear,
  }),
  otherRow('stomach', 'other', 'Stomach', {
    tokuhashiOriginal: original.worst,
    tokuhashiRevised: tokuhashi.worst,
    tomita: growth.rapid,
  }),
  otherRow('oesophagus', 'other', 'Oesophagus', { tokuhashiRevised: tokuhashi.worst }),
  otherRow('pancreas', 'other', 'Pancreas', {
    tokuhashiRevised: tokuhashi.worst,
    radiosensitivity: radio.resistantOrUnclear,
  }),
  otherRow('biliary', 'other', 'Gallbladder or bile duct', {
    tokuhashiRevised: tokuhashi.poor,
    katagiri: unconfirmed('rapid'),
    radiosensitivity: radio.resistantOrUnclear,
  }),
  otherRow('bladder', 'other', 'Bladder or urothelial', {
    tokuhashiRevised: tokuhashi.worst,
    katagiri: unconfirmed('rapid'),
    radiosensitivity: radio.resistantInNoms,
  }),
  otherRow('osteosarcoma', 'other', 'Osteosarcoma', { tokuhashiRevised: tokuhashi.worst, katagiri: growth.moderate }),
  otherRow('sarcoma', 'other', 'Sarcoma, not osteosarcoma', { katagiri: growth.moderate }),
  otherRow('uterus', 'other', 'Uterus or endometrium', {
    tokuhashiOriginal: original.middle,
    tokuhashiRevised: tokuhashi.kidneyUterus,
    tomita: growth.moderate,
    katagiri: unconfirmed('moderate'),
    radiosensitivity: radio.notListed,
  }),
  otherRow('ovary', 'other', 'Ovary', { katagiri: unconfirmed('moderate'), radiosensitivity: radio.sensitive }),
  otherRow('cervix', 'other', 'Cervix', {
    tokuhashiOriginal: pick('Uterus or others; 1 point either way.', 'middle', 'others'),
    tokuhashiRevised: pick('Uterus (3 points) or others (2 points).', 'kidney-uterus', 'others'),
    katagiri: unconfirmed('rapid'),
    radiosensitivity: radio.notListed,
  }),
  otherRow('head-and-neck', 'other', 'Head and neck', { radiosensitivity: radio.notListed }),
  otherRow('neuroendocrine', 'other', 'Carcinoid or neuroendocrine', {
    tokuhashiRevised: tokuhashi.best,
    katagiri: anyGrowth,
    radiosensitivity: radio.sensitive,
  }),
  otherRow('germ-cell', 'other', 'Seminoma or germ cell', {
    katagiri: anyGrowth,
    radiosensitivity: radio.verySensitive,
  }),
  otherRow('not-listed', 'other', 'Another tumour', { katagiri: anyGrowth, radiosensitivity: radio.notListed }),
  otherRow('unknown', 'unknown', 'Unknown primary', {
    tokuhashiOriginal: original.middle,
    tokuhashiRevised: tokuhashi.poor,
    tomita: growth.rapid,
    bauerModified: pick('Counts as not lung only when lung has been ruled out.', 'lung', 'other'),
    radiosensitivity: radio.open,
  }),
] as const
