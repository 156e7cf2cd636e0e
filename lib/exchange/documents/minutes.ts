import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { stances } from '@/lib/deliberation/model'
import { tally } from '@/lib/deliberation/model/ballot'
import type { Signing } from '@/lib/deliberation/model/concluded'
import { medianOf, ratingsOf } from '@/lib/deliberation/model/disagreement'
import { rankInWords } from '@/lib/deliberation/model/rank-in-words'
import { threadsOf } from '@/lib/deliberation/model/remark'
import { countsOf, weightedWords } from '@/lib/deliberation/model/result'
import type { SignedSnapshot, SnapshotOption, SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { survivalBandWords } from '@/lib/deliberation/model/survival-estimate'
import { dayAt, showLongDay, showTime } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { stayWords } from '@/lib/meetings/model/attendance'
import { conflictWords } from '@/lib/meetings/model/conflict'
import { laneWords } from '@/lib/meetings/model/lane'
import type { AgendaRow, AttendanceView } from '@/lib/meetings/model/views'
import { votingAsShipped, weightsLine } from '@/lib/meetings/model/voting'
import { roleWords, specialties, specialtyWords } from '@/lib/people/model'
import type { LetterRow } from '../letter'
import { needsRows, sequenceRows } from '../letter-decided'
import { letterDissent } from '../letter-dissent'
import { bullet, type DocumentPart } from './document'

/** Recorded words as the end of a sentence: their own full stop is not doubled. */
const ended = (words: string | null): string => `${(words ?? 'not recorded').trim().replace(/\.$/u, '')}.`

const listed = (entries: readonly string[], nothing: string): string =>
  entries.length === 0 ? nothing : entries.map((entry) => `${bullet}${entry}`).join('\n')

/** Each stay once, as the record that was signed last knew it: whoever left after an earlier case is told to have left. */
const presentIn = (records: readonly MinutedRecord[]): AttendanceView[] => {
  const bySigning = records
    .map(({ snapshot }) => snapshot)
    .sort((one, other) => one.signedAt.localeCompare(other.signedAt))
  const stays = new Map(
    bySigning.flatMap(({ attendance }) => attendance.map((stay) => [`${stay.userId} ${stay.cameAt}`, stay] as const)),
  )
  return [...stays.values()]
}

/** A moment in words: the day and the time of the board. */
const clockWords = (at: string, timeZone: string): string =>
  `${showLongDay(dayAt(at, timeZone))} at ${showTime(at, timeZone)}`

/** Each person once, in the order in which they came, with every stay: `R. Marbeck (Radiology, core member): came 13:02, left 13:40; came 14:05`. */
const attendedLines = (attendance: readonly AttendanceView[], timeZone: string): string[] => {
  const inOrder = attendance.toSorted((one, other) => one.cameAt.localeCompare(other.cameAt))
  const first = inOrder.filter(({ userId }, place) => place === inOrder.findIndex((one) => one.userId === userId))
  return first.map(({ userId, name, specialty, roles = [] }) => {
    const stays = inOrder.filter((one) => one.userId === userId)
    const seat = [
      ...(specialty === null ? [] : [specialtyWords[specialty].word]),
      ...roles.map((role) => roleWords[role].toLowerCase()),
    ].join(', ')
    const told = stays.map((stay) => `${stayWords(stay, timeZone)}${placeWords(stay)}`)
    return `${name}${seat === '' ? '' : ` (${seat})`}: ${told.join('; ')}`
  })
}

/** Records from before roles were kept call everybody in the room who opened it, so that only a remote one is told of them. */
const placeWords = ({ remote, roles, byBallot }: AttendanceView): string => {
  if (byBallot) return ''
  if (remote === null) return ', place not recorded'
  return remote ? ', remote' : roles ? ', in the room' : ''
}

/** Which specialties had somebody in the room when the case was signed, and which had nobody. */
const specialtiesWords = ({ attendance }: SignedSnapshot): string => {
  const isThere = (specialty: (typeof specialties)[number]) =>
    attendance.some((person) => person.specialty === specialty)
  const named = (some: readonly (typeof specialties)[number][]) =>
    listWords(some.map((specialty) => specialtyWords[specialty].word.toLowerCase()))
  const absent = named(specialties.filter((specialty) => !isThere(specialty)))
  return `Specialties present: ${named(specialties.filter(isThere)) || 'none'}.${absent === '' ? '' : ` Nobody from: ${absent}.`}`
}

/** Who took no part in the case, and why. */
const recusedIn = ({ conflicts = [] }: SignedSnapshot): string[] => {
  const standing = conflicts.filter(({ withdrawn }) => withdrawn === null)
  return standing.length === 0 ? [] : ['Recused, conflict of interest:', listed(standing.map(conflictWords), '')]
}

const stanceWords = {
  support: 'support',
  acceptable: 'acceptable',
  oppose: 'oppose',
  abstain: 'abstained',
  recused: 'recused',
  'need-information': 'need more information',
} as const

const tallyOf = ({ optionId }: SnapshotOption, { ballots, voting = votingAsShipped }: SignedSnapshot): string => {
  const here = ballots.filter((ballot) => ballot.optionId === optionId).map((ballot) => ({ ...ballot, revision: 1 }))
  if (here.length === 0) return 'no ballot'
  const counted = countsOf(tally(here), optionId)
  const counts = stances.flatMap((stance) =>
    counted[stance] === 0 ? [] : [`${stanceWords[stance]} ${counted[stance]}`],
  )
  const median = voting.scale === 'ratings' ? medianOf(ratingsOf(here)) : null
  return [
    counts.join(', '),
    ...(voting.weights.length === 0 ? [] : [weightedWords(countsOf(tally(here, voting.weights), optionId))]),
    ...(median === null ? [] : [`median of the ratings ${median}`]),
  ].join('; ')
}

const optionWords = (option: SnapshotOption, record: SignedSnapshot): string => {
  const name = `${modalityFacts[option.modality].title} ${option.letter}, ${option.title}`
  return option.withdrawnBecause === null
    ? `${name}: ${tallyOf(option, record)}.`
    : `${name}: withdrawn, ${ended(option.withdrawnBecause)}`
}

const answerOf = (said: SnapshotRecommendation): string => {
  const modality = modalityFacts[said.modality].title
  const due = said.dueOn ? showLongDay(said.dueOn) : 'no day recorded'
  const carried = `Owner: ${said.owner ?? 'not recorded'}, due ${due}.`
  switch (said.outcome) {
    case 'recommended':
      return `${modality}: ${said.title ?? 'option not recorded'}. ${carried}`
    case 'none':
      return `${modality}: none, because: ${ended(said.because)}`
    case 'deferred':
      return `${modality}: deferred, missing: ${ended(said.missing)} ${carried}`
  }
}

/** How the vote was held, where that was not with three stances of equal weight. */
const votedBy = ({ voting = votingAsShipped, board }: SignedSnapshot): string[] => {
  const weights = weightsLine(voting, (instant) => dayAt(instant, board.timeZone))
  return [
    ...(voting.scale === 'ratings'
      ? ['Rated exactly from 1 to 9: 7 to 9 support, 4 to 6 acceptable, 1 to 3 oppose.']
      : []),
    ...(weights === null ? [] : [`${weights}. The weighted counts stand beside those of members.`]),
  ]
}

/** Rows under a line of their own; nothing where there are none. */
const titled = (title: string, rows: readonly LetterRow[]): string[] =>
  rows.length === 0
    ? []
    : [
        title,
        listed(
          rows.map(({ label, value }) => `${label}: ${value}`),
          '',
        ),
      ]

/** What was remarked, thread by thread, each with its writer and whom it asks. Withdrawn words stand in the signed record alone. */
const remarksIn = ({ remarks = [] }: SignedSnapshot): LetterRow[] =>
  threadsOf(remarks)
    .flatMap(({ first, replies }) => [first, ...replies])
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ writer, specialty, addressedTo, replyToId, text }) => {
      const from = specialty === null ? writer : `${writer} (${specialtyWords[specialty].word})`
      const to = addressedTo === null ? '' : ` to ${specialtyWords[addressedTo].word.toLowerCase()}`
      return { label: `${replyToId === null ? '' : 'Reply of '}${from}${to}`, value: text.replaceAll('\n', '; ') }
    })

