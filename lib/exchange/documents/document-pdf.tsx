import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer'
import type { Letter } from '../letter'
import { Annex } from '../letter-pdf'
import { Frame, Heading, isLong, loadFont, type PaperFrame, pageTop, styles, Words } from '../paper'
import { hasLost, printable, unprintableWords } from '../printable'
import { bullet, type DocumentPart } from './document'

/** A document ready for paper. `large` for a reader who is no clinician; `annex` is the record behind a letter. */
export type PrintedDocument = {
  frame: PaperFrame
  title: string
  /** Names the file in a reader's window: a code, never a person. */
  fileTitle: string
  addressee: string
  parts: readonly DocumentPart[]
  large: boolean
  annex: Letter | null
}

function Part({ part: { heading, text } }: { part: DocumentPart }) {
  return (
    <View wrap={isLong(text)}>
      <Heading>{heading}</Heading>
      {text.split('\n').map((line, at) =>
        line.startsWith(bullet) ? (
          // Two lines of one part may say the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move
          <View key={at} style={styles.entry}>
            <Text style={styles.dot}>•</Text>
            <View style={styles.value}>
              <Words>{line.slice(bullet.length)}</Words>
            </View>
          </View>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never move
          <Words key={at}>{line}</Words>
        ),
      )}
    </View>
  )
}

function Paper({ printed, note }: { printed: PrintedDocument; note: string | null }) {
  const { frame, title, fileTitle, addressee, parts, large, annex } = printed
  return (
    <Document title={fileTitle} creator="Spineboard" producer="Spineboard" language="en" conformance="PDF/A-2b">
      <Page size="A4" style={[styles.page, { paddingTop: pageTop(frame), fontSize: large ? 11.5 : 9 }]}>
        <Frame frame={frame} />
        {note !== null && <Text style={styles.small}>{note}</Text>}
        <Text>To: {addressee}</Text>
        <Text style={styles.title}>{title}</Text>
        {parts.map((part) => (
          <Part key={part.heading} part={part} />
        ))}
        {annex !== null && <Annex letter={annex} />}
      </Page>
    </Document>
  )
}

/**
 * A document as PDF/A-2b with its font inside: text can be selected, searched and read aloud, language and title are set. It has no
 * tags: the renderer writes none. A character that the font lacks is shown as missing, and the paper says so.
 */
export const documentPdf = async (document: PrintedDocument): Promise<Buffer> => {
  const shown = printable(document, await loadFont())
  return renderToBuffer(<Paper printed={shown} note={hasLost(document, shown) ? unprintableWords : null} />)
}
