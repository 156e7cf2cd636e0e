import { z } from 'zod'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'
import { essentials, type WhyNeeded } from './readiness'
import type { Section } from './sections/section'
import { findSection, type SectionId, sections } from './sections/sections'

/**
 * How much the board needs an answer. `required`: the case is blocked without it. `conditional`: it can be discussed with the
 * gap in view. `off`: the board does not ask for it.
 */
export const needs = ['required', 'conditional', 'off'] as const
export type Need = (typeof needs)[number]

/** Who owes an answer: a role on the case or board, or the members of a specialty. */
export const gapOwners = ['presenter', 'coordinator', 'chair', ...specialties] as const
export type GapOwner = (typeof gapOwners)[number]

/** How a role that owes an answer is written. */
export const gapOwnerWords: Readonly<Record<GapOwner, string>> = {
  presenter: 'Presenter of the case',
  coordinator: 'Coordinator',
  chair: 'Chair',
  ...(Object.fromEntries(specialties.map((id) => [id, specialtyWords[id].word])) as Record<Specialty, string>),
}

/** One answer of the minimum dataset. `field` is '' for a section that needs at least one entry: a study, a level. */
export type DatasetEntry = {
  section: string
  field: string
  need: Need
  /** Older answers are a gap; in days, null for no limit. */
  freshDays: number | null
  /** The limit while a neurological feature is present, in days; null for the same limit. */
  freshDaysWithDeficit: number | null
  owedBy: GapOwner
}

/** What one board asks of a case. Version 0 is as shipped; each change of a chair is the next one. */
export type MinimumDataset = { version: number; leadDays: number; entries: readonly DatasetEntry[] }

/** An answer of the dataset with the words of its declaration. */
export type DatasetLine = DatasetEntry & { title: string; label: string; neededFor: string }

/** What a field is needed for that only the board's chair has asked for. */
const neededByBoard = 'the minimum dataset of this board'

/** Where an entry stands: `section.field`, or the section alone. */
export const entryKey = ({ section, field }: Pick<DatasetEntry, 'section' | 'field'>): string =>
  field === '' ? section : `${section}.${field}`

/** Without these nobody can say what is to be decided: a case that lacks one is blocked, as shipped. */
const requiredAsShipped: ReadonlySet<string> = new Set([
  'imaging',
  'lesions',
  'tumour.primary',
  'neurology.walking',
  'fitness.ecog',
])

const ownersAsShipped: ReadonlyMap<string, GapOwner> = new Map([
  ['lesions', 'radiology'],
  ['imaging', 'radiology'],
  ['stability', 'spine-surgery'],
])

/**
 * Limits that differ from the section's own (REFERENCE 0.2.6): the newest whole-spine MRI, 14 days and 7 with a neurological
 * feature (PATHWAY PW-IMG-08); the conversation about goals, 90 days and 14 in cord compression (PW-GOC-02).
 */
const limitsAsShipped: ReadonlyMap<string, Pick<DatasetEntry, 'freshDays' | 'freshDaysWithDeficit'>> = new Map([
  ['imaging', { freshDays: 14, freshDaysWithDeficit: 7 }],
  ['imaging.doneOn', { freshDays: null, freshDaysWithDeficit: null }],
  ['imaging.modality', { freshDays: null, freshDaysWithDeficit: null }],
  ['goals.spokenOn', { freshDays: 90, freshDaysWithDeficit: 14 }],
])

function entryAsShipped(section: SectionId, field: string, isNeeded: boolean): DatasetEntry {
  const key = entryKey({ section, field })
  const declared: Section = sections[section]
  const limits = limitsAsShipped.get(key) ?? { freshDays: declared.freshDays ?? null, freshDaysWithDeficit: null }
  const asked = requiredAsShipped.has(key) ? 'required' : 'conditional'
  // Pain at a level is what the patient says, not the scan.
  const owedBy = key === 'lesions.pain' ? 'presenter' : (ownersAsShipped.get(section) ?? 'presenter')
  return { section, field, need: isNeeded ? asked : 'off', ...limits, owedBy }
}

/**
 * Sections of which no board asks: visits come after it, what stands under care is asked by the rules of the pathway, and further
 * scores by whoever wants to read one.
 */
const isForTheBoard = (id: SectionId): boolean => {
  const { outsideForm }: Section = sections[id]
  return !outsideForm && id !== 'care'
}

/** Every answer that a board can ask for, in the order of the form; as shipped, those are needed that say what for. */
const entriesAsShipped: readonly DatasetEntry[] = (Object.keys(sections) as SectionId[])
  .filter(isForTheBoard)
  .flatMap((section) => {
    const fields: Section['fields'] = sections[section].fields
    const whole = essentials.some((one) => one.section === section) ? [entryAsShipped(section, '', true)] : []
    const single = Object.entries(fields)
      .filter(([, { askedElsewhere }]) => !askedElsewhere)
      .map(([field, { neededFor }]) => entryAsShipped(section, field, neededFor !== undefined))
    return [...whole, ...single]
  })

/** The dataset of a board whose chair has set none. The lead is a rule of the product, not published. */
export const datasetAsShipped: MinimumDataset = { version: 0, leadDays: 2, entries: entriesAsShipped }