/** How long members expected the patient to live, each in the band and the name under which it was said. */
const estimatesIn = ({ survivalEstimates = [] }: SignedSnapshot): LetterRow[] =>
  survivalEstimates.map(({ name, specialty, band }) => ({
    label: `${name} (${specialtyWords[specialty].word})`,
    value: survivalBandWords[band],
  }))

/** What was signed on the case after the meeting: named, and no part of what this meeting concluded. */
const laterIn = ({ snapshot: { item, board }, later }: MinutedRecord): string[] =>
  later.length === 0
    ? []
    : [
        'Signed since on this case, not part of these minutes:',
        listed(
          later.map(({ version, signedBy, signedAt, itemId, meeting }) => {
            const where = itemId === item.itemId ? '' : `, at “${meeting}”`
            return `Version ${version}, signed by ${signedBy} on ${clockWords(signedAt, board.timeZone)}${where}.`
          }),
          '',
        ),
      ]

const casePart = (minuted: MinutedRecord): DocumentPart => {
  const { snapshot: record } = minuted
  const { case: file, conclusion, version, signedBy, signedAt, board, changeReason } = record
  const rank = rankInWords(record)
  const signed = `Version ${version}, signed by ${signedBy.name} on ${clockWords(signedAt, board.timeZone)}.`
  return {
    heading: `Case ${file.code}`,
    text: [
      `Question: ${file.question}`,
      specialtiesWords(record),
      ...(rank === null ? [] : [rank]),
      ...recusedIn(record),
      ...votedBy(record),
      'Options and ballots:',
      listed(
        record.options.map((option) => optionWords(option, record)),
        'No option was proposed.',
      ),
      ...titled('Expected survival, as said before the reveal:', estimatesIn(record)),
      'Recommendation:',
      listed(record.conclusion.recommendations.map(answerOf), 'Not recorded'),
      ...titled('Order of the treatments:', sequenceRows(conclusion)),
      ...titled('Support and trials:', needsRows(conclusion)),
      `Why: ${conclusion.rationale}`,
      'Dissent:',
      listed(
        letterDissent(record).map(({ label, value }) => `${label}: ${value.replaceAll('\n', '; ')}`),
        'None recorded',
      ),
      ...titled('Remarks in the room:', remarksIn(record)),
      ...(changeReason ? [`New version because: ${changeReason}`] : []),
      signed,
      ...laterIn(minuted),
    ].join('\n'),
  }
}

