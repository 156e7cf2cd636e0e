import { greyPng } from '@/lib/cases/attachments/grey-png'

/** Rows of five dots for the letters of the one word that every drawing carries. */
const letters: ReadonlyMap<string, readonly string[]> = new Map([
  ['S', ['.###.', '#...#', '#....', '.###.', '....#', '#...#', '.###.']],
  ['C', ['.###.', '#...#', '#....', '#....', '#....', '#...#', '.###.']],
  ['H', ['#...#', '#...#', '#...#', '#####', '#...#', '#...#', '#...#']],
  ['E', ['#####', '#....', '#....', '####.', '#....', '#....', '#####']],
  ['M', ['#...#', '##.##', '#.#.#', '#...#', '#...#', '#...#', '#...#']],
  ['A', ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#']],
  ['T', ['#####', '..#..', '..#..', '..#..', '..#..', '..#..', '..#..']],
  ['I', ['.###.', '..#..', '..#..', '..#..', '..#..', '..#..', '.###.']],
])

const word = 'SCHEMATIC'
const dot = 3

/** Whether the word covers a point, written from (left, top). */
function isWord(x: number, y: number, left: number, top: number): boolean {
  const column = Math.floor((x - left) / dot)
  const row = Math.floor((y - top) / dot)
  if (column < 0 || row < 0) return false
  return letters.get(word[Math.floor(column / 6)] ?? '')?.[row]?.[column % 6] === '#'
}

/** A value that looks like noise and is the same in every run, -1 to 1. */
const grain = (x: number, y: number): number => {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453
  return (wave - Math.floor(wave)) * 2 - 1
}

const within = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/** Eases from 0 to 1 where `distance` passes 0, over a few pixels: edges without steps. */
const soft = (distance: number, over = 3): number => 1 / (1 + Math.exp(-distance / over))

const width = 420
const height = 560
const step = 62

/** Where the vertebral bodies stand at a height: a gentle thoracic curve. */
const middleAt = (y: number): number => 190 + 26 * Math.sin((y / height) * Math.PI)

/** The side view of a thoracic spine with one collapsed body that bulges into the canal. Schematic, no picture of anybody. */
export function sagittalSchema(): Buffer {
  const sick = 4
  return greyPng(width, height, (x, y) => {
    if (isWord(x, y, 14, height - 34)) return 210
    const index = Math.floor((y - 20) / step)
    const inBody = Math.abs(y - 20 - index * step - step / 2)
    const half = index === sick ? 15 : 23
    const across = x - middleAt(y)
    const bulge = 24 * Math.exp(-(((y - (20 + sick * step + step / 2)) / 34) ** 2))
    const wall = 46 + (index === sick ? bulge : 0)
    const body = soft(wall - Math.abs(across + (index === sick ? -bulge / 2 : 0))) * soft(half - inBody)
    const disc = soft(43 - Math.abs(across)) * soft(inBody - half - 2)
    const canal = soft(across - 52) * soft(104 - across)
    const cord = soft(13 - Math.abs(across - 80 - bulge * 0.45), 2)
    const spread = soft(bulge - Math.abs(across - 52), 4) * soft(bulge - 10, 2)
    const tissue = 34 + 14 * Math.sin(x / 37)
    const grey =
      tissue + body * (index === sick ? 40 : 96) + disc * 46 + canal * 128 - cord * 96 - spread * 70 + grain(x, y) * 6
    return within(grey)
  })
}

/** The cross-section of a level: body, canal, and tumour that displaces the cord. Schematic, no picture of anybody. */
export function axialSchema(): Buffer {
  const size = 440
  return greyPng(size, size, (x, y) => {
    if (isWord(x, y, 14, size - 34)) return 210
    const body = soft(92 - Math.hypot((x - 220) / 1.15, y - 170))
    const canal = soft(50 - Math.hypot((x - 220) / 1.2, y - 298))
    const cord = soft(21 - Math.hypot((x - 236) / 1.25, y - 310), 2)
    const tumour = soft(62 - Math.hypot(x - 172, (y - 250) * 1.05), 4)
    const arch = soft(14 - Math.abs(Math.hypot((x - 220) / 1.25, y - 298) - 66)) * soft(y - 292, 5)
    const trunk = soft(208 - Math.hypot(x - 220, (y - 225) * 1.1), 5)
    const grey = 8 + trunk * 34 + body * 92 + canal * 120 * (1 - tumour) - cord * 84 + arch * 78 - tumour * body * 46
    return within(grey + tumour * 26 + grain(x, y) * 6)
  })
}
