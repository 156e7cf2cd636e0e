import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Severity } from '@/app/_ui/severity'
import { directionWords } from '@/app/(board)/reference/instrument-words'
import { type FurtherScore, furtherScores } from '@/lib/cases/further/further-scores'
import { levelScores } from '@/lib/cases/sections/scores'
import { nextStepOf, ownCaveats } from '@/lib/clinical/reading-words'
import { listWords } from '@/lib/foundation/words'
import { meaningWords, possibleWords, resultWords, scoreHref, scoreName } from '../scores/score-words'
import type { Sheet } from './sheet'
import { sourcesWords } from './sources'

const isAnswered = ({ given }: FurtherScore): boolean => Object.keys(given).length > 0
const isComplete = ({ reading }: FurtherScore): boolean => reading.kind === 'complete'

const countWords = (count: number): string => (count === 1 ? '1 score' : `${count} scores`)

/**
 * Every instrument that no other card reads: at once those that somebody answered for the case; folded what the case fills by itself, and
 * what is not complete, each with what it lacks. It stays off the paper, which has two pages.
 */
export function FurtherScoresCard({ sheet, mayWrite }: { sheet: Sheet; mayWrite: boolean }) {
  const all = furtherScores(sheet.file, sheet.today)
  const answered = all.filter(isAnswered)
  const others = all.filter((score) => !isAnswered(score))
  const read = others.filter(isComplete)
  const open = others.filter((score) => !isComplete(score))
  return (
    <Card
      title="Further scores"
      className="sheet-across no-print further-scores"
      note={`${all.filter(isComplete).length} of ${all.length} complete`}
    >
      {answered.length > 0 && (
        <Scores caption="Scores answered for this case" {...{ sheet, mayWrite }} scores={answered} />
      )}
      <Folded title={`Read from the case alone: ${countWords(read.length)}`} {...{ sheet, mayWrite }} scores={read} />
      <Folded
        title={`Not complete: ${countWords(open.length)}, each with what it lacks`}
        {...{ sheet, mayWrite }}
        scores={open}
      />
      {!all.some(({ level }) => level !== null) && (
        <p className="source-line">
          At a level, and none is recorded: {listWords(levelScores.map(({ title }) => title))}.
        </p>
      )}
      <p className="source-line">
        Filled from the case where it answers an item; the rest is answered on the page of the score. Supports clinical
        judgement, does not replace it.
      </p>
    </Card>
  )
}

function Folded({ title, ...rest }: Omit<ScoresProps, 'caption'> & { title: string }) {
  if (rest.scores.length === 0) return null
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        {title}
      </summary>
      <Scores caption={title} {...rest} />
    </details>
  )
}

type ScoresProps = { caption: string; scores: readonly FurtherScore[]; sheet: Sheet; mayWrite: boolean }

function Scores({ caption, scores, sheet, mayWrite }: ScoresProps) {
  return (
    <table className="table dense as-cards">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Score and version</th>
          <th scope="col">Reading</th>
          <th scope="col">What it rests on</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <Row key={scoreName(score)} {...{ score, sheet, mayWrite }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ score, sheet, mayWrite }: { score: FurtherScore; sheet: Sheet; mayWrite: boolean }) {
  const { instrument, reading, differences } = score
  const { timeZone, file, asOf } = sheet
  const name = scoreName(score)
  // What always goes with an instrument is said of its figures, so only where it gives one.
  const remarks = reading.kind === 'complete' ? reading.caveats : ownCaveats(instrument, reading)
  const from = sourcesWords(
    reading.lines.map((line) => line.from),
    timeZone,
  )
  return (
    <tr>
      <th scope="row">
        {asOf === undefined ? (
          <Link href={scoreHref(file.caseId, score)}>
            {name}
            <span className="visually-hidden">{mayWrite ? ', open and answer' : ', open'}</span>
          </Link>
        ) : (
          name
        )}
        <span className="under">
          version {instrument.version}, {directionWords[instrument.direction].toLowerCase()}
        </span>
      </th>
      <td data-label="Reading">
        <Result score={score} />
      </td>
      <td data-label="What it rests on" className="small">
        {from === '' ? 'No answer yet' : from}. {instrument.source}.
        {reading.kind !== 'complete' && <span className="under">{nextStepOf(reading)}</span>}
        {remarks.length > 0 && <span className="under">{remarks.map(({ text }) => text).join(' ')}</span>}
        {differences.map(({ item, label, given, byCase }) => (
          <Severity key={item} tone="warn">
            {label}: answered here “{given}”, the case says “{byCase}”
          </Severity>
        ))}
      </td>
    </tr>
  )
}

function Result({ score: { reading } }: { score: FurtherScore }) {
  switch (reading.kind) {
    case 'complete': {
      const meaning = meaningWords(reading)
      return (
        <>
          <b>{resultWords(reading)}</b>
          {meaning !== '' && <span className="under">{meaning}</span>}
        </>
      )
    }
    case 'not-applicable':
      return <Severity tone="unk">not applicable</Severity>
    case 'ask':
      return <Severity tone="warn">one answer to settle</Severity>
    case 'incomplete': {
      const possible = possibleWords(reading)
      return <Severity tone="unk">incomplete{possible === '' ? '' : `, ${possible}`}</Severity>
    }
  }
}
