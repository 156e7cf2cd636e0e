import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8').replace(/\/\*.*?\*\//gs, '')

type Tokens = ReadonlyMap<string, string>

const blockAfter = (opening: string): string => {
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`tokens.css has no ${opening}`)
  return css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start))
}
const tokensOf = (block: string): Tokens =>
  new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]))

const light = tokensOf(blockAfter(':root {'))
const chosenDark = tokensOf(blockAfter(':root[data-theme="dark"]'))
const systemDark = tokensOf(blockAfter(':root:not([data-theme])'))
const themes: Record<string, Tokens> = { light, dark: new Map([...light, ...chosenDark]) }

const colour = (theme: Tokens, name: string): string => {
  const value = theme.get(name)
  const reference = value?.match(/^var\((--[\w-]+)\)$/)?.[1]
  if (reference !== undefined) return colour(theme, reference)
  if (value === undefined || !/^#[\da-f]{6}$/.test(value)) throw new Error(`${name} is no plain colour: ${value}`)
  return value
}
// Relative luminance and contrast ratio as defined by WCAG 2.2.
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const ratio = (a: string, b: string): number => {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (bright + 0.05) / (dim + 0.05)
}
const contrast = (theme: Tokens, a: string, b: string): number => ratio(colour(theme, a), colour(theme, b))

const paper = ['--bg', '--surface', '--sunken', '--hover', '--selected']
const textPairs: [string, string][] = [
  ...['--text', '--text-2', '--text-3', '--accent', '--crit', '--warn', '--ok'].flatMap((ink) =>
    paper.map((ground): [string, string] => [ink, ground]),
  ),
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-hover'],
  ['--accent', '--accent-soft'],
  ['--on-crit', '--crit-fill'],
  ['--crit', '--crit-soft'],
  ['--text', '--crit-soft'],
  ['--warn', '--warn-soft'],
  ['--text', '--warn-soft'],
  ['--ok', '--ok-soft'],
  ['--text-2', '--unk-soft'],
  ['--surface', '--text'],
  ['--surface', '--text-2'],
  ['--text', '--avatar'],
  ['--mod-radiation', '--surface'],
  ['--pacs-text', '--pacs'],
]
const markPairs: [string, string][] = [
  ...['--control', '--unk-line', '--accent', '--mod-radiation', '--mod-surgery', '--mod-systemic', '--mod-pain'].map(
    (mark): [string, string] => [mark, '--surface'],
  ),
  ['--control', '--bg'],
  ['--mod-supportive', '--surface'],
  ['--bone-line', '--surface'],
  ['--tumour', '--surface'],
  ['--tumour', '--bone'],
]

describe.each(Object.keys(themes))('contrast in the %s theme', (name) => {
  const theme = themes[name] ?? light
  it.each(textPairs)('A3 text %s on %s is at least 4.5', (ink, ground) => {
    expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(markPairs)('A3 mark or edge %s on %s is at least 3', (mark, ground) => {
    expect(contrast(theme, mark, ground)).toBeGreaterThanOrEqual(3)
  })
})

/**
 * What people see who lack a kind of cone, as matrices on linear red, green and blue: Machado GM, Oliveira MM, Fernandes LAF. IEEE
 * Trans Vis Comput Graph 2009;15(6):1291-1298, severity 1.0.
 */
const colourBlind = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}
const seenBy = (matrix: number[][], hex: string): string => {
  const linear = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const bytes = matrix.map((row) => {
    const sum = Math.min(
      1,
      Math.max(
        0,
        row.reduce((all, part, at) => all + part * (linear[at] ?? 0), 0),
      ),
    )
    const share = sum <= 0.0031308 ? sum * 12.92 : 1.055 * sum ** (1 / 2.4) - 0.055
    return Math.round(share * 255)
  })
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

describe.each(Object.entries(colourBlind))('for people with %s', (_, matrix) => {
  it('grey stays grey, as the matrices have it', () => {
    for (const grey of ['#000000', '#808080', '#ffffff']) expect(seenBy(matrix, grey)).toBe(grey)
  })
  it.each(Object.keys(themes))('A2 every text and mark of the %s theme keeps its contrast', (name) => {
    const theme = themes[name] ?? light
    const seen = (token: string) => seenBy(matrix, colour(theme, token))
    const weak = (pairs: [string, string][], least: number) =>
      pairs.filter(([ink, ground]) => ratio(seen(ink), seen(ground)) < least).map((pair) => pair.join(' on '))
    expect(weak(textPairs, 4.5)).toEqual([])
    expect(weak(markPairs, 3)).toEqual([])
  })
})

describe('the dark theme', () => {
  it('is the same, whether chosen or taken from the system', () => {
    expect([...systemDark]).toEqual([...chosenDark])
  })
  it('swaps every coloured role that the light theme has', () => {
    const own = [...light].filter(([name, value]) => value.startsWith('#') && !/^--(n|pacs)-?/.test(name))
    expect(own.filter(([name]) => !chosenDark.has(name)).map(([name]) => name)).toEqual([])
  })
})
