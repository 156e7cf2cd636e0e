const fields = 'input:not([type=hidden], [type=checkbox], :disabled), select:not(:disabled), textarea:not(:disabled)'

/**
 * Where the focus of a dialog begins: its first field (of a row of choices the chosen one), else its main act, which stands
 * last. An act that cannot be undone is not the one that a second press of Enter takes: there the first, safe act.
 * Without field and act, the dialog itself.
 */
export function firstStop(dialog: HTMLElement | null, kind: 'plain' | 'irreversible'): HTMLElement | null {
  const field = dialog?.querySelector<HTMLInputElement>(`.dialog-body :is(${fields})`)
  if (field?.type === 'radio') {
    const chosen = [...(field.closest('fieldset, [role=radiogroup]')?.querySelectorAll('input') ?? [])]
    return chosen.find(({ checked }) => checked) ?? field
  }
  if (field) return field
  const acts = [...(dialog?.querySelectorAll<HTMLElement>('.dialog-actions :is(a, button:not(:disabled))') ?? [])]
  return (kind === 'irreversible' ? acts.at(0) : acts.at(-1)) ?? dialog
}
