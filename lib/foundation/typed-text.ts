import { z } from 'zod'

const bounded = (what: string, most: number) =>
  z
    .string({ error: `${what} is missing.` })
    .trim()
    .max(most, `${what} can have at most ${most.toLocaleString('en-GB')} characters.`)

/** A text that a person has to write: trimmed, not empty, at most so many characters. `what` names it, as `Title`. */
export const typedText = (what: string, most: number) => bounded(what, most).min(1, `Write ${what.toLowerCase()}.`)

/** The same where nothing is an answer too: an empty text stays empty. */
export const maybeText = (what: string, most: number) => bounded(what, most)
