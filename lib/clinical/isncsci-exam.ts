/** The key muscles, head to tail (REFERENCE 3.2). */
export const keyMuscles = [
  { level: 'C5', limb: 'arm', muscle: 'elbow flexors' },
  { level: 'C6', limb: 'arm', muscle: 'wrist extensors' },
  { level: 'C7', limb: 'arm', muscle: 'elbow extensors' },
  { level: 'C8', limb: 'arm', muscle: 'finger flexors' },
  { level: 'T1', limb: 'arm', muscle: 'finger abductors' },
  { level: 'L2', limb: 'leg', muscle: 'hip flexors' },
  { level: 'L3', limb: 'leg', muscle: 'knee extensors' },
  { level: 'L4', limb: 'leg', muscle: 'ankle dorsiflexors' },
  { level: 'L5', limb: 'leg', muscle: 'long toe extensors' },
  { level: 'S1', limb: 'leg', muscle: 'ankle plantar flexors' },
] as const
export type MotorLevel = (typeof keyMuscles)[number]['level']
export const motorLevels: readonly MotorLevel[] = keyMuscles.map(({ level }) => level)

/** The dermatomes, head to tail. */
export const dermatomes = [
  ...(['C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'] as const),
  ...(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12'] as const),
  ...(['L1', 'L2', 'L3', 'L4', 'L5', 'S1', 'S2', 'S3', 'S4-5'] as const),
] as const
export type Dermatome = (typeof dermatomes)[number]

export const sides = ['right', 'left'] as const
export type Side = (typeof sides)[number]

/** Grades of a key muscle: `NT` not testable, `*` impaired for another reason than the cord, `**` the same, taken as normal. */
export const motorGrades = [
  ...(['0', '1', '2', '3', '4', '5', 'NT'] as const),
  ...(['0*', '1*', '2*', '3*', '4*', 'NT*', '0**', '1**', '2**', '3**', '4**', 'NT**'] as const),
] as const
export type MotorGrade = (typeof motorGrades)[number]

/** Light touch or pin prick: 0 absent, 1 altered, 2 normal; tags as for muscles. */
export const sensoryGrades = ['0', '1', '2', 'NT', '0*', '1*', 'NT*', '0**', '1**', 'NT**'] as const
export type SensoryGrade = (typeof sensoryGrades)[number]

export const modes = ['Touch', 'Pin'] as const
export type Mode = (typeof modes)[number]
export type Observed = 'Yes' | 'No' | 'NT'

export type MuscleCell = `${MotorLevel}.${Side}`
export type DermatomeCell = `${Dermatome}.${Side}${Mode}`

/** An ISNCSCI examination as far as it was done: a cell that is absent was not examined. */
export type IsncsciExam = {
  muscles: Readonly<Partial<Record<MuscleCell, MotorGrade>>>
  dermatomes: Readonly<Partial<Record<DermatomeCell, SensoryGrade>>>
  /** Voluntary anal contraction. */
  vac?: Observed
  /** Deep anal pressure. */
  dap?: Observed
  /** The lowest non-key muscle with motor function, where it was looked for. */
  nonKey?: Partial<Record<Side, MotorLevel>>
}

export const muscleCells: readonly MuscleCell[] = motorLevels.flatMap((level) =>
  sides.map((side): MuscleCell => `${level}.${side}`),
)
export const dermatomeCells: readonly DermatomeCell[] = dermatomes.flatMap((level) =>
  sides.flatMap((side) => modes.map((mode): DermatomeCell => `${level}.${side}${mode}`)),
)

/** What an examination still lacks before it can be classified, in words for the examiner; empty when it is whole. */
export function missingOf(exam: IsncsciExam): string[] {
  const muscles = muscleCells.filter((cell) => exam.muscles[cell] === undefined).length
  const points = dermatomeCells.filter((cell) => exam.dermatomes[cell] === undefined).length
  return [
    ...(muscles > 0 ? [`${muscles} of ${muscleCells.length} key muscles`] : []),
    ...(points > 0 ? [`${points} of ${dermatomeCells.length} sensory points`] : []),
    ...(exam.vac === undefined ? ['voluntary anal contraction'] : []),
    ...(exam.dap === undefined ? ['deep anal pressure'] : []),
  ]
}

/** The weakest key muscle of a limb, 0 to 5; null unless every one of its five muscles has a grade without NT or tag. */
export function weakestOf(muscles: IsncsciExam['muscles'], side: Side, limb: 'arm' | 'leg'): number | null {
  const grades = keyMuscles.filter((one) => one.limb === limb).map(({ level }) => muscles[`${level}.${side}`])
  const plain = grades.filter((grade) => grade !== undefined && /^[0-5]$/.test(grade)).map(Number)
  return plain.length === grades.length ? Math.min(...plain) : null
}
