import { roleWords, type Seat, specialtyWords } from '@/lib/people/model'

/** `Coordinator, chair` or `Core member, spine surgery`: what a person is on a board, for reading. */
export function seatWords({ roles, specialty }: Pick<Seat, 'roles' | 'specialty'>): string {
  const words = roles.map((role) => roleWords[role])
  if (specialty) words.push(specialtyWords[specialty].word)
  return words.map((word, place) => (place === 0 ? word : word.toLowerCase())).join(', ')
}

/** The first letters of the first and the last name: `EW`. */
export const initialsOf = (name: string): string => {
  const parts = name.trim().split(/\s+/u)
  const first = [...(parts[0] ?? '')][0] ?? ''
  const last = parts.length > 1 ? ([...(parts.at(-1) ?? '')][0] ?? '') : ''
  return `${first}${last}`.toUpperCase()
}
