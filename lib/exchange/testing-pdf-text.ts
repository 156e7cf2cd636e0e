import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<number, { dictionary: string; stream: Buffer | null }>

const objectsOf = (pdf: Buffer): Objects => {
  const text = pdf.toString('latin1')
  const found = new Map<number, { dictionary: string; stream: Buffer | null }>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = match[2] ?? ''
    const at = body.indexOf('stream\n')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const raw = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1')
    const stream = raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw
    found.set(Number(match[1]), { dictionary, stream })
  }
  return found
}

const reference = (dictionary: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0)

const characters = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')

/** Glyph number to characters, as the file itself tells readers and searches. */
const readCharacterMap = (source: string): Map<number, string> => {
  const map = new Map<number, string>()
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
      const targets = [...list.matchAll(/<([\w ]*)>/g)].map(([, hex = '']) => characters(hex))
      for (const [index, target] of targets.entries()) map.set(Number.parseInt(from, 16) + index, target)
    }
  }
  return map
}

const fontsOf = (objects: Objects, page: string): Map<string, Map<number, string>> => {
  const resources = objects.get(reference(page, 'Resources'))?.dictionary ?? page
  const fonts = new Map<string, Map<number, string>>()
  for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(id))?.dictionary ?? ''
    const map = objects.get(reference(font, 'ToUnicode'))?.stream
    fonts.set(name, map ? readCharacterMap(map.toString('latin1')) : new Map())
  }
  return fonts
}

type Matrix = readonly [number, number, number, number, number, number]

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j] as const),
  ...([e * g + f * i + k, e * h + f * j + l] as const),
]

const operators = /(?:^|\s)(?:(q|Q)(?=\s)|((?:[-\d.]+ ){6})(cm|Tm)|\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]|<[\w ]+>) T[Jj])/g

const glyphsOf = (shown: string, map: ReadonlyMap<number, string>): string =>
  [...shown.matchAll(/<([\w ]*)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => map.get(Number.parseInt(glyph, 16)) ?? '\ufffd')
    .join('')

/** What lies on an A4 page, in the order of drawing. */
function visibleText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const saved: Matrix[] = []
  let space: Matrix = [1, 0, 0, 1, 0, 0]
  let line: Matrix = space
  let font: ReadonlyMap<number, string> = new Map()
  let text = ''
  for (const [, save, numbers, set, name, shown] of content.matchAll(operators)) {
    if (save === 'q') saved.push(space)
    if (save === 'Q') space = saved.pop() ?? space
    if (numbers !== undefined) {
      const matrix = numbers.trim().split(' ').map(Number) as unknown as Matrix
      if (set === 'cm') space = multiply(matrix, space)
      else line = matrix
    }
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    if (shown === undefined) continue
    const [, , , , x, y] = multiply(line, space)
    if (x >= 0 && x < 596 && y >= 0 && y < 842) text += `${glyphsOf(shown, font)} `
  }
  return text.replace(/\s+/g, ' ')
}

/**
 * The text of each page of a PDF that our renderer wrote, as far as it lies on the paper: what readers see, search finds
 * and screen readers say.
 */
export const pdfPages = (pdf: Buffer): string[] => {
  const objects = objectsOf(pdf)
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
  return pages.map(({ dictionary }) => {
    const content = objects.get(reference(dictionary, 'Contents'))?.stream?.toString('latin1') ?? ''
    return visibleText(content, fontsOf(objects, dictionary))
  })
}