/** A board's own entries laid over those as shipped: a field that is new in the code counts as shipped until a chair decides. */
export function withShipped(own: MinimumDataset): MinimumDataset {
  const chosen = new Map(own.entries.map((entry) => [entryKey(entry), entry]))
  const known = entriesAsShipped.map((entry) => chosen.get(entryKey(entry)) ?? entry)
  const unknown = own.entries.filter((entry) => !entriesAsShipped.some((one) => entryKey(one) === entryKey(entry)))
  return { ...own, entries: [...known, ...unknown] }
}

/** Whether a board requires the answer at a place: a case that lacks it is blocked. */
export const requires = (
  { entries }: MinimumDataset,
  { section, field }: { section: string; field: string },
): boolean => entries.some((entry) => entry.need === 'required' && entry.section === section && entry.field === field)

/** The words of an entry; null when the code no longer knows its field. */
export function lineOf(entry: DatasetEntry): DatasetLine | null {
  const section = findSection(entry.section)
  if (!section) return null
  if (entry.field === '') {
    const essential = essentials.find((one) => one.section === entry.section)
    return essential ? { ...entry, title: section.title, label: essential.label, neededFor: essential.neededFor } : null
  }
  const field = Object.hasOwn(section.fields, entry.field) ? section.fields[entry.field] : undefined
  if (!field) return null
  const { label, neededFor = neededByBoard } = field
  return { ...entry, title: section.title, label, neededFor }
}

/** What a version of a board's dataset asks for, by the keys of its entries: what a signed record keeps of it. */
export type AskedOf = { version: number; keys: string[] }

export const askedBy = ({ version, entries }: MinimumDataset): AskedOf => ({
  version,
  keys: entries.filter(({ need }) => need !== 'off').map(entryKey),
})

/** What each answer is needed for under a dataset. */
export const whyNeededBy = (dataset: MinimumDataset): WhyNeeded => whyNeededAmong(askedBy(dataset))

/** The same of what was kept of a dataset. */
export function whyNeededAmong({ keys }: AskedOf): WhyNeeded {
  const asked = new Set(keys)
  return (section, field, declared) =>
    asked.has(entryKey({ section, field })) ? (declared ?? neededByBoard) : undefined
}

/** How a need is written. */
export const needWords: Readonly<Record<Need, string>> = {
  required: 'Required',
  conditional: 'Conditional',
  off: 'Not asked',
}

const limitWords = ({ freshDays, freshDaysWithDeficit }: DatasetEntry): string =>
  [freshDays, freshDaysWithDeficit].map((limit) => (limit === null ? 'no limit' : `${limit} d`)).join(', ')

/** The name of an entry for a list: its label, or its key when the code no longer knows it. */
export const entryName = (entry: DatasetEntry): string => {
  const line = lineOf(entry)
  return line ? `${line.title}, ${line.label}` : entryKey(entry)
}

type Comparable = Pick<MinimumDataset, 'leadDays' | 'entries'>

/** What differs from one version to the next, a line each; empty when nothing does. */
export function datasetChanges(before: Comparable, after: Comparable): string[] {
  const old = new Map(withShipped({ version: 0, ...before }).entries.map((entry) => [entryKey(entry), entry]))
  const lead =
    before.leadDays === after.leadDays
      ? []
      : [`Answers owed ${before.leadDays} d → ${after.leadDays} d before the meeting`]
  const changed = withShipped({ version: 0, ...after }).entries.flatMap((entry) => {
    const was = old.get(entryKey(entry))
    if (!was) return [`${entryName(entry)}: added`]
    const parts = [
      was.need === entry.need ? '' : `${needWords[was.need].toLowerCase()} → ${needWords[entry.need].toLowerCase()}`,
      limitWords(was) === limitWords(entry) ? '' : `fresh for ${limitWords(was)} → ${limitWords(entry)}`,
      was.owedBy === entry.owedBy ? '' : `owed by ${gapOwnerWords[was.owedBy]} → ${gapOwnerWords[entry.owedBy]}`,
    ].filter(Boolean)
    return parts.length === 0 ? [] : [`${entryName(entry)}: ${parts.join('; ')}`]
  })
  return [...lead, ...changed]
}

const days = (what: string) =>
  z
    .int({ error: `${what}: write whole days, or leave it empty.` })
    .min(1, `${what}: at least 1 day.`)
    .max(730, `${what}: at most 730 days.`)
    .nullable()

const datasetEntry = z.strictObject({
  section: z.string().max(40),
  field: z.string().max(60),
  need: z.enum(needs, { error: 'Choose required, conditional or not asked.' }),
  freshDays: days('Fresh for'),
  freshDaysWithDeficit: days('Fresh for, with a neurological feature'),
  owedBy: z.enum(gapOwners, { error: 'Choose who owes the answer.' }),
})

export const setDatasetInput = z.strictObject({
  boardId: z.uuid(),
  /** The version that the chair saw: what the lock compares. */
  version: z.int().nonnegative(),
  leadDays: z
    .int({ error: 'Write the lead in whole days.' })
    .min(0, 'The lead is 0 days or more.')
    .max(30, 'The lead is at most 30 days.'),
  entries: z.array(datasetEntry).min(1).max(400),
  because: z
    .string()
    .trim()
    .min(1, 'Write why the dataset changes.')
    .max(500, 'The reason can have at most 500 characters.'),
})
export type SetDataset = z.infer<typeof setDatasetInput>
