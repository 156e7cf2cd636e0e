/**
 * Where the wordings of the question to the board are kept: as versions of one value, like the facts of a case, so that an earlier
 * one stays readable. The form has no such section; `cases.question` repeats the latest, and rewording has an operation of its own.
 */
export const questionPlace = { section: 'question', item: '', field: 'asked' } as const

/** Whether a value of the history is a wording of the question. */
export const isQuestion = ({ section, field }: { section: string; field: string }): boolean =>
  section === questionPlace.section && field === questionPlace.field
