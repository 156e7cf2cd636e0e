import { Icon } from './icon'

/** Epidural grades of Bilsky 2010, in order of severity: labels, never numbers to calculate with. */
export const esccGrades = ['0', '1a', '1b', '1c', '2', '3'] as const
export type EsccGrade = (typeof esccGrades)[number]

/** Why there is no grade: below the conus it does not apply, otherwise it was not seen, not graded, or graded in two ways. */
export type EsccGap = 'n/a' | 'not imaged' | 'not assessed' | 'sources differ'

/** Each grade in short words. Source: Bilsky et al., J Neurosurg Spine 2010;13:324-328 (REFERENCE 2). */
export const esccWords: Readonly<Record<EsccGrade, string>> = {
  '0': 'bone only',
  '1a': 'touches sac',
  '1b': 'dents sac',
  '1c': 'touches cord',
  '2': 'cord pressed, CSF seen',
  '3': 'no CSF',
}

type Axial = { tumourFrom?: number; cord: readonly [y: number, rx: number, ry: number] }

// Height where the tumour ends in the round canal, and place and half axes of the cord.
const axial: Readonly<Record<Exclude<EsccGrade, '3'>, Axial>> = {
  '0': { cord: [8.5, 2.7, 2.2] },
  '1a': { tumourFrom: 14.7, cord: [7.9, 2.7, 2.2] },
  '1b': { tumourFrom: 12.1, cord: [7.5, 2.7, 2.2] },
  '1c': { tumourFrom: 10.4, cord: [7.9, 2.7, 2.3] },
  '2': { tumourFrom: 8.3, cord: [6.1, 3.3, 1.5] },
}

const centre = { x: 9, y: 8.5, radius: 7 } as const

const canalBelow = (y: number) => {
  const half = Math.sqrt(centre.radius ** 2 - (y - centre.y) ** 2)
  const x = (side: number) => (centre.x + side * half).toFixed(2)
  return `M${x(-1)} ${y}A${centre.radius} ${centre.radius} 0 0 0 ${x(1)} ${y}Z`
}

/** Axial pictogram of a grade: round canal, cord, tumour growing from below. Decorative; the grade stands beside it. */
export function EsccPicture({ grade, size = 16 }: { grade: EsccGrade; size?: number }) {
  const { tumourFrom, cord } = grade === '3' ? { tumourFrom: undefined, cord: [4.9, 3.6, 1.3] as const } : axial[grade]
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <circle
        cx={centre.x}
        cy={centre.y}
        r={centre.radius}
        fill="var(--surface)"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      {tumourFrom !== undefined && <path fill="var(--tumour)" d={canalBelow(tumourFrom)} />}
      {grade === '3' && <circle cx={centre.x} cy={centre.y} r="6.3" fill="var(--tumour)" />}
      <ellipse cx={centre.x} cy={cord[0]} rx={cord[1]} ry={cord[2]} fill="currentColor" />
    </svg>
  )
}

const emphasis = (grade: EsccGrade) => {
  if (grade === '2' || grade === '3') return ' escc-high'
  return grade === '1c' ? ' escc-middle' : ''
}

/** Epidural grade with its pictogram, or why there is none. */
export function EsccBadge({ grade, level }: { grade: EsccGrade | EsccGap; level?: string }) {
  const where = level === undefined ? '' : `, ${level}`
  const known = esccGrades.find((candidate) => candidate === grade)
  if (known === undefined) {
    return (
      <span className="badge escc-none">
        <Icon name="unk" />
        <b>ESCC</b>{' '}
        <span>
          {grade}
          {where}
        </span>
      </span>
    )
  }
  return (
    <span className={`badge${emphasis(known)}`}>
      <EsccPicture grade={known} />
      <b>
        ESCC {known}
        {where}
      </b>
      <span className="visually-hidden"> {esccWords[known]}</span>
    </span>
  )
}
