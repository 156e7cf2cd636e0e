import { goalsTitle, type Letter, type LetterRow, needsTitle, sequenceTitle } from '../letter'
import { bullet, type DocumentPart } from './document'

const rowWords = ({ label, value, source }: LetterRow): string => `${label}: ${value}${source ? ` (${source})` : ''}`

const rowsText = (rows: readonly LetterRow[]): string => rows.map((row) => `${bullet}${rowWords(row)}`).join('\n')

const answersText = (answers: Letter['recommendations'][number]['answers']): string =>
  answers.map(({ heading, rows }) => [heading, ...rows.map((row) => `${bullet}${rowWords(row)}`)].join('\n')).join('\n')

const someRows = (heading: string, rows: readonly LetterRow[]): DocumentPart[] =>
  rows.length === 0 ? [] : [{ heading, text: rowsText(rows) }]

/** The letter to referrer and GP as text that can be edited, from the same words as the letter of the record; its annex is not part of it. */
export const letterText = (letter: Letter): DocumentPart[] => [
  { heading: 'Opening', text: `${letter.salutation}\n${letter.opening}` },
  { heading: 'Question to the board', text: letter.question },
  ...letter.recommendations.map(({ modality, answers }) => ({ heading: modality, text: answersText(answers) })),
  ...someRows(sequenceTitle, letter.sequence),
  ...someRows(needsTitle, letter.needs),
  { heading: 'Why', text: letter.rationale },
  { heading: 'How the patient’s goals were considered', text: letter.goals },
  ...someRows(goalsTitle, letter.goalsOneByOne),
  { heading: 'Dissent', text: rowsText(letter.dissent) },
  { heading: 'Key facts', text: `${rowsText(letter.keyFacts)}\n${letter.incomplete}` },
  { heading: 'Signature', text: rowsText(letter.signature) },
]
