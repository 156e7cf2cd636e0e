/** How well a fact of the catalogue was read in its source (PATHWAY 0.1). L is a local choice with no guideline behind it. */
export const grades = ['V1', 'V2', 'V3', 'L'] as const
export type Grade = (typeof grades)[number]

/** What the screen writes beside a graded fact. */
export const gradeWords: Readonly<Record<Grade, string>> = {
  V1: 'read in the source',
  V2: 'as reported by others',
  V3: 'source to be confirmed',
  L: 'local target',
}

/** A prerequisite or a caution of an option. It informs: no fact of the catalogue refuses an option. */
export type Fact = { text: string; grade: Grade }

/** A fact with its grade. */
export const fact = (grade: Grade, text: string): Fact => ({ text, grade })

/** A fact as one line; the grade is told where the source still has to be confirmed or the choice is local. */
export const describeFact = ({ text, grade }: Fact): string =>
  grade === 'V3' || grade === 'L' ? `${text} (${gradeWords[grade]})` : text
