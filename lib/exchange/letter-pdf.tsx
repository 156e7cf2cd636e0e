import path from 'node:path'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { annexWords, type Letter, type LetterAnswer, type LetterRow, printedCopyWords } from './letter'
import { hasLost, printable, unprintableWords } from './printable'

/** Longer runs without a space are cut, so that they stay on the paper. */
const longestRun = 56

const family = 'DejaVu Sans'
const weights = ['normal', 'bold'] as const
const files = { normal: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' } as const

/**
 * Loads the embedded font once: it has every sign that clinical text needs, Greek, Cyrillic and Arabic (DESIGN D11). Gives
 * back whether it has a character; what it does not have would be printed as other characters.
 */
const loadFont = (() => {
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
const styles = StyleSheet.create({
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
  question: { borderWidth: 1, borderColor: '#12181d', borderStyle: 'solid', padding: 7, marginTop: 8 },
})

/** Too much to be kept on one page with what stands before it. */
const isLong = (text: string): boolean => text.length > 600

/** The lines of a text, each with where it begins. */
const linesOf = (text: string): { start: number; words: string }[] =>
  [...text.matchAll(/^.*$/gmu)].map(({ index, 0: words }) => ({ start: index, words }))

/** A text line by line: a line end is no character of the font, and the renderer would take it from one that is not embedded. */
function Words({ children, after }: { children: string; after?: string }) {
  const lines = linesOf(children)
  return lines.map(({ start, words }) => (
    <Text key={start}>
      {words === '' ? ' ' : words}
      {after !== undefined && start === lines.at(-1)?.start && <Text style={styles.small}> · {after}</Text>}
    </Text>
  ))
}

function Row({ row }: { row: LetterRow }) {
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
function Rows({ rows, head }: { rows: readonly LetterRow[]; head: ReactNode }) {
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

const Heading = ({ children }: { children: string }) => <Text style={styles.heading}>{children}</Text>

/** A heading with the words under it, on one page where they fit. */
function Passage({ title, children }: { title: string; children: string }) {
  return (
    <View wrap={isLong(children)}>
      <Heading>{title}</Heading>
      <Words>{children}</Words>
    </View>
  )
}

/** Stands on every page: whose letter this is, above; which page, printed when and by whom, below. */
function Frame({ letter }: { letter: Letter }) {
  const { identity } = letter
  return (
    <>
      {letter.mark !== null && (
        <Text style={styles.mark} fixed>
          {letter.mark}
        </Text>
      )}
      <View style={styles.head} fixed>
        <Text style={styles.name}>{identity.name}</Text>
        <View style={styles.spread}>
          <Text style={styles.identity}>
            {identity.born} · {identity.sex} · {identity.identifier}
          </Text>
          <Text style={[styles.small, styles.place]}>
            {letter.board} · case {letter.caseCode}
          </Text>
        </View>
        {letter.mark !== null && <Text style={styles.name}>{letter.mark}</Text>}
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
        {letter.printed}
      </Text>
    </>
  )
}

/** What is recommended, and below it every detail of it, as many on a line as fit. */
function Answer({ answer: { heading, rows } }: { answer: LetterAnswer }) {
  return (
    <View wrap={rows.some(({ value }) => isLong(value))}>
      <Text style={styles.answer}>{heading}</Text>
      <View style={styles.details}>
        {rows.map(({ label, value }) => (
          <View key={label} style={styles.detail}>
            <Words>{`${label}: ${value}`}</Words>
          </View>
        ))}
      </View>
    </View>
  )
}

function Recommendations({ letter }: { letter: Letter }) {
  return letter.recommendations.map(({ modality, answers }, at) => (
    <View key={modality} wrap={answers.some(({ rows }) => rows.some(({ value }) => isLong(value)))}>
      {at === 0 && <Heading>Recommendation of the board</Heading>}
      <View style={styles.row}>
        <Text style={styles.modality}>{modality}</Text>
        <View style={styles.value}>
          {answers.map((answer) => (
            <Answer key={answer.heading} answer={answer} />
          ))}
        </View>
      </View>
    </View>
  ))
}

function Facts({ letter }: { letter: Letter }) {
  return letter.facts.map(({ title, source, rows }, index) => (
    <Rows
      key={title}
      rows={rows}
      head={
        <>
          {index === 0 && <Heading>What the board knew</Heading>}
          <Text style={styles.group}>{title}</Text>
          {source !== undefined && <Text style={styles.small}>{source}</Text>}
        </>
      }
    />
  ))
}

/** Short lines, the first beside its heading. */
function Gaps({ missing: [first, ...others] }: { missing: readonly string[] }) {
  if (first === undefined) return null
  return (
    <>
      <Passage title="Not known when the board decided">{first}</Passage>
      {others.map((gap) => (
        <Text key={gap}>{gap}</Text>
      ))}
    </>
  )
}

function LetterDocument({ letter, note }: { letter: Letter; note: string | null }) {
  return (
    <Document title={`Case ${letter.caseCode}`} creator="Spineboard" producer="Spineboard" language="en">
      <Page size="A4" style={[styles.page, { paddingTop: letter.mark === null ? 84 : 98 }]}>
        <Frame letter={letter} />
        {note !== null && <Text style={styles.small}>{note}</Text>}
        <Text>To: {letter.addressee}</Text>
        <Text style={styles.title}>{letter.title}</Text>
        <Text style={styles.salutation}>{letter.salutation}</Text>
        <Text>{letter.opening}</Text>
        <View style={styles.question}>
          <Text style={styles.small}>Question to the board</Text>
          <Words>{letter.question}</Words>
        </View>
        <Recommendations letter={letter} />
        <Passage title="Why">{letter.rationale}</Passage>
        <Passage title="How the patient’s goals were considered">{letter.goals}</Passage>
        <Rows head={<Heading>Dissent</Heading>} rows={letter.dissent} />
        <Rows head={<Heading>Key facts</Heading>} rows={letter.keyFacts} />
        <Text>{letter.incomplete}</Text>
        <Rows head={<Heading>Signature</Heading>} rows={letter.signature} />
        <Text style={styles.title} break>
          {annexWords}
        </Text>
        <Gaps missing={letter.missing} />
        <Rows head={<Heading>Readings</Heading>} rows={letter.readings} />
        <Facts letter={letter} />
        <Rows head={<Heading>Present at the board</Heading>} rows={letter.attended} />
      </Page>
    </Document>
  )
}

/**
 * The letter as a PDF with its font inside: every character of it can be read back out of the file. A character that the
 * font does not have is shown as missing, and the letter says so.
 */
export const letterPdf = async (letter: Letter): Promise<Buffer> => {
  const shown = printable(letter, await loadFont())
  return renderToBuffer(<LetterDocument letter={shown} note={hasLost(letter, shown) ? unprintableWords : null} />)
}
