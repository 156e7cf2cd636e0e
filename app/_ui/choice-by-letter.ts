/**
 * Which choice a letter or digit means, as in a list that drops down: the next one after the chosen (`at`, -1 for none) whose
 * words begin with it, from the top again after the last. Null where none does.
 */
export function choiceByLetter(words: readonly string[], at: number, key: string): number | null {
  if ([...key].length !== 1 || key === ' ') return null
  const wanted = key.toLocaleLowerCase('en-GB')
  const begins = (index: number) => words[index]?.trim().toLocaleLowerCase('en-GB').startsWith(wanted)
  const order = words.map((_, step) => (at + 1 + step) % words.length)
  return order.find(begins) ?? null
}

/** Gives the answer that a first letter means, where the focus stands on one of a row of choices. */
export function chooseByLetter(event: KeyboardEvent): void {
  const { target } = event
  if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
  const row = [...(target.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])]
  const words = row.map(({ labels }) => labels?.[0]?.textContent ?? '')
  const meant = choiceByLetter(words, row.indexOf(target) - (target.checked ? 0 : 1), event.key)
  const choice = meant === null ? undefined : row[meant]
  if (!choice || choice.disabled) return
  event.preventDefault()
  choice.focus()
  choice.click()
}
