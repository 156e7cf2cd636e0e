import { type ChooseItem, choose } from './item'
import { convertLab, type LabTestId, labTests, unitsOfTest } from './laboratory'

type Entry = readonly [points: number | null, label: string, extra?: { readonly grade?: string }]

/**
 * A laboratory value as an item: one of two classes, or the number with its unit. It is compared in `unit`, the unit of the
 * source, and taken in every other unit of the test as well. Outside of `limits` (in `unit`; a product rule, not published) the
 * number is refused: albumin and calcium in another unit than the one written fall outside, while a CRP in mg/L that is written as
 * mg/dL may lie within. REFERENCE 0.3.
 */
export function laboratory<Id extends string>(
  test: LabTestId,
  entries: Readonly<Record<Id, Entry>>,
  more: {
    readonly unit: string
    readonly limits: readonly [min: number, max: number]
    readonly read: (value: number) => NoInfer<Id>
    readonly help?: string
  },
): ChooseItem<Id, never> {
  const { unit, limits, read, help } = more
  const otherUnits = unitsOfTest(test).flatMap((other) => {
    const is = other === unit ? null : convertLab(test, 1, other, unit)
    return is === null ? [] : [{ unit: other, is }]
  })
  const [min, max] = limits
  const measured = { unit, otherUnits, min, max, read: (value: number) => ({ ids: [read(value)] }) }
  return choose(labTests[test].label, entries, { help, measured })
}
