import path from 'node:path'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { type Letter, type LetterRow, printedCopyWords } from './letter'
import { printable, unprintableWords } from './printable'

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
    paddingTop: 98,
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
    color: '#e3e6ea',
    transform: 'rotate(-32deg)',
  },
  title: { fontSize: 15, fontWeight: 'bold', marginBottom: 6 },
  heading: { fontSize: 10.5, fontWeight: 'bold', marginTop: 11, marginBottom: 3 },
  group: { fontWeight: 'bold', marginTop: 5 },
  row: { flexDirection: 'row', gap: 8, marginBottom: 1.5 },
  label: { width: 150, color: '#3b434d' },
  value: { flex: 1 },
  question: { borderWidth: 1, borderColor: '#12181d', borderStyle: 'solid', padding: 7, marginTop: 8 },
})

function Row({ row }: { row: LetterRow }) {
  return (
    <View style={styles.row} wrap={row.value.length > 600}>
      <Text style={styles.label}>{row.label}</Text>
      <View style={styles.value}>
        <Text>{row.value}</Text>
        {row.source !== undefined && <Text style={styles.small}>{row.source}</Text>}
      </View>
    </View>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View>
      <Text style={styles.heading} minPresenceAhead={40}>
        {title}
      </Text>
      {children}
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

function Recommendations({ letter }: { letter: Letter }) {
  return (
    <Part title="Recommendation of the board">
      {letter.recommendations.map(({ modality, answers }) => (
        <View key={modality}>
          <Text style={styles.group} minPresenceAhead={30}>
            {modality}
          </Text>
          {answers.map(({ heading, rows }) => (
            <View key={heading}>
              <Text>{heading}</Text>
              {rows.map((row) => (
                <Row key={row.label} row={row} />
              ))}
            </View>
          ))}
        </View>
      ))}
    </Part>
  )
}

function Facts({ letter }: { letter: Letter }) {
  return (
    <Part title="What the board knew">
      {letter.facts.map(({ title, rows }) => (
        <View key={title}>
          <Text style={styles.group} minPresenceAhead={30}>
            {title}
          </Text>
          {rows.map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </View>
      ))}
    </Part>
  )
}

function LetterDocument({ letter, note }: { letter: Letter; note: string | null }) {
  return (
    <Document title={`Case ${letter.caseCode}`} creator="Spineboard" producer="Spineboard" language="en">
      <Page size="A4" style={styles.page}>
        <Frame letter={letter} />
        {note !== null && <Text style={styles.small}>{note}</Text>}
        <Text>To: {letter.addressee}</Text>
        <Text style={styles.title}>Recommendation of the spine board, {letter.metOn}</Text>
        <View style={styles.question}>
          <Text style={styles.small}>Question to the board</Text>
          <Text>{letter.question}</Text>
        </View>
        <Recommendations letter={letter} />
        <Part title="Why">
          <Text>{letter.rationale}</Text>
        </Part>
        <Part title="How the patient’s goals were considered">
          <Text>{letter.goals}</Text>
        </Part>
        <Part title="Dissent">
          <Text>{letter.dissent}</Text>
        </Part>
        <Facts letter={letter} />
        <Part title="Readings">
          {letter.readings.map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </Part>
        <Part title="Not known when the board decided">
          {letter.missing.map((gap) => (
            <Text key={gap}>{gap}</Text>
          ))}
        </Part>
        <Part title="Present at the board">
          {letter.attended.map((row) => (
            <Row key={row.label} row={row} />
          ))}
        </Part>
        <Part title="Signature">
          <Text>{letter.signature}</Text>
        </Part>
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
  const isWhole = JSON.stringify(shown) === JSON.stringify(letter)
  return renderToBuffer(<LetterDocument letter={shown} note={isWhole ? null : unprintableWords} />)
}
