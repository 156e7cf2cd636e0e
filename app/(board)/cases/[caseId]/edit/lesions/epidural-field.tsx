'use client'
import { EsccPicture, esccGrades, esccWords } from '@/app/_ui/escc-badge'
import type { Vertebra } from '@/lib/clinical/spine'
import type { LevelSection } from './level-field'
import { LevelCards } from './points-field'

const choices = esccGrades.map((grade) => ({
  value: grade,
  label: grade,
  note: esccWords[grade],
  picture: <EsccPicture grade={grade} size={36} />,
}))

/** Epidural grade at a level of the cord, with the axial picture of every grade. */
export function EpiduralField({ level, section }: { level: Vertebra; section?: LevelSection }) {
  return (
    <LevelCards {...{ level, choices, section }} name="escc" hint="axial T2, worst slice" className="escc-choices" />
  )
}
