import { nameOf } from '@/lib/cases/case-file'
import { abbreviationsIn } from '@/lib/clinical/abbreviations'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import { type Modality, modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { type NamedAlternative, standingWords } from '@/lib/deliberation/model/alternatives'
import { rankInWords } from '@/lib/deliberation/model/rank-in-words'
import { codeOf } from '@/lib/deliberation/model/signature'
import type { DecisionSnapshot, SignedSnapshot, SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { ageOn, dayAt, showLongDay, showTime } from '@/lib/foundation/time'
import { listWords, showIdentifier } from '@/lib/foundation/words'
import { conflictWords } from '@/lib/meetings/model/conflict'
import { specialties, specialtyWords } from '@/lib/people/model'
import {
  alteredWords,
  draftWords,
  groupedCode,
  type Letter,
  type LetterAnswer,
  type LetterRow,
  noAddresseeWords,
  notShownWords,
  supersededWords,
} from './letter'
import { goalsRows, needsRows, sequenceRows } from './letter-decided'
import { letterDissent } from './letter-dissent'
import { letterFacts, letterFurther, letterGaps, letterReadings } from './letter-facts'
import { letterKeyFacts } from './letter-key-facts'
import { letterStops } from './letter-stops'

/** What a letter is written from: a signed version with what tells whether it is in force and whole, or a draft. */
export type PrintedRecord =
  | { state: 'signed'; snapshot: SignedSnapshot; sha256: string; intact: boolean }
  | { state: 'superseded'; snapshot: SignedSnapshot; sha256: string; intact: boolean; newer: number | null }
  | { state: 'draft'; snapshot: DecisionSnapshot; draftedBy: string; draftedAt: string }

/** To whom a letter goes, as recorded today: an address is no part of what was signed. Undefined when not known. */
export type Addressee = { doctor: string | undefined; hospital: string | undefined }

/** Who prints, the instant, to whom it goes, and the address where anyone checks its code. */
type Printing = { by: string; at: string; to: Addressee; verifyAt: string }

const notWritten = 'Not written yet'
const withheldWords = 'Withheld from who printed this: for the treating team only.'

const sexInLetter = { female: 'Female', male: 'Male', other: 'Sex: other', 'not-known': 'Sex not known' } as const

const longInstant = (instant: string, timeZone: string): string =>
  `${showLongDay(dayAt(instant, timeZone))} ${showTime(instant, timeZone)}`

const identityOf = ({ case: file, today }: DecisionSnapshot): Letter['identity'] => {
  const { bornOn, sex, identifier, identifierIssuer } = file.patient
  const age = bornOn === null ? undefined : ageOn(bornOn, today)
  return {
    name: nameOf(file.patient),
    born: bornOn === null ? 'Birth date not known' : `Born ${showLongDay(bornOn)}${age ? ` (${age})` : ''}`,
    sex: sexInLetter[sex],
    identifier: identifier === null ? 'Identifier not recorded' : showIdentifier(identifier, identifierIssuer ?? ''),
  }
}

const discussedOn = ({ meeting, board }: DecisionSnapshot): string =>
  showLongDay(dayAt(meeting.startsAt, board.timeZone))

/** Who was discussed and when, and what the paper brings. */
const openingOf = ({ state, snapshot }: PrintedRecord): string => {
  const { familyName, givenName, title, suffix } = snapshot.case.patient
  const patient = [title, givenName, familyName, suffix].filter(Boolean).join(' ')
  const brings =
    state === 'draft' ? 'This is a draft of its recommendation; nobody has signed it.' : 'This is what it recommends.'
  const rank = state === 'draft' ? null : rankInWords(snapshot)
  return [`The spine board discussed ${patient} on ${discussedOn(snapshot)}. ${brings}`, rank].filter(Boolean).join(' ')
}

const addresseeOf = ({ doctor, hospital }: Addressee): string =>
  [doctor ?? noAddresseeWords, hospital].filter(Boolean).join(', ')

const carriedRows = ({ owner, dueOn }: SnapshotRecommendation): LetterRow[] => [
  { label: 'Owner', value: owner ?? 'Not recorded' },
  { label: 'Due', value: dueOn ? showLongDay(dueOn) : 'Not recorded' },
]

/** A plan frozen in a shape that this version of Spineboard does not know is named as missing: dose and fractions never vanish. */
const planRows = (snapshot: DecisionSnapshot, optionId: string | null): LetterRow[] => {
  if (optionId === null) return []
  const option = snapshot.options.find((each) => each.optionId === optionId)
  const plan = planOptionSchema.safeParse(option?.plan)
  return plan.success ? describeOption(plan.data).rows : [{ label: 'Details of the plan', value: notShownWords }]
}

const answerOf = (snapshot: DecisionSnapshot, said: SnapshotRecommendation): LetterAnswer => {
  switch (said.outcome) {
    case 'recommended': {
      const order: LetterRow[] = said.detail ? [{ label: 'Sequence, aim, urgency', value: said.detail }] : []
      return {
        heading: said.title ?? 'Option not recorded',
        rows: [...order, ...planRows(snapshot, said.optionId), ...carriedRows(said)],
      }
    }
    case 'none':
      return { heading: 'None', rows: [{ label: 'Because', value: said.because || notWritten }] }
    case 'deferred':
      return {
        heading: 'Deferred',
        rows: [{ label: 'Missing', value: said.missing || notWritten }, ...carriedRows(said)],
      }
  }
}

/** An option that the board did not put first, how it sees it, and why. */
const alternativeRow = ({ title, standing, because }: NamedAlternative): LetterRow => ({
  label: title,
  value: because === null ? standingWords[standing] : `${standingWords[standing]}: ${because}`,
})

const answersOf = (snapshot: DecisionSnapshot, modality: Modality): LetterAnswer[] => {
  const said = snapshot.conclusion.recommendations.filter((one) => one.modality === modality)
  const answers = said.length === 0 ? [{ heading: notWritten, rows: [] }] : said.map((one) => answerOf(snapshot, one))
  const others = (snapshot.conclusion.alternatives ?? []).filter((one) => one.modality === modality)
  return others.length === 0 ? answers : [...answers, { heading: 'Other options', rows: others.map(alternativeRow) }]
}

/** Who took no part in the case, and why. */
const recusedRows = ({ conflicts = [] }: DecisionSnapshot): LetterRow[] => {
  const standing = conflicts.filter(({ withdrawn }) => withdrawn === null)
  return standing.map((conflict) => ({ label: 'Recused', value: conflictWords(conflict) }))
}

const attendedRows = ({ attendance }: DecisionSnapshot): LetterRow[] => {
  const named = (people: DecisionSnapshot['attendance']) => listWords([...new Set(people.map(({ name }) => name))])
  const rows = specialties.map((specialty) => ({
    label: specialtyWords[specialty].word,
    value: named(attendance.filter((person) => person.specialty === specialty)) || 'Nobody recorded',
  }))
  const others = attendance.filter(({ specialty }) => specialty === null)
  return others.length === 0 ? rows : [...rows, { label: 'Others', value: named(others) }]
}

/** Only a chair can sign, so whoever signed was the chair. */
const signatureOf = (record: PrintedRecord, verifyAt: string): LetterRow[] => {
  const { board, version, changeReason } = record.snapshot
  const changed: LetterRow[] = changeReason ? [{ label: 'Changed because', value: changeReason }] : []
  if (record.state === 'draft') {
    const saved = `saved ${longInstant(record.draftedAt, board.timeZone)} by ${record.draftedBy}`
    return [
      { label: 'Signed by', value: 'Nobody yet' },
      { label: 'Draft', value: `of version ${version}, ${saved}` },
      ...changed,
    ]
  }
  const { signedBy, signedAt, signature } = record.snapshot
  return [
    { label: 'Signed by', value: signedBy.name },
    { label: 'Role', value: `Chair, ${board.name}` },
    { label: 'Signed at', value: `${longInstant(signedAt, board.timeZone)} (${board.timeZone})` },
    { label: 'Version', value: String(version) },
    ...changed,
    ...(signature ? [{ label: 'Meaning', value: signature.meaning }] : []),
    { label: 'Record SHA-256', value: groupedCode(record.sha256) },
    { label: 'Code', value: `${codeOf(record.sha256)}, to be checked by anyone at ${verifyAt}` },
  ]
}

const markOf = (record: PrintedRecord): string | null => {
  if (record.state === 'draft') return draftWords
  if (!record.intact) return alteredWords
  return record.state === 'superseded' ? supersededWords(record.newer) : null
}

/** The readings, and under them what their short names and those of the letter stand for (DESIGN D10). */
const withLegend = (rows: LetterRow[]): LetterRow[] => {
  const legend = abbreviationsIn(rows.flatMap(({ label, value }) => [label, value]).join(' '))
  const words = legend.map(({ short, words }) => `${short}: ${words}`).join('; ')
  return words === '' ? rows : [...rows, { label: 'Abbreviations', value: words }]
}

/** How much the board needed and did not have, in one sentence. */
const incompleteOf = (gaps: readonly string[]): string => {
  if (gaps.length === 0) return 'Nothing that the board needs was missing.'
  const many = gaps.length === 1 ? '1 fact that the board needs was' : `${gaps.length} facts that the board needs were`
  return `${many} not known; the list stands in the annex.`
}

/** The letter of a record: of a signed one from its frozen snapshot, so that it says what was signed whatever became of the case. */
export const writeLetter = (record: PrintedRecord, printing: Printing): Letter => {
  const { snapshot } = record
  const { board, conclusion } = snapshot
  const missing = letterGaps(snapshot.case, snapshot.asked)
  return {
    mark: markOf(record),
    board: board.name,
    caseCode: snapshot.case.code,
    identity: identityOf(snapshot),
    addressee: addresseeOf(printing.to),
    salutation: `Dear ${printing.to.doctor ?? 'colleague'},`,
    title: `Recommendation of the spine board, ${discussedOn(snapshot)}`,
    opening: openingOf(record),
    question: snapshot.case.question,
    keyFacts: letterKeyFacts(snapshot.case, snapshot.readings, board.timeZone),
    recommendations: modalities.map((modality) => ({
      modality: modalityFacts[modality].title,
      answers: answersOf(snapshot, modality),
    })),
    sequence: sequenceRows(conclusion),
    needs: needsRows(conclusion),
    rationale: conclusion.rationale || notWritten,
    goals: conclusion.goalsConsidered === null ? withheldWords : conclusion.goalsConsidered || notWritten,
    goalsOneByOne: goalsRows(conclusion),
    dissent: letterDissent(snapshot),
    stops: letterStops(snapshot),
    incomplete: incompleteOf(missing),
    signature: signatureOf(record, printing.verifyAt),
    missing,
    readings: withLegend([
      ...letterReadings(snapshot.case, snapshot.readings, board.timeZone),
      ...letterFurther(snapshot.furtherReadings),
    ]),
    facts: letterFacts(snapshot.case, board.timeZone),
    attended: [...attendedRows(snapshot), ...recusedRows(snapshot)],
    printed: `Printed ${longInstant(printing.at, board.timeZone)} by ${printing.by}`,
  }
}
