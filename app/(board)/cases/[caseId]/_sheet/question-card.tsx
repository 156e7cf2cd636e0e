import { Card } from '@/app/_ui/card'
import { factOf, knownText, showFact } from '@/lib/cases/case-file'
import { DatedText } from './dated-text'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { sourcesWords } from './sources'
import { storyLine } from './story-line'

/** What the board is asked, first on the page, with who it is about in one line. */
export function QuestionCard({ sheet }: { sheet: Sheet }) {
  const { file, today, timeZone } = sheet
  const summary = knownText(file, 'referral', 'summary')
  const informed = factOf(file, 'referral', 'informed')
  return (
    <Card
      title="Question to the board"
      head="label"
      className="sheet-question"
      note={sourcesWords([factOf(file, 'referral', 'summary')], timeZone)}
    >
      <p className="question">{file.question}</p>
      <p>
        <b>{storyLine(file, today)}.</b>{' '}
        {summary === undefined ? (
          'No story recorded.'
        ) : (
          <Sourced sheet={sheet} fact={factOf(file, 'referral', 'summary')}>
            <DatedText text={summary} />
          </Sourced>
        )}{' '}
        <span className="muted">
          Patient knows of this discussion:{' '}
          <Sourced sheet={sheet} fact={informed}>
            {showFact('referral', 'informed', informed).toLowerCase()}
          </Sourced>
          .
        </span>
      </p>
    </Card>
  )
}
