/**
 * How hard a text is to read: Flesch-Kincaid grade level, 0.39 x words per sentence + 11.8 x syllables per word - 15.59.
 * Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy enlisted personnel.
 * Research Branch Report 8-75, Naval Technical Training Command, 1975.
 *
 * Limits: it counts lengths and understands nothing. Short strange words pass, long familiar ones do not; syllables are counted
 * by rules for English spelling that are wrong for some words, most of all names; a number counts as one syllable. A low grade is
 * no proof that a text is understood.
 */
export type Readability = {
  sentences: number
  words: number
  syllables: number
  /** US school grade; null for a text without a word. */
  grade: number | null
  /** Sentences to look at again, in order. */
  hard: HardSentence[]
}

/** A sentence that is longer or harder than the aim, and why. */
export type HardSentence = { words: string; count: number; grade: number; why: 'long' | 'long-words' }

/** Children of about twelve are in US grade 6 or 7. A text of at most this grade suits a reading age of twelve. */
export const aimedGrade = 7

/** A sentence with more words than this is told whatever its grade. */
const mostWords = 20

/** A sentence above this grade is told: a few long words in a short sentence raise its own grade faster than that of a text. */
const hardGrade = 10

const letters = /[\p{L}\p{N}]/u

/** Dots that end no sentence: titles and shortened words. */
const shortened = /\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|e\.g|i\.e|approx)\.$/u

/** The sentences of a text: a line ends one, so do full stop, question and exclamation mark before a space. */
export const sentencesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const sentences: string[] = []
    let open = ''
    for (const piece of line.split(/(?<=[.!?][”")\]]?)\s+/u)) {
      open = open === '' ? piece : `${open} ${piece}`
      if (shortened.test(open)) continue
      sentences.push(open)
      open = ''
    }
    return [...sentences, open].map((one) => one.replace(/^•\s*/u, '').trim()).filter((one) => letters.test(one))
  })

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,]*/gu) ?? []

/** Vowels together count once; then what English spelling adds or leaves silent. */
const syllablesOfPart = (word: string): number => {
  if (word.length <= 3) return 1
  const silent = word
    .replace(/(?:[^laeiouy]|[^aeiouy]l)e$/u, 'x')
    .replace(/([^aeioutd])ed$/u, '$1')
    .replace(/([^aeiouscxzgh])es$/u, '$1')
  const groups = silent.match(/[aeiouy]+/gu)?.length ?? 0
  const ended = /[^aeiouy]le$/u.test(word) ? 1 : 0
  const apart = (word.match(/(?<![tscg])i[ao](?!n$)|[eo]ing/gu) ?? []).length
  return Math.max(1, groups + ended + apart)
}

/** Syllables of one word by rules for English spelling; 1 for a number or anything without a letter. */
export const syllablesOf = (word: string): number => {
  const parts =
    word
      .toLowerCase()
      .normalize('NFD')
      .match(/[a-z]+/gu) ?? []
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + (part.length === 1 && parts.length > 1 ? 0 : syllablesOfPart(part)), 0),
  )
}

const gradeOf = (words: number, sentences: number, syllables: number): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59

/** Counts a text and grades it; see the type for source and limits. */
export const readabilityOf = (text: string): Readability => {
  const counted = sentencesOf(text).map((sentence) => {
    const words = wordsOf(sentence)
    return { sentence, words: words.length, syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0) }
  })
  const sum = (key: 'words' | 'syllables') => counted.reduce((total, one) => total + one[key], 0)
  const [sentences, words, syllables] = [counted.length, sum('words'), sum('syllables')]
  const hard = counted.flatMap((one): HardSentence[] => {
    const grade = gradeOf(one.words, 1, one.syllables)
    if (one.words > mostWords) return [{ words: one.sentence, count: one.words, grade, why: 'long' }]
    return grade > hardGrade ? [{ words: one.sentence, count: one.words, grade, why: 'long-words' }] : []
  })
  return { sentences, words, syllables, grade: words === 0 ? null : gradeOf(words, sentences, syllables), hard }
}
