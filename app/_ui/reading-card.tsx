import type { ReactNode } from 'react'
import type { Band, Direction, Finding, Reading } from '@/lib/clinical/reading'
import { groupCounts, hasBands } from '@/lib/clinical/reading-words'
import { listWords } from '@/lib/foundation/words'
import { BandBar, type BandTones } from './band-bar'
import { Card } from './card'
import { Chip } from './chip'
import { EsccBadge, esccGrades } from './escc-badge'
import { lowerFirst } from './lower-first'
import { Notice } from './notice'
import { ReadingLines } from './reading-lines'
import { SinsBadge, type SinsClass } from './sins-badge'

type ReadingCardProps = {
  reading: Reading
  /** All bands of the instrument (`bandsOf(instrument)`), for the bar. */
  bands?: readonly Band[]
  /** Which part it is about: `T7`. */
  where?: string
  /** Short title, `SINS`; the full title of the instrument otherwise. */
  shortTitle?: string
  /** Page with options, bands and worked examples. */
  referenceHref?: string
  /** Acts, such as `Go to C6`. */
  children?: ReactNode
}

const directionWords: Readonly<Record<Direction, string>> = {
  'higher-worse': 'Higher is worse.',
  'higher-better': 'Higher is better.',
  label: 'A label, never added up.',
}

const tonesOf: Readonly<Record<string, BandTones>> = { sins: { unstable: 'crit', 'potentially-unstable': 'warn' } }

/**
 * One instrument's result with everything that explains it: score of the possible most, band, points by item, meaning,
 * direction, source. While answers are missing it shows the possible range and names what is missing, never a score.
 */
export function ReadingCard({ reading, bands = [], where, shortTitle, referenceHref, children }: ReadingCardProps) {
  const title = `${shortTitle ?? reading.title}${where === undefined ? '' : `, ${where}`}`
  return (
    <Card
      title={title}
      note={`version ${reading.version}`}
      aside={<ReadingBadge reading={reading} />}
      className="reading"
    >
      <Score reading={reading} bands={bands} title={shortTitle ?? reading.title} />
      {reading.form !== 'rule' && reading.lines.length > 1 && <ReadingLines lines={reading.lines} />}
      <Meaning reading={reading} />
      {reading.caveats.map(({ id, text }) => (
        <p key={id} className="quiet">
          {text}
        </p>
      ))}
      <p className="source-line">
        {directionWords[reading.direction]} {reading.source}. Supports clinical judgement, does not replace it.{' '}
        {reading.status === 'M' && 'Table not confirmed in the primary paper. '}
        {referenceHref !== undefined && <a href={referenceHref}>Options, bands, examples</a>}
      </p>
      {children}
    </Card>
  )
}

/** The result in one badge: SINS and ESCC in their own signs, others as a chip; dashed while incomplete. */
export function ReadingBadge({ reading, title }: { reading: Reading; title?: string }) {
  if (reading.instrument === 'sins' && reading.form === 'sum') {
    if (reading.kind === 'complete')
      return <SinsBadge sinsClass={sinsClassOf(reading.band.id)} score={reading.total} show="full" />
    if (reading.kind === 'incomplete') return <SinsBadge sinsClass="incomplete" score={reading.between} />
  }
  if (reading.instrument === 'escc' && reading.form === 'grade') {
    if (reading.kind === 'not-applicable') return <EsccBadge grade="n/a" />
    const grade = reading.kind === 'complete' && esccGrades.find((one) => one === reading.grade)
    if (grade) return <EsccBadge grade={grade} />
    // Where some grades are ruled out, the chip below names those that are left.
    if (reading.kind === 'incomplete' && reading.grades.length === esccGrades.length)
      return <EsccBadge grade="not assessed" />
  }
  const lead = title === undefined ? '' : `${title} `
  switch (reading.kind) {
    case 'complete':
      return <Chip>{`${lead}${resultWords(reading)}`}</Chip>
    case 'incomplete':
      return <Chip tone="unk">{`${lead}${rangeWords(reading)} incomplete`}</Chip>
    case 'ask':
      return <Chip tone="warn">{`${lead}to be settled`}</Chip>
    case 'not-applicable':
      return <Chip tone="unk">{`${lead}not applicable`}</Chip>
  }
}

const sinsClassOf = (band: string): SinsClass =>
  band === 'stable' || band === 'potentially-unstable' || band === 'unstable' ? band : 'incomplete'

