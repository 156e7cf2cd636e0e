'use client'
import { Button } from '@/app/_ui/button'
import { type CaseFile, clearLevels, itemsOf, knownText, levelsOnMap } from '@/lib/cases/case-file'
import { isBorderlineAt } from '@/lib/cases/compression'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { nameOfLevel } from '@/lib/cases/level-names'
import { studyNames, studySeenOn } from '@/lib/cases/study-names'
import { isBelowConus, locationClassOf, regionOf, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import { useEntryState } from '../entry-context'
import { FactField } from '../fact-field'
import { FoldedGroup } from '../folded-group'
import type { Copied } from '../item-acts'
import { SectionDay } from '../section-day'
import { answeredIn, fieldOf, isHeld } from '../shown-fields'
import { RequiredEntry, WhyEmpty } from '../why-empty'
import { CollapseField } from './collapse-field'
import { EarlierHere } from './earlier-here'
import { EpiduralField } from './epidural-field'
import { CopiedNotice, LevelActs } from './level-acts'
import { LevelText } from './level-field'
import { LevelCards, PointsField } from './points-field'
import { SecondRating } from './second-rating'

type LevelFormProps = {
  level: Vertebra
  /** What was just copied from another level to one of them. */
  copied: Copied | null
  onCopied: (copied: Copied | null) => void
  onGo: (level: Vertebra) => void
}

/** Everything that is asked of one level, in the order in which a scan is read. */
export function LevelForm({ level, copied, onCopied, onGo }: LevelFormProps) {
  const { file } = useEntryState()
  const isRecorded = itemsOf(file, 'lesions').includes(level)
  const name = nameOfLevel(file, level)
  const isClear = clearLevels(file).includes(level)
  const next = nextOnMap(file, level)
  return (
    <section className="card entry-form" aria-labelledby="level-title">
      <div className="card-head">
        <h2 id="level-title" className="level-title">
          {level}
        </h2>
        <span className="card-note">
          {[name === level ? '' : name, regionOf(level), locationClassOf(level)].filter(Boolean).join(', ')}
        </span>
        <span className="spacer" />
        <LevelActs {...{ level, isRecorded, onCopied }} />
      </div>
      <div className="card-body form">
        {copied?.to === level && <CopiedNotice {...{ copied }} onChange={onCopied} />}
        {!isRecorded && (
          <p className="muted">Nothing is recorded at {level}. An answer on tumour or a finding puts it on the map.</p>
        )}
        <RequiredEntry section="lesions" />
        <WhyEmpty section="lesions" isEmpty={involvedLevels(file).length === 0} />
        <div className="level-pair">
          <LevelText {...{ level }} name="seenOn" suggestions={studyNames(file)} />
          {studySeenOn(file, level) === null && <SectionDay section="lesions" item={level} />}
        </div>
        <LevelCards {...{ level }} name="involvement" states={[]} />
        {isClear ? (
          <p className="muted">
            {level} is stated to be free of tumour: it is not scored and not counted. Answers recorded before are kept.
          </p>
        ) : (
          <>
            <EarlierHere level={level} />
            <PointsField {...{ level }} name="pain" label="Pain at this level" />
            <PointsField {...{ level }} name="lesion" />
            <PointsField {...{ level }} name="alignment" />
            <CollapseField level={level} />
            <PointsField {...{ level }} name="posterolateral" />
            <Compression level={level} />
            <Extent level={level} />
            <SecondRating level={level} />
          </>
        )}
        <LevelText {...{ level }} name="words" />
        {next && (
          <p>
            <Button onClick={() => onGo(next)}>Next level: {next}</Button>
          </p>
        )}
      </div>
    </section>
  )
}

/**
 * Compression at a level: the epidural grade and what it was read on; from L2 down the cauda equina, and the grade only where a
 * clinician insists on it, or once recorded. Where imaging is borderline a clinician may say whether it counts as compression.
 */
function Compression({ level }: { level: Vertebra }) {
  const state = useEntryState()
  const where = { section: 'lesions', item: level } as const
  const isBelow = isBelowConus(level)
  const insists = knownText(state.file, 'lesions', 'gradeBelowConus', level) === 'yes'
  const isGraded = !isBelow || insists || isHeld(state, where, 'escc')
  const isJudged = isBorderlineAt(state.file, level) || isHeld(state, where, 'compressionJudged')
  return (
    <>
      {isBelow && <LevelCards {...{ level }} name="caudaEquina" />}
      {isBelow && <LevelCards {...{ level }} name="gradeBelowConus" states={[]} />}
      {isGraded && <EpiduralField level={level} />}
      {isGraded && <LevelCards {...{ level }} name="esccMethod" states={[]} />}
      {isJudged && <LevelCards {...{ level }} name="compressionJudged" states={[]} />}
    </>
  )
}

/** The recorded level that follows downwards; undefined below the last one. */
function nextOnMap(file: CaseFile, level: Vertebra): Vertebra | undefined {
  return levelsOnMap(file).find((one) => vertebrae.indexOf(one) > vertebrae.indexOf(level))
}

const extentFields = ['epiduralSectors', 'epiduralLevels', 'paraspinal', 'paraspinalLevels']

/** How far the tumour reaches beyond the bone, folded: a plain case says it in words or not at all. */
function Extent({ level }: { level: Vertebra }) {
  const state = useEntryState()
  const where = { section: 'lesions', item: level } as const
  return (
    <FoldedGroup
      title="Epidural and paraspinal extent"
      answered={answeredIn(state, where, extentFields)}
      of={extentFields.length}
    >
      <div className="form-grid fact-grid">
        {extentFields.map((name) => {
          const field = fieldOf('lesions', name)
          return field && <FactField key={name} place={{ ...where, field: name }} field={field} />
        })}
      </div>
    </FoldedGroup>
  )
}