const openIn = (records: readonly MinutedRecord[]): string[] =>
  records.flatMap(({ snapshot: { case: file, conclusion } }) =>
    conclusion.recommendations
      .filter(({ outcome }) => outcome === 'deferred')
      .map(
        ({ missing, owner, dueOn }) =>
          `Case ${file.code}: ${ended(missing)} ${owner ?? 'Nobody recorded'}, due ${dueOn ? showLongDay(dueOn) : 'no day recorded'}.`,
      ),
  )

/** The meeting that minutes are of. Who was there counts only where no record was signed that knows it. */
export type MinutedMeeting = Pick<SignedSnapshot, 'meeting'> & {
  board: Pick<SignedSnapshot['board'], 'name' | 'timeZone'>
  attendance: readonly AttendanceView[]
  /** Why cases of the agenda were not discussed; absent or null where none was left. */
  untouchedBecause?: string | null
}

/** What a meeting concluded on a case, and what was signed on it since. */
export type MinutedRecord = { snapshot: SignedSnapshot; later: readonly Signing[] }

/** What minutes tell of an agenda beside its signed records. */
export type MinutedItem = Pick<AgendaRow, 'code' | 'stage' | 'late' | 'lane' | 'pulledBack'>

/** The cases that came after the agenda had closed, each with its reason and who gave it; no part where none did. */
const lateParts = (agenda: readonly MinutedItem[], timeZone: string): DocumentPart[] => {
  const lines = agenda.flatMap(({ code, late }) =>
    late === null
      ? []
      : [`Case ${code}, added by ${late.by} on ${clockWords(late.at, timeZone)}: ${ended(late.because)}`],
  )
  return lines.length === 0 ? [] : [{ heading: 'Added after the agenda had closed', text: listed(lines, '') }]
}

