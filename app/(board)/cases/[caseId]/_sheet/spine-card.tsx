import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { SpineLegend, SpineMap } from '@/app/_ui/spine-map'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { spinePictureOf } from '../_spine-picture'
import { calloutWords } from './callout-words'
import { FactEntry } from './fact-entry'
import { LevelDetails, pointsIdOf } from './level-details'
import { PointsLink } from './points-link'
import type { Sheet } from './sheet'
import { sourcesWords } from './sources'
import { spineRemarks } from './spine-remarks'

/** The involved levels on the spine, each with its readings and findings in words, and all its facts folded below. */
export function SpineCard({ sheet }: { sheet: Sheet }) {
  const { file, readings, timeZone } = sheet
  const picture = spinePictureOf(file, readings.levels)
  const lesions = picture.lesions.map((lesion) => ({ ...lesion, note: calloutWords(file, lesion.level) }))
  const facts: FactView[] = Object.values(file.facts.lesions ?? {}).flatMap((fields) => Object.values(fields))
  const count = lesions.length === 1 ? '1 level involved' : `${lesions.length} levels involved`
  const sources = sourcesWords(facts, timeZone)
  return (
    <Card title="Spine map" className="sheet-spine" note={sources === '' ? count : `${count}, ${sources}`}>
      {lesions.length === 0 && (
        <>
          <Empty title="No involved level recorded.">Add levels under “Lesions by level” when editing the case.</Empty>
          <dl className="facts">
            <FactEntry sheet={sheet} section="referral" field="noLesionBecause" label="Because" onlyKnown />
          </dl>
        </>
      )}
      <SpineMap
        picture={{ ...picture, lesions }}
        linkScore={(level, badge) => (
          <PointsLink to={pointsIdOf(level)} where={level}>
            {badge}
          </PointsLink>
        )}
      />
      <SpineLegend />
      <SpineRemarks file={file} />
      {readings.levels.map((reading) => (
        <LevelDetails key={reading.level} sheet={sheet} reading={reading} />
      ))}
    </Card>
  )
}

/** What holds for the spine as a whole or needs a second look: numbering, masses over levels, clear levels, raters who differ. */
function SpineRemarks({ file }: { file: CaseFile }) {
  const remarks = spineRemarks(file)
  if (remarks.length === 0) return null
  return (
    <ul className="spine-remarks">
      {remarks.map(({ words, isWarning }) => (
        <li key={words}>{isWarning ? <Severity tone="warn">{words}</Severity> : words}</li>
      ))}
    </ul>
  )
}
