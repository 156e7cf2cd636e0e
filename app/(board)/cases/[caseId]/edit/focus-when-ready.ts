/** About two seconds of frames: then the field is not on this screen, and the focus stays where it is. */
const mostFrames = 120

/** Opens every folded group that a field lies in. */
function unfoldAround(place: Element): void {
  for (let group = place.closest('details'); group; group = group.parentElement?.closest('details') ?? null) {
    group.open = true
  }
}

/** Brings a field into view and focuses its input as soon as it is drawn and no dialog holds the focus any more. */
export function focusWhenReady(id: string, frame = 0): void {
  const place = document.getElementById(id)
  if (place && !document.querySelector('[role=dialog]')) {
    const input = place.matches('fieldset, div') ? place.querySelector<HTMLElement>('input, [tabindex]') : place
    unfoldAround(place)
    place.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
    return
  }
  if (frame < mostFrames) requestAnimationFrame(() => focusWhenReady(id, frame + 1))
}
