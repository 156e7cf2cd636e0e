import type { ReactNode } from 'react'
import { levelOrder, type Vertebra } from '@/lib/clinical/spine'
import { EsccBadge } from './escc-badge'
import { Icon } from './icon'
import { SinsBadge } from './sins-badge'
import { SpineDrawing } from './spine-drawing'
import { spineGeometry } from './spine-geometry'
import { describeSpine, placeCallouts, type SpineLesion, type SpinePicture } from './spine-words'

const full = { spine: spineGeometry(1), frame: { axis: 150, width: 236, labelsX: 90, regionX: 66 } }
const small = { spine: spineGeometry(0.66, 2), frame: { axis: 52, width: 112, labelsX: 22, regionX: 26 } }

// Callouts wrap at about 30 characters; an estimate keeps them apart without measuring in the browser.
const calloutHeight = ({ note = '', escc }: SpineLesion) =>
  34 + (escc === 'not imaged' || escc === 'not assessed' ? 23 : 0) + 16 * Math.ceil(note.length / 30)

type SpineMapProps = {
  picture: SpinePicture
  /** Puts a link to the points behind it around the SINS badge of a level. */
  linkScore?: (level: Vertebra, badge: ReactNode) => ReactNode
}

/** The spine with a written callout for every involved level, as a picture. Dangerous levels are read in the same words by all. */
export function SpineMap({ picture, linkScore = (_, badge) => badge }: SpineMapProps) {
  const { spine, frame } = full
  const lesions = [...picture.lesions].sort((a, b) => levelOrder(a.level) - levelOrder(b.level))
  const wishes = lesions.map((lesion) => ({
    at: spine.bodies[lesion.level].middle - 12,
    height: calloutHeight(lesion),
  }))
  const { tops, bottom } = placeCallouts(wishes, spine.height)
  const leaders = lesions.map(({ level }, index) => ({ level, at: (tops[index] ?? 0) + 11 }))
  return (
    <div className="spine-map">
      <SpineDrawing {...{ spine, frame, picture, leaders }} words={describeSpine(picture)} withDose />
      <ul className="spine-callouts" style={{ minHeight: bottom }}>
        {lesions.map(({ level, sins, sinsClass, escc, note }, index) => (
          <li key={level} style={{ top: tops[index] }}>
            <p className="row-wrap">
              <b>{picture.names?.[level] ?? level}</b>
              {linkScore(level, <SinsBadge {...{ sinsClass, score: sins }} show="score" />)}
              <EsccBadge grade={escc} />
            </p>
            {note !== undefined && <p className="quiet small">{note}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The spine at two thirds of its size, naming only the involved levels. Put the facts beside it. */
export function SpineMini({ picture }: { picture: SpinePicture }) {
  return <SpineDrawing {...small} picture={picture} words={describeSpine(picture)} names="involved" />
}

/** What the fillings and signs of the map mean. */
export function SpineLegend() {
  return (
    <ul className="legend">
      <li>
        <i className="swatch lytic" /> lytic
      </li>
      <li>
        <i className="swatch mixed" /> mixed
      </li>
      <li>
        <i className="swatch blastic" /> blastic
      </li>
      <li>
        <i className="swatch radiation" /> earlier radiation
      </li>
      <li>
        <i className="swatch cement" /> cement
      </li>
      <li className="severity-crit">
        <Icon name="sins-unstable" /> unstable 13–18
      </li>
      <li className="severity-warn">
        <Icon name="sins-potential" /> potentially 7–12
      </li>
      <li>
        <Icon name="sins-stable" /> stable 0–6
      </li>
    </ul>
  )
}
