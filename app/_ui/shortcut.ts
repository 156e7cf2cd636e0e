const noTyping = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

/** True while keys belong to what somebody types or chooses: text inputs, selects, rich text, list boxes. */
const isTypingIn = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !noTyping.has(target.type)
  return target.isContentEditable || target.closest('textarea, select, [role=listbox], [role=combobox]') !== null
}

/** True when a key press may act as a single-key shortcut: no modifier, nobody types, no dialog or menu is open, not handled yet. */
export const isShortcutEvent = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (isTypingIn(event.target)) return false
  // Enter and Space belong to the button or link that has the focus.
  const isOnControl = event.target instanceof HTMLElement && event.target.matches('a, button, summary, input')
  if (isOnControl && (event.key === 'Enter' || event.key === ' ')) return false
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null
}
