import { useId } from 'react'
import { levelsBetween, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import type { EsccGrade } from './escc-badge'
import { halfWidthAt, pointBeside, type SpineGeometry } from './spine-geometry'
import {
  bodyPath,
  canalPath,
  cordPath,
  epiduralPath,
  leaderStart,
  processPath,
  radiationBand,
  rootPaths,
} from './spine-paths'
import { SpinePatterns } from './spine-patterns'
import { gradeOf, type SpineInstrumentation, type SpineLesion, type SpinePicture } from './spine-words'

/** Where things stand in the drawing, in px: the axis of the bodies, the right edge of level names, the left end of region lines. */
type SpineFrame = { axis: number; width: number; labelsX: number; regionX: number }

type SpineDrawingProps = {
  spine: SpineGeometry
  frame: SpineFrame
  picture: SpinePicture
  /** Text alternative. Without it the drawing is hidden from screen readers, for use under real options. */
  words?: string
  selected?: Vertebra
  /** `involved` names only the levels with a lesion. */
  names?: 'all' | 'involved'
  /** Ends of the leader lines: level and height of its callout. */
  leaders?: readonly { level: Vertebra; at: number }[]
  /** Dose and date beside the radiation band. */
  withDose?: boolean
}

const regionStarts: readonly Vertebra[] = ['C0', 'T1', 'L1', 'S1']

/** The side view itself, as SVG. Server or client; all positions come from the geometry. */
export function SpineDrawing(props: SpineDrawingProps) {
  const { spine, frame, picture, words, selected, names = 'all', leaders = [], withDose = false } = props
  const { axis, width, labelsX, regionX } = frame
  const patterns = useId()
  const lesionAt = new Map(picture.lesions.map((lesion) => [lesion.level, lesion]))
  const grades = Object.fromEntries(
    picture.lesions.flatMap((lesion): [Vertebra, EsccGrade][] => {
      const grade = gradeOf(lesion)
      return grade === undefined ? [] : [[lesion.level, grade]]
    }),
  )
  const drawing = (
    <>
      <SpinePatterns prefix={patterns} />
      {regionStarts.map((level) => {
        const y = spine.bodies[level].top - 1.7
        return <line key={level} className="spine-region" x1={regionX} x2={width} y1={y} y2={y} />
      })}
      {vertebrae.map((level) => (
        <path key={level} className="spine-process" d={processPath(spine, axis, level) ?? ''} />
      ))}
      <path className="spine-canal" d={canalPath(spine, axis)} />
      <path className="spine-cord" d={cordPath(spine, axis, grades)} />
      {rootPaths(spine, axis).map((path) => (
        <path key={path} className="spine-root" d={path} />
      ))}
      {picture.lesions.map((lesion) => {
        const grade = gradeOf(lesion)
        const path = grade && epiduralPath(spine, axis, lesion.level, grade)
        return path ? <path key={lesion.level} className="spine-epidural" d={path} /> : null
      })}
      {vertebrae.map((level) => (
        <VertebralBody
          key={level}
          {...{ spine, axis, level, patterns }}
          lesion={lesionAt.get(level)}
          hasCement={picture.cement?.includes(level) ?? false}
        />
      ))}
      {picture.instrumentation?.map((span) => (
        <Rods key={span.from} {...{ spine, axis, span }} />
      ))}
      {picture.radiation?.map(({ from, to, dose, when }) => {
        const { path, wordsX, wordsY } = radiationBand(spine, axis, from, to)
        const x = Math.min(wordsX, labelsX - 28)
        return (
          <g key={`${from} ${dose} ${when}`}>
            <path className="spine-radiation" fill={`url(#${patterns}-radiation)`} d={path} />
            {withDose && (
              <>
                <text className="spine-dose" x={x} y={wordsY - 3} textAnchor="end">
                  {dose}
                </text>
                <text className="spine-dose-date" x={x} y={wordsY + 11} textAnchor="end">
                  {when}
                </text>
              </>
            )}
          </g>
        )
      })}
      {vertebrae
        .filter((level) => names === 'all' || lesionAt.has(level))
        .map((level) => (
          <text
            key={level}
            className={`spine-name${lesionAt.has(level) ? ' involved' : ''}${level === selected ? ' selected' : ''}`}
            x={labelsX}
            y={spine.bodies[level].middle + 3.7}
            textAnchor="end"
          >
            {picture.names?.[level] === undefined ? level : `${level}*`}
          </text>
        ))}
      {leaders.map(({ level, at }) => {
        const [x, y] = leaderStart(spine, axis, level)
        return (
          <g key={level} className="spine-leader">
            <circle cx={x} cy={y} r="2.4" />
            <path d={`M${x.toFixed(1)} ${y.toFixed(1)}L${width - 12} ${at}H${width}`} />
          </g>
        )
      })}
    </>
  )
  const size = { className: 'spine', width, height: spine.height, viewBox: `0 0 ${width} ${spine.height}` }
  if (words === undefined)
    return (
      <svg {...size} aria-hidden="true">
        {drawing}
      </svg>
    )
  return (
    <svg {...size} role="img" aria-label={words}>
      {drawing}
    </svg>
  )
}

type BodyProps = {
  spine: SpineGeometry
  axis: number
  level: Vertebra
  patterns: string
  lesion: SpineLesion | undefined
  hasCement: boolean
}

function VertebralBody({ spine, axis, level, patterns, lesion, hasCement }: BodyProps) {
  const body = spine.bodies[level]
  const path = bodyPath(body, spine.scale, lesion?.collapsePercent)
  const tilt = level === 'C0' ? 0 : body.tilt
  const [w, h] = [body.width * 0.55, body.height * 0.55]
  return (
    <g
      className={lesion ? `spine-body involved ${lesion.sinsClass}` : 'spine-body'}
      transform={`translate(${(axis + body.offset).toFixed(1)} ${body.middle.toFixed(1)}) rotate(${tilt.toFixed(1)})`}
    >
      <path className="spine-bone" d={path} />
      {lesion && <path className="spine-lesion" fill={`url(#${patterns}-${lesion.type})`} d={path} />}
      {hasCement && (
        <>
          <rect className="spine-cement" x={-w / 2} y={-h / 2} width={w} height={h} rx="2" />
          <path className="spine-cement" d={`M${-w / 2} 0h${w}M0 ${-h / 2}v${h}`} />
        </>
      )}
    </g>
  )
}

// One rod hides the other in a side view, so two thin lines stand for two rods.
function Rods({ spine, axis, span }: { spine: SpineGeometry; axis: number; span: SpineInstrumentation }) {
  const levels = levelsBetween(span.from, span.to)
  const points = levels.map((level) => {
    const y = spine.bodies[level].middle
    return {
      level,
      rod: pointBeside(spine, axis, y, halfWidthAt(spine, y) + 14 * spine.scale),
      tip: pointBeside(spine, axis, y, 0),
    }
  })
  const line = (aside: number) =>
    points
      .map(({ rod: [x, y] }, index) => `${index === 0 ? 'M' : 'L'}${(x + aside).toFixed(1)} ${y.toFixed(1)}`)
      .join('')
  return (
    <g className="spine-rods">
      {points.map(({ level, rod, tip }) => (
        <line key={level} x1={rod[0]} y1={rod[1]} x2={tip[0]} y2={tip[1]} />
      ))}
      <path d={line(0)} />
      <path d={line(3)} />
    </g>
  )
}
