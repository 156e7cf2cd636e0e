import type { PatientInput } from '@/lib/cases/model'
import { findSection } from '@/lib/cases/sections/sections'
import { addDays, type Day, daysBetween } from '@/lib/foundation/time'
import type { Stage } from './demo-board'
import { conclude, present, propose, vote } from './discuss'
import { carry, visit } from './follow'
import type { Story } from './hold-meeting'
import type { PublishedReport } from './published/report'
import type { Answer, Ballots, Conclusion, Findings, Options, Part, Told } from './story'
import { handIn, openCase, tell } from './tell-case'

/** The day on which the fixtures of the published cases are written to have come. */
const presentedOn: Day = '2026-11-23'

const movedDay = (written: string, days: number): string => {
  if (written.length === 4) return written
  return written.length === 7 ? addDays(`${written}-15`, days).slice(0, 7) : addDays(written, days)
}

type Fields = Readonly<Record<string, unknown>>

const movedFields = (section: string, fields: Fields, days: number): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const kind = findSection(section)?.fields[name]?.kind
      const isDay = kind === 'day' || kind === 'moment'
      return [name, isDay && typeof value === 'string' ? movedDay(value, days) : value]
    }),
  )

/** What is told, with all its days that far from where they were written. */
function moved(told: Told, days: number): Told {
  const groups = Object.entries(told).map(([section, group]) => {
    if (Array.isArray(group)) return [section, group.map((fields) => movedFields(section, fields, days))]
    if (findSection(section)?.repeats !== 'vertebra') return [section, movedFields(section, group as Fields, days)]
    const levels = Object.entries(group as Readonly<Record<string, Fields>>)
    return [section, Object.fromEntries(levels.map(([level, fields]) => [level, movedFields(section, fields, days)]))]
  })
  return Object.fromEntries(groups)
}

/** What a board knows beyond a report replaces or joins what the report says in the same group. */
const joined = (told: Told, more: Told): Told =>
  Object.fromEntries(
    Object.entries({ ...told, ...more }).map(([section, group]) => {
      const before = told[section as keyof Told]
      return [section, Array.isArray(group) || !before ? group : { ...before, ...group }]
    }),
  )

/** A patient of the demo whose medicine is that of a published case; name, days and what stands in `more` are invented. */
export type ReportedPatient = {
  report: PublishedReport
  patient: PatientInput
  /** The written day on which the case was opened. */
  openedOn: Day
  by: 'oncologist' | 'presenter'
  question?: string
  more?: Told
}

/** Opens the case of a patient and tells what is known; returns its id. */
export async function tellReport(stage: Stage, told: ReportedPatient): Promise<string> {
  const { report, patient, openedOn, by, question = report.question, more = {} } = told
  const { at, on } = stage.time
  const caseId = await openCase(stage, at(openedOn, '09:20'), by, { patient, question })
  const asOpened = on(openedOn)
  const reported = moved(report.told, daysBetween(presentedOn, asOpened))
  const known = joined(reported, moved(more, daysBetween(openedOn, asOpened)))
  await tell(stage, caseId, { at: at(openedOn, '09:50'), by, refersOn: asOpened }, known)
  return caseId
}

/** What a board made of a case on a written day, in minutes after the start of its meeting at 14:00. */
export type Discussed = {
  heldOn: Day
  from: number
  options: Options
  /** Stances that differ from support. */
  but?: { readonly [part in Part]?: Readonly<Record<string, Answer>> }
  conclusion: Conclusion
}

const voting = ['surgeon', 'radiationOncologist', 'oncologist', 'palliative'] as const

const ballotsOf = ({ options, but = {} }: Discussed): Ballots =>
  Object.fromEntries(
    voting.map((part) => {
      const usual = Object.fromEntries(Object.keys(options).map((name) => [name, 'support' as const]))
      return [part, { ...usual, ...but[part] }]
    }),
  )

type Followed = {
  carried?: readonly { on: Day; by: Part; task: string; notDone?: string }[]
  visits?: readonly { on: Day; by: Part; findings: Findings }[]
}

/** The whole way of a reported patient: told, handed in, discussed where the board came to it, and followed. */
export const storyOf = (
  told: ReportedPatient & { handedInOn: Day },
  discussed: Discussed | null = null,
  { carried = [], visits = [] }: Followed = {},
): Story => ({
  minutes: 10,
  prepare: async (stage) => {
    const caseId = await tellReport(stage, told)
    await handIn(stage, caseId, stage.time.at(told.handedInOn, '16:30'), told.by)
    return caseId
  },
  ...(discussed && { discuss: (stage: Stage, itemId: string) => discuss(stage, itemId, told.patient, discussed) }),
  afterwards: async ({ time, ...stage }, caseId) => {
    for (const { on, by, task, notDone } of carried) {
      const closing = notDone
        ? { closing: 'not-done' as const, reason: 'patients-wish' as const, text: notDone }
        : { closing: 'done' as const }
      await carry({ time, ...stage }, caseId, { at: time.at(on, '17:00'), by, task }, { ...closing, on: time.on(on) })
    }
    for (const { on, by, findings } of visits) {
      await visit({ time, ...stage }, caseId, { at: time.at(on, '11:00'), by, seenOn: time.on(on) }, findings)
    }
  },
})

async function discuss(stage: Stage, itemId: string, { bornOn }: PatientInput, discussed: Discussed) {
  const { heldOn, from, options, conclusion } = discussed
  const { on, at } = stage.time
  const minute = (after: number) => at(heldOn, `14:${String(from + after).padStart(2, '0')}`)
  await present(stage, itemId, minute(0))
  const proposed = await propose(stage, itemId, minute(1), options)
  const ballots = ballotsOf(discussed)
  await vote(stage, itemId, minute(2), proposed, ballots)
  await conclude(stage, itemId, { at: minute(8), heldOn: on(heldOn), bornOn, ballots }, proposed, conclusion)
}
