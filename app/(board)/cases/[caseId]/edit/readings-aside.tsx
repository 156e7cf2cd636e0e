'use client'
import { useDeferredValue, useMemo } from 'react'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Notice } from '@/app/_ui/notice'
import { ReadingBadge, ReadingCard } from '@/app/_ui/reading-card'
import { illnessScores, isIllnessRecorded } from '@/lib/cases/illness-readings'
import { prognosisScores } from '@/lib/cases/prognosis-readings'
import { type CaseReadings, readingsOf } from '@/lib/cases/readings'
import type { SectionId } from '@/lib/cases/sections/sections'
import { bandsOf, type Instrument } from '@/lib/clinical/instrument'
import type { Reading } from '@/lib/clinical/reading'
import { describeLevels } from '@/lib/clinical/spine'
import { listWords } from '@/lib/foundation/words'
import { unscoredWords } from '../_sheet/stability-words'
import { useEntryState } from './entry-context'
import { RadiosensitivityCard } from './radiosensitivity-card'

/** The readings of the case as it is typed. Typing is never held up by them. */
export function useReadings(): CaseReadings {
  const file = useDeferredValue(useEntryState().file)
  return useMemo(() => readingsOf(file), [file])
}

type Shown = { id: string; reading: Reading; shortTitle: string; instrument?: Instrument }

const relevant: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  tumour: ['katagiri', 'nesms', 'bauer', 'tokuhashi', 'tomita'],
  neurology: ['frankel', 'nesms', 'tokuhashi'],
  fitness: ['ecog', 'kps', 'katagiri', 'tokuhashi'],
  comorbidity: ['charlson', 'charlson-without', 'charlson-age', 'mfi-5', 'mfi-11', 'mstfi'],
}

function shownReadings(readings: CaseReadings): Shown[] {
  return [
    { id: 'ecog', reading: readings.ecog, shortTitle: 'ECOG' },
    { id: 'kps', reading: readings.kps, shortTitle: 'KPS' },
    { id: 'frankel', reading: readings.frankel, shortTitle: 'Frankel' },
    ...prognosisScores(readings).map(({ name, ...score }) => ({ ...score, shortTitle: name })),
  ]
}

const shownIllness = ({ illness }: CaseReadings): Shown[] =>
  illnessScores(illness).map(({ id, name, reading }) => ({ id, reading, shortTitle: name }))

const hasAnswer = ({ reading }: Shown): boolean => reading.lines.some(({ state }) => state !== 'missing')

/** At the right of a form: all readings in one card, and in full those that this section feeds. */
export function ReadingsAside({ section }: { section: SectionId }) {
  const readings = useReadings()
  const { file } = useEntryState()
  const withIllness = section === 'comorbidity' || isIllnessRecorded(file)
  const all = [...shownReadings(readings), ...(withIllness ? shownIllness(readings) : [])]
  const here = all.filter(({ id }) => relevant[section]?.includes(id))
  const untouched = here.filter((one) => !hasAnswer(one))
  const told = here.filter(hasAnswer)
  return (
    <div className="entry-readings">
      <Card title="Readings" note="as you type">
        <ul className="reading-rows">
          <li>
            <b>Highest SINS</b>
            <span>{worstSinsWords(readings)}</span>
          </li>
          <li>
            <b>Highest ESCC</b>
            <span>{worstEsccWords(readings)}</span>
          </li>
          {all.map(({ id, reading, shortTitle }) => (
            <li key={id}>
              <b>{shortTitle}</b>
              <ReadingBadge reading={reading} />
            </li>
          ))}
        </ul>
        <p className="source-line">Missing answers give a range, never a score.</p>
      </Card>
      {section === 'tumour' && <RadiosensitivityCard file={file} />}
      {untouched.length > 0 && (
        <p className="source-line">
          Nothing to explain yet of {listWords(untouched.map(({ shortTitle }) => shortTitle))}: no item is answered.
        </p>
      )}
      {told.map((one) =>
        told.length > mostInFull ? (
          <details key={one.id} className="fold">
            <summary>
              <Icon name="down" />
              Items behind {one.shortTitle}
            </summary>
            <InFull {...one} />
          </details>
        ) : (
          <InFull key={one.id} {...one} />
        ),
      )}
      {section === 'tumour' && readings.primaries.length === 0 && (
        <Notice kind="info" title="Choose the primary tumour.">
          Every survival score and the radiosensitivity depend on it.
        </Notice>
      )}
    </div>
  )
}

/** So many readings stand open beside a form; of more each is behind its name. */
const mostInFull = 2

const InFull = ({ reading, shortTitle, instrument }: Shown) => (
  <ReadingCard {...{ reading, shortTitle }} bands={instrument ? bandsOf(instrument) : undefined} />
)

const worstSinsWords = ({ worstSins }: CaseReadings): string =>
  [highestWords(worstSins), unscoredWords(worstSins)].filter(Boolean).join('; ')

const highestWords = (worstSins: CaseReadings['worstSins']): string => {
  if (worstSins.kind === 'none') return worstSins.unscored.length > 0 ? '' : 'no level recorded'
  if (worstSins.kind === 'incomplete')
    return `${worstSins.between.join('–')}, open at ${describeLevels(worstSins.open)}`
  return `${worstSins.total} ${worstSins.band.label.toLowerCase()}, ${describeLevels(worstSins.at)}`
}

const worstEsccWords = ({ worstEscc }: CaseReadings): string => {
  const known = worstEscc.kind === 'known' ? `${worstEscc.grade}, ${describeLevels(worstEscc.at)}` : ''
  const open = worstEscc.open.length > 0 ? `open at ${describeLevels(worstEscc.open)}` : ''
  return [known, open].filter(Boolean).join('; ') || 'no level graded'
}
