import path from 'node:path'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { type Letter, type LetterRow, printedCopyWords } from './letter'

/** Longer runs without a space are cut, so that they stay on the paper. */
const longestRun = 40

/** Registers the embedded font once: it has every sign that clinical text needs, Greek, Cyrillic and Arabic (DESIGN D11). */
const registerFont = (() => {
  let done = false
  return () => {
    if (done) return
    done = true
    const file = (name: string) => path.join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf', name)
    Font.register({
      family: 'DejaVu Sans',
      fonts: [{ src: file('DejaVuSans.ttf') }, { src: file('DejaVuSans-Bold.ttf'), fontWeight: 'bold' }],
    })
    // Names, drugs and doses are never hyphenated.
    Font.registerHyphenationCallback((word) =>
      word.length <= longestRun ? [word] : (word.match(new RegExp(`.{1,${longestRun}}`, 'gsu')) ?? [word]),
    )
  }
})()

const line = '#9aa3ab'
const styles = StyleSheet.create({
  page: {
    paddingTop: 84,
    paddingBottom: 58,
    paddingHorizontal: 46,
    fontFamily: 'DejaVu Sans',
    fontSize: 9,
    lineHeight: 1.4,
  },
  head: { position: 'absolute', top: 26, left: 46, right: 46, borderBottom: `1 solid ${line}`, paddingBottom: 5 },
  foot: { position: 'absolute', bottom: 22, left: 46, right: 46, borderTop: `1 solid ${line}`, paddingTop: 4 },
  small: { fontSize: 7.5, color: '#3b434d' },
  spread: { flexDirection: 'row', justifyContent: 'space-between', gap: 12 },
  name: { fontSize: 11, fontWeight: 'bold' },
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
  question: { border: '1 solid #12181d', padding: 7, marginTop: 8 },
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
        <View style={styles.spread}>
          <Text style={styles.name}>{identity.name}</Text>
          <Text style={styles.small}>
            {letter.board} · case {letter.caseCode}
          </Text>
        </View>
        <View style={styles.spread}>
          <Text>
            {identity.born} · {identity.sex} · {identity.identifier}
          </Text>
          {letter.mark !== null && <Text style={styles.name}>{letter.mark}</Text>}
        </View>
      </View>
      <View style={styles.foot} fixed>
        <View style={styles.spread}>
          <Text style={styles.small}>{printedCopyWords}</Text>
          <Text style={styles.small} render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
        </View>
        <Text style={styles.small}>{letter.printed}</Text>
      </View>
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

function LetterDocument({ letter }: { letter: Letter }) {
  return (
    <Document title={`Case ${letter.caseCode}`} creator="Spineboard" producer="Spineboard" language="en">
      <Page size="A4" style={styles.page}>
        <Frame letter={letter} />
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

/** The letter as a PDF with its font inside: every character of it can be read back out of the file. */
export const letterPdf = (letter: Letter): Promise<Buffer> => {
  registerFont()
  return renderToBuffer(<LetterDocument letter={letter} />)
}
