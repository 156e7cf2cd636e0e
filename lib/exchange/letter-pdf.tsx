import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer'
import { annexWords, goalsTitle, type Letter, type LetterAnswer, needsTitle, sequenceTitle, stopsTitle } from './letter'
import { Frame, Heading, isLong, loadFont, type PaperFrame, Passage, pageTop, Rows, styles, Words } from './paper'
import { hasLost, printable, unprintableWords } from './printable'

/** What stands on every page of a letter. */
export const frameOf = ({ mark, identity, board, caseCode, printed }: Letter): PaperFrame => ({
  ...{ mark, name: identity.name, printed },
  about: `${identity.born} · ${identity.sex} · ${identity.identifier}`,
  place: `${board} · case ${caseCode}`,
})

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

/** The record behind a letter, from a new page on. */
export function Annex({ letter }: { letter: Letter }) {
  return (
    <>
      <Text style={styles.title} break>
        {annexWords}
      </Text>
      <Gaps missing={letter.missing} />
      <Rows head={<Heading>Readings</Heading>} rows={letter.readings} />
      <Facts letter={letter} />
      <Rows head={<Heading>Present at the board</Heading>} rows={letter.attended} />
    </>
  )
}

function LetterDocument({ letter, note }: { letter: Letter; note: string | null }) {
  return (
    <Document
      title={`Case ${letter.caseCode}`}
      creator="Spineboard"
      producer="Spineboard"
      language="en"
      conformance="PDF/A-2b"
    >
      <Page size="A4" style={[styles.page, { paddingTop: pageTop(letter) }]}>
        <Frame frame={frameOf(letter)} />
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
        {letter.sequence.length > 0 && <Rows head={<Heading>{sequenceTitle}</Heading>} rows={letter.sequence} />}
        {letter.needs.length > 0 && <Rows head={<Heading>{needsTitle}</Heading>} rows={letter.needs} />}
        <Passage title="Why">{letter.rationale}</Passage>
        <Passage title="How the patient’s goals were considered">{letter.goals}</Passage>
        {letter.goalsOneByOne.length > 0 && <Rows head={<Heading>{goalsTitle}</Heading>} rows={letter.goalsOneByOne} />}
        <Rows head={<Heading>Dissent</Heading>} rows={letter.dissent} />
        {letter.stops.length > 0 && <Rows head={<Heading>{stopsTitle}</Heading>} rows={letter.stops} />}
        <Rows head={<Heading>Key facts</Heading>} rows={letter.keyFacts} />
        <Text>{letter.incomplete}</Text>
        <Rows head={<Heading>Signature</Heading>} rows={letter.signature} />
        <Annex letter={letter} />
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
