/** What every page of a paper says that comes out of a demo, where teams rehearse: it could be taken for a decision otherwise. */
export const rehearsalWords = 'REHEARSAL, no decision'

/** The mark of a page, with the words of a rehearsal before it where there is one. */
export const rehearsalMark = (mark: string | null, isDemo: boolean): string | null => {
  if (!isDemo) return mark
  return mark === null ? rehearsalWords : `${rehearsalWords} · ${mark}`
}