/** The cases that follow a protocol and were not discussed, and those that somebody had discussed all the same. */
const laneParts = (agenda: readonly MinutedItem[], timeZone: string): DocumentPart[] => {
  const clock = (at: string) => clockWords(at, timeZone)
  const lines = agenda.flatMap(({ code, lane, pulledBack }) => {
    if (pulledBack !== null) {
      const why = pulledBack.because === null ? 'no reason given.' : ended(pulledBack.because)
      return [`Case ${code}: pulled back to the discussion by ${pulledBack.by} on ${clock(pulledBack.at)}: ${why}`]
    }
    if (lane === null) return []
    const confirmed = lane.confirmed
      ? `Confirmed by ${lane.confirmed.by} on ${clock(lane.confirmed.at)}.`
      : 'Not confirmed by the chair yet.'
    return [`Case ${code}: ${laneWords(lane, timeZone)}. Listed by ${lane.by}: ${ended(lane.because)} ${confirmed}`]
  })
  if (lines.length === 0) return []
  const text = `By protocols of this board, without a vote: no decision of the board.\n${listed(lines, '')}`
  return [{ heading: 'Standard of care, not discussed', text }]
}

/** The cases that the meeting did not reach, with the reason that it closed over them; no part where none was left. */
const untouchedParts = ({ untouchedBecause }: MinutedMeeting, agenda: readonly MinutedItem[]): DocumentPart[] => {
  const left = agenda.filter(({ stage, lane }) => stage === 'queued' && lane === null)
  if (!untouchedBecause || left.length === 0) return []
  const codes = listed(
    left.map(({ code }) => `Case ${code}`),
    '',
  )
  return [{ heading: 'Not discussed', text: `${ended(untouchedBecause)}\n${codes}` }]
}

/**
 * The minutes of a meeting from the records that were signed in it, in the order given: who was there, what came late or was not reached, and for each case question,
 * options with their ballots, recommendation and dissent. Cases go by their code. What was said of a patient's goals is never part of
 * it, since everybody who may enter the room reads minutes.
 */
export function minutesOf(
  minuted: MinutedMeeting,
  records: readonly MinutedRecord[],
  agenda: readonly MinutedItem[],
): DocumentPart[] {
  const { meeting, board, attendance } = minuted
  const place = meeting.place ? `, ${meeting.place}` : ''
  return [
    {
      heading: 'Meeting',
      text: `${meeting.title}, ${board.name}\n${showLongDay(dayAt(meeting.startsAt, board.timeZone))}, ${showTime(meeting.startsAt, board.timeZone)}${place}\nCases with a signed conclusion: ${records.length}`,
    },
    {
      heading: 'Present',
      text: listed(
        attendedLines(records.length === 0 ? attendance : presentIn(records), board.timeZone),
        'Nobody recorded',
      ),
    },
    ...lateParts(agenda, board.timeZone),
    ...records.map(casePart),
    ...laneParts(agenda, board.timeZone),
    ...untouchedParts(minuted, agenda),
    { heading: 'Deferred', text: listed(openIn(records), 'Nothing was deferred.') },
  ]
}
