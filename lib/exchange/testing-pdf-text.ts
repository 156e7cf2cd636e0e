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

/** The text of each page of a PDF that our renderer wrote, in the order of drawing: what search and screen readers find. */
export const pdfPages = (pdf: Buffer): string[] => {
  const objects = objectsOf(pdf)
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
  return pages.map(({ dictionary }) => {
    const content = objects.get(reference(dictionary, 'Contents'))?.stream?.toString('latin1') ?? ''
    const fonts = fontsOf(objects, dictionary)
    let current = new Map<number, string>()
    let text = ''
    for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\]|<\w+>) T[Jj]/g)) {
      if (name !== undefined) current = fonts.get(name) ?? new Map()
      for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g)) {
        for (const glyph of hex.match(/.{4}/g) ?? []) text += current.get(Number.parseInt(glyph, 16)) ?? '\ufffd'
      }
      if (shown !== undefined) text += ' '
    }
    return text.replace(/\s+/g, ' ')
  })
}
