import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { isToDiscuss } from '@/lib/deliberation/model/alternatives'
import type { RecordedObjection } from '@/lib/deliberation/model/objection'
import { type DecisionSnapshot, type Dissent, dissentWords } from '@/lib/deliberation/model/snapshot'
import { listWords } from '@/lib/foundation/words'
import { specialtyWords } from '@/lib/people/model'
import type { LetterRow } from './letter'

const members = (count: number) => `${count} ${count === 1 ? 'member' : 'members'}`

/** How many cast a ballot and how many of them opposed what is recommended. */
const countOf = ({ ballots, conclusion }: DecisionSnapshot): string => {
  const voters = new Set(ballots.map(({ voterId }) => voterId)).size
  const opposed = new Set(conclusion.dissenting.map(({ voterId }) => voterId)).size
  if (voters === 0) return 'No ballot was cast.'
  return `${members(voters)} cast a ballot; ${opposed === 0 ? 'none' : opposed} opposed an option that the board recommends.`
}

const plain = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ').trim()

/**
 * Safe only word for word: a line of the chair is the one that the form proposed, or begins with this person, says that they
 * oppose and ends with the reason as it was cast, for the one option opposed. Anything looser could hide a vote.
 */
const isCarriedBy = (chair: string, dissent: Dissent, all: readonly Dissent[]): boolean => {
  const cast = plain(dissent.reason ?? '')
  if (cast === '') return false
  const lines = chair.split('\n').map(plain)
  if (lines.includes(plain(dissentWords(dissent)))) return true
  const isOnly = all.filter((one) => one.voterId === dissent.voterId).length === 1
  return isOnly && lines.some((line) => line.startsWith(`${plain(dissent.name)} opposes `) && line.endsWith(cast))
}

const opposedWords = ({ name, specialty, letter, title, reason }: Dissent): string =>
  `${name} (${specialtyWords[specialty].word}), option ${letter}, ${title}: ${reason ?? 'no reason recorded'}`

const objectionWords = ({ by, specialty, place, words, answer, answeredBy }: RecordedObjection): string => {
  const who = specialty === null ? by : `${by} (${specialtyWords[specialty].word})`
  const answered = answer === null ? 'Not answered yet.' : `Answer of ${answeredBy}: ${answer}`
  return `${who}, on ${place ?? 'the case'}: ${words} ${answered}`
}

/** The kinds of treatment on which members disagree while the board holds several options to be equally good. */
const toDiscuss = ({ conclusion: { dissenting, alternatives } }: DecisionSnapshot): string => {
  const kinds = modalities.filter(
    (modality) => isToDiscuss(modality, alternatives) && dissenting.some((one) => one.modality === modality),
  )
  return kinds.length === 0
    ? ''
    : `${listWords(kinds.map((modality) => modalityFacts[modality].title))}: options that the board offers alike, and members who disagree on the first.`
}

/**
 * What the letter says of dissent: the count, the chair's words as such, and from the ballots those whom these words do not
 * carry, where it is for the patient to hear and choose, and every safety objection with its answer. An opposing ballot is always told, and told once.
 */
export const letterDissent = (snapshot: DecisionSnapshot): LetterRow[] => {
  const { dissent: chair, dissenting } = snapshot.conclusion
  const opposed = dissenting.filter((one) => !isCarriedBy(chair, one, dissenting)).map(opposedWords)
  return [
    { label: 'Ballots', value: countOf(snapshot) },
    { label: 'In the chair’s words', value: chair.trim() },
    { label: 'Opposed', value: opposed.join('\n') },
    { label: 'To discuss with the patient', value: toDiscuss(snapshot) },
    { label: 'Safety objections', value: (snapshot.conclusion.objections ?? []).map(objectionWords).join('\n') },
  ].filter(({ value }) => value !== '')
}