const resultWords = (reading: Extract<Reading, { kind: 'complete' }>): string => {
  if (reading.form === 'sum') {
    const total = `${reading.total}${reading.range ? ` / ${reading.range[1]}` : ''}`
    return hasBands(reading.band) ? `${total} ${lowerFirst(reading.band.label)}` : total
  }
  if (reading.form === 'grade') return reading.grade
  const counted = groupCounts(reading.findings)
  if (counted) return counted
  return reading.findings.length === 1 ? '1 consideration' : `${reading.findings.length} considerations`
}

const rangeWords = (reading: Extract<Reading, { kind: 'incomplete' }>): string => {
  if (reading.form === 'sum') return `${reading.between[0]}–${reading.between[1]}`
  if (reading.form === 'grade') return reading.grades.length > 4 ? '' : reading.grades.join(', ')
  return ''
}

function Score({ reading, bands, title }: { reading: Reading; bands: readonly Band[]; title: string }) {
  if (reading.form === 'rule' || reading.kind === 'not-applicable') return null
  if (reading.form === 'grade') {
    if (reading.kind !== 'complete') return null
    return (
      <p className="reading-score">
        <b>{reading.grade}</b> <span>{reading.gradeLabel}</span>
      </p>
    )
  }
  const score = reading.kind === 'complete' ? reading.total : reading.between
  return (
    <>
      {reading.kind === 'complete' && (
        <p className="reading-score">
          <b>{reading.total}</b> <span className="muted">of {reading.range?.[1]} points</span>
        </p>
      )}
      {score !== null && <BandBar {...{ title, bands, score }} tones={tonesOf[reading.instrument]} />}
    </>
  )
}

function Meaning({ reading }: { reading: Reading }) {
  switch (reading.kind) {
    case 'not-applicable':
      return <Notice kind="info" title={reading.why} />
    case 'ask':
      return <Notice kind="stale" title={reading.why} />
    case 'incomplete':
      return <Incomplete reading={reading} />
    case 'complete':
      return <Complete reading={reading} />
  }
}

function Complete({ reading }: { reading: Extract<Reading, { kind: 'complete' }> }) {
  if (reading.form === 'rule')
    return reading.findings.length === 0 ? (
      <p>No consideration from this framework.</p>
    ) : (
      <Findings findings={reading.findings} />
    )
  if (reading.band === null) return null
  const { label, meaning, range } = reading.band
  if (!hasBands(reading.band)) return <p>{meaning}</p>
  // The grade says it already where it is the band.
  if (reading.form === 'grade' && reading.gradeLabel === label) return <p>{meaning}</p>
  return (
    <p>
      <b>
        {range === null ? '' : range[0] === range[1] ? `${range[0]} ` : `${range[0]}–${range[1]} `}
        {range === null ? label : lowerFirst(label)}.
      </b>{' '}
      {meaning}
    </p>
  )
}

function Incomplete({ reading }: { reading: Extract<Reading, { kind: 'incomplete' }> }) {
  const missing = listWords(reading.missing.map(({ label }) => lowerFirst(label)))
  // An open line of a checklist is named among what is missing, and is either of its answers.
  const possible = reading.form === 'rule' ? reading.possible.filter(({ item }) => item === undefined) : []
  return (
    <>
      {reading.form === 'rule' && <Findings findings={reading.findings} />}
      <p>
        Missing: <b>{missing}</b>. {possibleWords(reading)}
      </p>
      {possible.length > 0 && (
        <>
          <p className="muted">Depends on the missing answers:</p>
          <Findings findings={possible} />
        </>
      )}
    </>
  )
}

const possibleWords = (reading: Extract<Reading, { kind: 'incomplete' }>): string => {
  if (reading.form === 'sum') {
    const bands = reading.bands.filter(hasBands).map(({ label }) => lowerFirst(label))
    const range = `Possible range ${reading.between[0]}–${reading.between[1]} points`
    return `${range}${bands.length > 0 ? `: ${bands.join(' or ')}` : ''}. No score until answered.`
  }
  if (reading.form === 'grade') return 'No grade until answered.'
  return ''
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="findings">
      {findings.map(({ id, group, text, item }) => (
        <li key={id}>
          {item === undefined ? (
            <>
              {text} <span className="muted tiny">{id}</span>
            </>
          ) : (
            <>
              <b>{group}:</b> {text}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
