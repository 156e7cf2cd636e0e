import { agreedText, type CaseFile, itemsOf } from '@/lib/cases/case-file'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { type Modality, modalities } from '@/lib/clinical/catalogue/modalities'
import type { SignedSnapshot, SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { dayAt, showLongDay } from '@/lib/foundation/time'
import { blankFor, type DocumentPart, lines, listed, plainWordsFor } from './document'
import type { Telling } from './information-wish'
import { moreHelp, orderOf, planOf, whatElse } from './plain-choices'
import { plainLevels, plainModality, plainPlan, plainTreatment } from './plain-options'
import { withTermsExplained } from './plain-terms'

/** How much the letter may tell, and whom the patient can call, in the words of the board; null when the board has not said. */
type PatientLetterGround = { telling: Telling; contact: string | null }

/**
 * Signs of pressure on the spinal cord or its nerves: list N of PATHWAY 0.5 in plain words. PW-REC-02: at once. What only an
 * examination finds is left out.
 */
const callAtOnce = [
  'New trouble with passing water or with your bowels',
  'Trouble walking, or being unsteady on your legs',
  'Weak arms or legs',
  'Numbness, tingling or loss of feeling',
  'Pain that shoots along an arm, a leg or round your chest',
] as const

/** Signs that the tumour in the spine may grow: list P of PATHWAY 0.5 in plain words. PW-REC-01: within 24 hours. */
const callWithinADay = [
  'Very bad back pain that does not let up',
  'Back pain that gets worse over time',
  'Back pain that is worse when you stand, sit or move',
  'Back pain that is worse when you cough, sneeze or strain',
  'Back pain at night that keeps you awake',
  'A sore spot when your spine is touched',
  'Leg pain that comes when you walk',
] as const

const calledBy = ({ case: { patient } }: SignedSnapshot): string =>
  patient.title === null
    ? [patient.givenName, patient.familyName].filter(Boolean).join(' ')
    : [patient.title, patient.familyName].filter(Boolean).join(' ')

const aboutThisLetter = (snapshot: SignedSnapshot): DocumentPart => {
  const met = showLongDay(dayAt(snapshot.meeting.startsAt, snapshot.board.timeZone))
  return {
    heading: 'About this letter',
    text: lines(
      `Dear ${calledBy(snapshot)},`,
      `A team of doctors met on ${met} to talk about how to help you. We call this team the spine board.`,
      snapshot.quorum?.state === 'short'
        ? 'Not all the doctors we need could be there. So this is our advice. It is not yet a firm decision.'
        : null,
      'This letter tells you what we think. You decide what is done. Please talk about it with your doctor.',
    ),
  }
}

const stability: ReadonlyMap<string, (place: string) => string> = new Map([
  ['stable', (place: string) => `The spine is firm at ${place}.`],
  ['potentially-unstable', (place: string) => `The spine may be weak at ${place}.`],
  ['unstable', (place: string) => `The spine is weak at ${place}. It may not hold well when you move.`],
])

const pressure = (grade: string, place: string): string => {
  if (grade === '0') return `At ${place} the tumour stays inside the bone.`
  if (grade.startsWith('1')) return `At ${place} the tumour has left the bone. It does not squeeze the spinal cord.`
  return `At ${place} the tumour squeezes the spinal cord.`
}

const findingsAt = ({ readings }: SignedSnapshot): string[] =>
  readings.levels.flatMap(({ level, sins, escc }) => {
    const place = plainLevels([level])
    const firm = sins.kind === 'complete' ? stability.get(sins.band.id)?.(place) : undefined
    const pressed = escc.kind === 'complete' ? pressure(escc.grade, place) : undefined
    return [firm, pressed].filter((sentence) => sentence !== undefined)
  })

const placesOf = (file: CaseFile): { sure: string; open: string } => {
  const isSure = (level: string) => agreedText(file, 'lesions', 'involvement', level) === 'certain'
  const all = involvedLevels(file).filter((level) => itemsOf(file, 'lesions').includes(level))
  return { sure: plainLevels(all.filter(isSure)), open: plainLevels(all.filter((level) => !isSure(level))) }
}

const whatWasFound = (snapshot: SignedSnapshot): DocumentPart => {
  const { sure, open } = placesOf(snapshot.case)
  const found = [
    sure === '' ? null : `There is a tumour in your spine. The place is ${sure}.`,
    open === '' ? null : `There may be a tumour at ${open}. This is not certain.`,
    ...findingsAt(snapshot),
  ]
  const text = lines(...found)
  return { heading: 'What was found', text: text === '' ? blankFor('what was found') : text }
}

const recommendedIn = (snapshot: SignedSnapshot, said: SnapshotRecommendation): string => {
  const plan = planOf(snapshot, said.optionId)
  const what = plan
    ? plainPlan(plan, said.dueOn)
    : `We recommend: ${plainWordsFor(said.title ?? 'the option of the signed record')}`
  return lines(what, said.condition ? `But only if this is so: ${plainWordsFor(said.condition)}` : null)
}

const saidOf = (snapshot: SignedSnapshot, said: SnapshotRecommendation, withReasons: boolean): string => {
  const why = (words: string | null) => (withReasons ? plainWordsFor(words ?? '') : null)
  switch (said.outcome) {
    case 'recommended':
      return recommendedIn(snapshot, said)
    case 'none':
      return lines('We suggest nothing new here for now.', why(said.because))
    case 'deferred':
      return lines(
        'We cannot say this yet. We need to know more first.',
        why(said.missing),
        said.dueOn === null ? null : `We want to know it by ${showLongDay(said.dueOn)}.`,
      )
  }
}

const treatment = (snapshot: SignedSnapshot, modality: Modality, withReasons: boolean): DocumentPart => {
  const said = snapshot.conclusion.recommendations.filter((one) => one.modality === modality)
  const text = lines(...said.map((one) => saidOf(snapshot, one, withReasons)))
  return { heading: plainModality[modality], text: text === '' ? blankFor('what the board says on this') : text }
}

/** What is recommended, each in one line, and nothing else: for a patient who wants to know little. */
const suggestions = (snapshot: SignedSnapshot): DocumentPart => {
  const plans = snapshot.conclusion.recommendations
    .filter(({ outcome }) => outcome === 'recommended')
    .map((said) => ({ said, plan: planOf(snapshot, said.optionId) }))
  const named = plans.map(({ said, plan }) => (plan ? plainTreatment(plan) : plainWordsFor(said.title ?? 'an option')))
  const said =
    named.length === 0
      ? 'We suggest no treatment now.'
      : lines('This is what we suggest:', listed(named.map((name) => name.charAt(0).toUpperCase() + name.slice(1))))
  return { heading: 'What we suggest', text: lines(said, 'Your doctor will tell you as much as you want to know.') }
}

const whyWeSaySo = ({ conclusion }: SignedSnapshot): DocumentPart => ({
  heading: 'Why we say so',
  text: plainWordsFor(conclusion.rationale),
})

const whatToWatchFor: DocumentPart = {
  heading: 'What to watch for',
  text: lines(
    'Call at once, by day or night, if you notice:',
    listed(callAtOnce),
    'Call within a day if you notice:',
    listed(callWithinADay),
  ),
}

const whomToCall = (contact: string | null): DocumentPart => ({
  heading: 'Whom to call',
  text: contact ?? blankFor('name, telephone number and hours'),
})

/**
 * The letter to the patient, from the signed record alone: what was found, what is recommended of each kind of treatment and what
 * for, what else is possible, what to watch for and whom to call. It never tells more than the patient wishes to hear, and no figure of survival.
 * Reasons in a doctor's words are marked for the author to put into plain ones.
 */
export function patientLetter(snapshot: SignedSnapshot, { telling, contact }: PatientLetterGround): DocumentPart[] {
  const isFull = telling === 'full'
  const body =
    telling === 'least'
      ? [suggestions(snapshot)]
      : [
          ...(isFull ? [whatWasFound(snapshot)] : []),
          ...modalities.map((modality) => treatment(snapshot, modality, isFull)),
          ...(isFull ? [whyWeSaySo(snapshot)] : []),
          ...orderOf(snapshot),
          whatElse(snapshot),
          ...moreHelp(snapshot),
        ]
  return withTermsExplained([aboutThisLetter(snapshot), ...body, whatToWatchFor, whomToCall(contact)])
}
