/** Which columns of a table are hidden, and those that stand first, in this order; the others follow in their usual order. */
export type ColumnChoice = { hidden: readonly string[]; order: readonly string[] }

const named = (list: string | null, known: readonly string[]): string[] =>
  [...new Set((list ?? '').split(','))].filter((id) => known.includes(id))

/** Reads `hide` and `order` of an address; columns that the table does not know are left out. `fixed` cannot be hidden. */
export function readColumnChoice(params: URLSearchParams, known: readonly string[], fixed: string): ColumnChoice {
  return {
    hidden: named(params.get('hide'), known).filter((id) => id !== fixed),
    order: named(params.get('order'), known),
  }
}

/** Writes a choice into an address; what is usual leaves no trace in it. */
export function writeColumnChoice(params: URLSearchParams, { hidden, order }: ColumnChoice): void {
  for (const [key, list] of Object.entries({ hide: hidden, order })) {
    if (list.length === 0) params.delete(key)
    else params.set(key, list.join(','))
  }
}

/** All columns in the chosen order. */
export const inOrder = (known: readonly string[], { order }: ColumnChoice): string[] => [
  ...order.filter((id) => known.includes(id)),
  ...known.filter((id) => !order.includes(id)),
]

/** Moves a column one place to the left (-1) or to the right (1); at either end nothing changes. */
export function movedColumn(known: readonly string[], choice: ColumnChoice, id: string, step: -1 | 1): ColumnChoice {
  const order = inOrder(known, choice)
  const at = order.indexOf(id)
  const neighbour = order[at + step]
  if (at < 0 || neighbour === undefined) return choice
  order[at + step] = id
  order[at] = neighbour
  return { ...choice, order: withoutUsualEnd(known, order) }
}

/** What must be named: the rest stands behind it in its usual order anyway. */
function withoutUsualEnd(known: readonly string[], order: readonly string[]): string[] {
  const rest = (count: number) => known.filter((id) => !order.slice(0, count).includes(id))
  let count = order.length
  while (count > 0 && rest(count - 1).every((id, place) => id === order[count - 1 + place])) count -= 1
  return order.slice(0, count)
}
