import { z } from 'zod'

/** What is written from a signed record and sent out: three papers of a case, and the minutes of a meeting. */
export const documentKinds = ['patient', 'referrer', 'plan', 'minutes'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The name of each document, and for whom it is. */
export const documentFacts: Readonly<Record<DocumentKind, { title: string; short: string; to: string }>> = {
  patient: { title: 'Letter to the patient', short: 'Patient', to: 'The patient' },
  referrer: { title: 'Letter to referrer and GP', short: 'Referrer and GP', to: 'Referring doctor and GP' },
  plan: { title: 'Working plan', short: 'Working plan', to: 'The treating team' },
  minutes: { title: 'Minutes of the meeting', short: 'Minutes', to: 'The board' },
}

/** One part of a document: its heading stays, its text can be edited. Each line is a paragraph; one that begins with a bullet is an entry of a list. */
export type DocumentPart = { heading: string; text: string }

/** Stands before an entry of a list. */
export const bullet = '• '

/** Entries of a list, a line each. */
export const listed = (entries: readonly string[]): string => entries.map((entry) => `${bullet}${entry}`).join('\n')

/** Lines of a part; those that are null or empty are left out. */
export const lines = (...all: (string | null)[]): string =>
  all.filter((line) => line !== null && line !== '').join('\n')

/** At most so many characters in one part. */
export const mostPartCharacters = 20_000

export const documentParts = z
  .array(
    z.strictObject({
      heading: z.string().min(1).max(200),
      text: z.string().max(mostPartCharacters, 'A part can have at most 20,000 characters.'),
    }),
  )
  .min(1)
  .max(80)

const fillIn = '[Fill in: '
const rewrite = '[Put into plain words: '

/** A place that the author has to fill in: what nobody recorded is never guessed. */
export const blankFor = (what: string): string => `${fillIn}${what}]`

/** Words of a doctor that the author has to put into plain ones: no program does that safely. */
export const plainWordsFor = (words: string): string => `${rewrite}“${words.trim()}”]`

/** A place that is still open, under its heading. */
export type OpenPlace = { heading: string; words: string }

/** Every place that has to be filled in or put into plain words before a document can go out, in order. */
export const openPlaces = (parts: readonly DocumentPart[]): OpenPlace[] =>
  parts.flatMap(({ heading, text }) =>
    text
      .split('\n')
      .flatMap((line) => {
        const at = [line.indexOf(fillIn), line.indexOf(rewrite)].filter((index) => index >= 0)
        return at.length === 0 ? [] : [line.slice(Math.min(...at))]
      })
      .map((words) => ({ heading, words })),
  )

/** By which way a document went out. */
export const ways = ['printed', 'secure-mail', 'ehr'] as const
export type Way = (typeof ways)[number]
export const wayWords: Readonly<Record<Way, string>> = {
  printed: 'Printed and handed over or posted',
  'secure-mail': 'Secure mail',
  ehr: 'Hospital record system',
}

/** Stands across a page that nobody sent: a paper that looks like the one that went out would be taken for it. */
export const previewWords = 'PREVIEW – not sent'

/** How much the patient wants to know (PATHWAY 10.1, understanding). `unknown` when nobody recorded it, or when sources differ. */
export const informationWishes = ['all', 'outline', 'little', 'others', 'unknown'] as const
export type InformationWish = (typeof informationWishes)[number]
