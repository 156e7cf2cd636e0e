import { knownText } from '@/lib/cases/case-file'
import { describeOption } from '@/lib/clinical/catalogue/describe-option'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { SignedSnapshot, SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { ageOn, dayAt, showLongDay, showTime } from '@/lib/foundation/time'
import { listWords, showIdentifier, showName } from '@/lib/foundation/words'
import { specialties, specialtyWords } from '@/lib/people/model'
import { alteredWords, type Letter, type LetterAnswer, type LetterRow, shortCode, supersededWords } from './letter'
import { letterFacts, letterGaps, letterReadings } from './letter-facts'

/** A signed version with what tells whether it is in force and whole. */
export type PrintedRecord = {
  state: 'signed' | 'superseded'
  snapshot: SignedSnapshot
  sha256: string
  intact: boolean
}

/** Who prints, and the instant. */
export type Printing = { by: string; at: string }

const sexWords = { female: 'Female', male: 'Male', other: 'Sex: other', 'not-known': 'Sex not known' } as const

const longInstant = (instant: string, timeZone: string): string =>
  `${showLongDay(dayAt(instant, timeZone))} ${showTime(instant, timeZone)}`

const identityOf = ({ case: file, today }: SignedSnapshot): Letter['identity'] => {
  const { familyName: family, givenName: given, title, bornOn, sex, identifier, identifierIssuer } = file.patient
  const age = bornOn === null ? undefined : ageOn(bornOn, today)
  return {
    name: showName({ family, given, title }),
    born: bornOn === null ? 'Birth date not known' : `Born ${showLongDay(bornOn)}${age ? ` (${age})` : ''}`,
    sex: sexWords[sex],
    identifier: identifier === null ? 'Identifier not recorded' : showIdentifier(identifier, identifierIssuer ?? ''),
  }
}

const addresseeOf = ({ case: file }: SignedSnapshot): string => {
  const doctor = knownText(file, 'referral', 'referredBy')
  const hospital = knownText(file, 'referral', 'hospital')
  if (!doctor && !hospital) return 'Referring doctor not recorded'
  return [doctor ?? 'Referring doctor not recorded', hospital].filter(Boolean).join(', ')
}

const carriedRows = ({ owner, dueOn }: SnapshotRecommendation): LetterRow[] => [
  { label: 'Owner', value: owner ?? 'Not recorded' },
  { label: 'Due', value: dueOn ? showLongDay(dueOn) : 'Not recorded' },
]

const planRows = (snapshot: SignedSnapshot, optionId: string | null): LetterRow[] => {
  const option = snapshot.options.find((each) => each.optionId === optionId)
  const plan = planOptionSchema.safeParse(option?.plan)
  return plan.success ? describeOption(plan.data).rows : []
}

const answerOf = (snapshot: SignedSnapshot, said: SnapshotRecommendation): LetterAnswer => {
  switch (said.outcome) {
    case 'recommended': {
      const order: LetterRow[] = said.detail ? [{ label: 'Sequence, aim, urgency', value: said.detail }] : []
      return {
        heading: said.title ?? 'Option not recorded',
        rows: [...order, ...planRows(snapshot, said.optionId), ...carriedRows(said)],
      }
    }
    case 'none':
      return { heading: 'None', rows: [{ label: 'Because', value: said.because ?? 'Not recorded' }] }
    case 'deferred':
      return {
        heading: 'Deferred',
        rows: [{ label: 'Missing', value: said.missing ?? 'Not recorded' }, ...carriedRows(said)],
      }
  }
}

const dissentOf = ({ conclusion }: SignedSnapshot): string => {
  const named = conclusion.dissenting.map(
    ({ name, specialty, letter, title, reason }) =>
      `${name} (${specialtyWords[specialty].word}) opposed option ${letter}, ${title}: ${reason ?? 'no reason recorded'}`,
  )
  const parts = [conclusion.dissent, ...named].filter((part) => part.trim() !== '')
  return parts.length === 0 ? 'None was recorded.' : parts.join('\n')
}

const attendedRows = ({ attendance }: SignedSnapshot): LetterRow[] => {
  const named = (people: SignedSnapshot['attendance']) => listWords(people.map(({ name }) => name))
  const rows = specialties.map((specialty) => ({
    label: specialtyWords[specialty].word,
    value: named(attendance.filter((person) => person.specialty === specialty)) || 'Nobody recorded',
  }))
  const others = attendance.filter(({ specialty }) => specialty === null)
  return others.length === 0 ? rows : [...rows, { label: 'Others', value: named(others) }]
}

const signatureOf = ({ snapshot, sha256 }: PrintedRecord): string => {
  const { signedBy, signedAt, version, changeReason, board } = snapshot
  const signed = `Signed by ${signedBy.name}, ${longInstant(signedAt, board.timeZone)}, version ${version}`
  const changed = changeReason ? ` Changed because: ${changeReason}` : ''
  return `${signed}, record code ${shortCode(sha256)} (first 16 characters of its SHA-256).${changed}`
}

const markOf = ({ state, intact }: PrintedRecord): string | null => {
  if (!intact) return alteredWords
  return state === 'superseded' ? supersededWords : null
}

/** The letter of a signed record, from its frozen snapshot alone: whatever became of the case, it says what was signed. */
export const writeLetter = (record: PrintedRecord, printing: Printing): Letter => {
  const { snapshot } = record
  const { board, conclusion } = snapshot
  return {
    mark: markOf(record),
    board: board.name,
    caseCode: snapshot.case.code,
    identity: identityOf(snapshot),
    addressee: addresseeOf(snapshot),
    metOn: showLongDay(dayAt(snapshot.meeting.startsAt, board.timeZone)),
    question: snapshot.case.question,
    facts: letterFacts(snapshot.case, board.timeZone),
    readings: letterReadings(snapshot.readings),
    recommendations: modalities.map((modality) => ({
      modality: modalityFacts[modality].title,
      answers: conclusion.recommendations
        .filter((said) => said.modality === modality)
        .map((said) => answerOf(snapshot, said)),
    })),
    rationale: conclusion.rationale,
    goals: conclusion.goalsConsidered,
    dissent: dissentOf(snapshot),
    missing: letterGaps(snapshot.case),
    attended: attendedRows(snapshot),
    signature: signatureOf(record),
    printed: `Printed ${longInstant(printing.at, board.timeZone)} by ${printing.by}`,
  }
}
