import { Card } from '@/app/_ui/card'
import { Severity } from '@/app/_ui/severity'
import type { DocumentPart } from '@/lib/exchange/documents/document'
import { unexplainedTerms } from '@/lib/exchange/documents/plain-terms'
import { aimedGrade, type HardSentence, readabilityOf } from '@/lib/exchange/documents/readability'

/** Places that the author still has to fill in say nothing of how the letter will read. */
const withoutOpenPlaces = (parts: readonly DocumentPart[]): string =>
  parts
    .map(({ text }) => text)
    .join('\n')
    .replace(/\[(?:Fill in|Put into plain words): .*\]?/gu, '')

const whyWords = ({ why, count }: HardSentence): string => (why === 'long' ? `${count} words` : 'long words')

const verdict = (grade: number): { tone: 'ok' | 'warn'; words: string } =>
  grade <= aimedGrade
    ? { tone: 'ok', words: 'Suits a reading age of about twelve' }
    : { tone: 'warn', words: 'Harder than for a reading age of twelve' }

/** How hard the letter is to read, which sentences to look at again, and which words nothing explains. */
export function ReadingAge({ parts }: { parts: readonly DocumentPart[] }) {
  const { grade, hard, sentences, words } = readabilityOf(withoutOpenPlaces(parts))
  const terms = unexplainedTerms(parts)
  const found = grade === null ? null : verdict(grade)
  return (
    <Card title="Ease of reading" note="while you write">
      <div className="stack">
        {grade === null || found === null ? (
          <p>There is no text yet.</p>
        ) : (
          <div>
            <p className="reading-grade">
              {grade.toFixed(1)} <span className="muted">{`Flesch-Kincaid grade, aim ${aimedGrade} or less`}</span>
            </p>
            <Severity tone={found.tone}>{found.words}</Severity>
          </div>
        )}
        {hard.length > 0 && (
          <div>
            <h3>{hard.length === 1 ? '1 hard sentence' : `${hard.length} hard sentences`}</h3>
            <ul className="document-list">
              {hard.map((sentence) => (
                <li key={sentence.words}>
                  <span className="user-text">{sentence.words}</span>{' '}
                  <span className="muted">{`(${whyWords(sentence)})`}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {terms.length > 0 && (
          <div>
            <h3>Not explained where it stands first</h3>
            <ul className="document-list">
              {terms.map(({ word, plain }) => (
                <li key={word}>
                  <b>{word}</b>: {plain}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="source-line">
          {`${words} words in ${sentences} sentences, without places that are still open. Kincaid 1975. It counts lengths of words and sentences and knows nothing of what they mean.`}
        </p>
      </div>
    </Card>
  )
}
