import Link from 'next/link'
import { Card } from '@/app/_ui/card'
import { Chip } from '@/app/_ui/chip'
import { Icon } from '@/app/_ui/icon'
import { type Gap, readiness } from '@/lib/cases/readiness'
import type { Section } from '@/lib/cases/sections/section'
import { sections } from '@/lib/cases/sections/sections'
import type { Sheet } from './sheet'

const shownAtOnce = 7

const freshnessWords = Object.values<Section>(sections)
  .flatMap(({ title, freshDays }) => (freshDays === undefined ? [] : [`${title.toLowerCase()} ${freshDays} d`]))
  .join(', ')

/** How much of what the board needs is known, and what each gap is needed for. A case with gaps can be discussed. */
export function ReadinessCard({ sheet: { file }, mayWrite }: { sheet: Sheet; mayWrite: boolean }) {
  const { known, needed, gaps } = readiness(file)
  const rest = gaps.slice(shownAtOnce)
  const open = gaps.length === 1 ? 'One gap' : `${gaps.length} gaps`
  return (
    <Card
      title="Readiness"
      aside={<Chip tone={gaps.length === 0 ? 'ok' : 'warn'}>{gaps.length === 0 ? 'Complete' : open}</Chip>}
    >
      <p className="quiet">
        {known} of {needed} needed items known. {gaps.length > 0 && 'The case can be discussed with gaps.'}
      </p>
      <GapList gaps={gaps.slice(0, shownAtOnce)} {...{ file, mayWrite }} />
      {rest.length > 0 && (
        <details className="fold">
          <summary>
            <Icon name="down" />
            {rest.length} more
          </summary>
          <GapList gaps={rest} {...{ file, mayWrite }} />
        </details>
      )}
      {rest.length > 0 && <p className="print-only small">Also open: {rest.map(placed).join('; ')}.</p>}
      <p className="source-line">Freshness limits: {freshnessWords}. Older values carry a mark.</p>
    </Card>
  )
}

type GapListProps = { gaps: readonly Gap[]; file: Sheet['file']; mayWrite: boolean }

function GapList({ gaps, file, mayWrite }: GapListProps) {
  return (
    <ul className="gaps">
      {gaps.map((gap) => {
        const { section, item, field, neededFor, pending } = gap
        const where = placed(gap)
        return (
          <li key={`${section} ${item} ${field}`}>
            <Icon name={pending ? 'clock' : 'unk'} />
            <span>
              <b>{mayWrite ? <Link href={editHref(file.caseId, gap)}>{where}</Link> : where}</b>{' '}
              <span className="under">for {neededFor}</span>
            </span>
            <span className="muted small">{pending ? 'Pending' : sections[section].title}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The gap with the level it belongs to: `Pain, T7`. */
const placed = ({ section, item, label }: Gap): string =>
  section === 'lesions' && item !== '' ? `${label}, ${item}` : label

const editHref = (caseId: string, { section, item }: Gap): string =>
  `/cases/${caseId}/edit/${section}${section === 'lesions' && item !== '' ? `#${item}` : ''}`
