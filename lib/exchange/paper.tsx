import path from 'node:path'
import { Font, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { type LetterRow, printedCopyWords } from './letter'

/** Longer runs without a space are cut, so that they stay on the paper. */
const longestRun = 56

const family = 'DejaVu Sans'
const weights = ['normal', 'bold'] as const
const files = { normal: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' } as const

/**
 * Loads the embedded font once: it has every sign that clinical text needs, Greek, Cyrillic and Arabic (DESIGN D11). Gives
 * back whether it has a character; what it does not have would be printed as other characters.
 */
export const loadFont = (() => {
  let loading: Promise<(codePoint: number) => boolean> | null = null
  const load = async () => {
    const src = (weight: keyof typeof files) =>
      path.join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf', files[weight])
    Font.register({ family, fonts: weights.map((fontWeight) => ({ src: src(fontWeight), fontWeight })) })
    // Names, drugs and doses are never hyphenated.
    Font.registerHyphenationCallback((word) =>
      word.length <= longestRun ? [word] : (word.match(new RegExp(`.{1,${longestRun}}`, 'gsu')) ?? [word]),
    )
    const fonts = weights.map((fontWeight) => ({ fontFamily: family, fontWeight }))
    for (const font of fonts) await Font.load(font)
    return (codePoint: number) =>
      fonts.every((font) => Font.getFont(font).data?.hasGlyphForCodePoint(codePoint) ?? false)
  }
  return () => {
    loading ??= load()
    return loading
  }
})()

const line = '#9aa3ab'
/** How every paper looks. */
export const styles = StyleSheet.create({
  page: {
    paddingBottom: 58,
    paddingHorizontal: 46,
    fontFamily: family,
    fontSize: 9,
    lineHeight: 1.4,
  },
  head: { position: 'absolute', top: 26, left: 46, right: 46, borderBottom: `1 solid ${line}`, paddingBottom: 5 },
  // By their distance from the top: a text that is known only after the pages are laid out loses its place from below.
  footLine: { position: 'absolute', top: 797, left: 46, right: 46, borderBottom: `1 solid ${line}` },
  footCopy: { position: 'absolute', top: 800, left: 46, width: 320 },
  footPage: { position: 'absolute', top: 800, right: 46, width: 120, textAlign: 'right' },
  footPrinted: { position: 'absolute', top: 811, left: 46, right: 46 },
  small: { fontSize: 7.5, color: '#3b434d' },
  spread: { flexDirection: 'row', justifyContent: 'space-between', gap: 12 },
  name: { fontSize: 11, fontWeight: 'bold' },
  place: { width: 170, textAlign: 'right' },
  identity: { flex: 1 },
  mark: {
    position: 'absolute',
    top: 380,
    left: 40,
    width: 520,
    textAlign: 'center',
    fontSize: 38,
    color: '#d3d9df',
    transform: 'rotate(-32deg)',
  },
  title: { fontSize: 15, fontWeight: 'bold', marginBottom: 6 },
  heading: { fontSize: 10.5, fontWeight: 'bold', marginTop: 11, marginBottom: 3 },
  salutation: { marginTop: 4, marginBottom: 2 },
  modality: { width: 110, fontWeight: 'bold' },
  answer: { fontWeight: 'bold' },
  details: { flexDirection: 'row', flexWrap: 'wrap', columnGap: 12, fontSize: 8 },
  detail: { maxWidth: '100%' },
  group: { fontWeight: 'bold', marginTop: 5 },
  row: { flexDirection: 'row', gap: 8, marginBottom: 1.5 },
  label: { width: 150, color: '#3b434d' },
  value: { flex: 1 },
  entry: { flexDirection: 'row', gap: 6, marginBottom: 1.5 },
  dot: { width: 8 },
  question: { borderWidth: 1, borderColor: '#12181d', borderStyle: 'solid', padding: 7, marginTop: 8 },
})

/** Too much to be kept on one page with what stands before it. */
export const isLong = (text: string): boolean => text.length > 600

/** The lines of a text, each with where it begins. */
const linesOf = (text: string): { start: number; words: string }[] =>
  [...text.matchAll(/^.*$/gmu)].map(({ index, 0: words }) => ({ start: index, words }))

/** A text line by line: a line end is no character of the font, and the renderer would take it from one that is not embedded. */
export function Words({ children, after }: { children: string; after?: string }) {
  const lines = linesOf(children)
  return lines.map(({ start, words }) => (
    <Text key={start}>
      {words === '' ? ' ' : words}
      {after !== undefined && start === lines.at(-1)?.start && <Text style={styles.small}> · {after}</Text>}
    </Text>
  ))
}

export function Row({ row }: { row: LetterRow }) {
  return (
    <View style={styles.row} wrap={isLong(row.value)}>
      <Text style={styles.label}>{row.label}</Text>
      <View style={styles.value}>
        <Words after={row.source}>{row.value}</Words>
      </View>
    </View>
  )
}

/** Rows under what heads them, which never stays behind alone at the foot of a page. */
export function Rows({ rows, head }: { rows: readonly LetterRow[]; head: ReactNode }) {
  const [first, ...others] = rows
  return (
    <>
      <View wrap={first !== undefined && isLong(first.value)}>
        {head}
        {first && <Row row={first} />}
      </View>
      {others.map((row) => (
        <Row key={row.label} row={row} />
      ))}
    </>
  )
}

export const Heading = ({ children }: { children: string }) => <Text style={styles.heading}>{children}</Text>

/** A heading with the words under it, on one page where they fit. */
export function Passage({ title, children }: { title: string; children: string }) {
  return (
    <View wrap={isLong(children)}>
      <Heading>{title}</Heading>
      <Words>{children}</Words>
    </View>
  )
}

/** What stands on every page: whose paper this is, above; which page, printed when and by whom, below. */
export type PaperFrame = {
  /** Why the paper must not be relied on; null where it may. */
  mark: string | null
  /** The patient, or the meeting. */
  name: string
  /** What tells it from another of the same name. */
  about: string
  /** Board, and the case where there is one. */
  place: string
  printed: string
}

/** Room above the text of a page: its head is one line higher when it has a mark. */
export const pageTop = ({ mark }: Pick<PaperFrame, 'mark'>): number => (mark === null ? 84 : 98)

export function Frame({ frame }: { frame: PaperFrame }) {
  const { mark, name, about, place, printed } = frame
  return (
    <>
      {mark !== null && (
        <Text style={styles.mark} fixed>
          {mark}
        </Text>
      )}
      <View style={styles.head} fixed>
        <Text style={styles.name}>{name}</Text>
        <View style={styles.spread}>
          <Text style={styles.identity}>{about}</Text>
          <Text style={[styles.small, styles.place]}>{place}</Text>
        </View>
        {mark !== null && <Text style={styles.name}>{mark}</Text>}
      </View>
      <View style={styles.footLine} fixed />
      <Text style={[styles.small, styles.footCopy]} fixed>
        {printedCopyWords}
      </Text>
      <Text
        style={[styles.small, styles.footPage]}
        fixed
        render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`}
      />
      <Text style={[styles.small, styles.footPrinted]} fixed>
        {printed}
      </Text>
    </>
  )
}
