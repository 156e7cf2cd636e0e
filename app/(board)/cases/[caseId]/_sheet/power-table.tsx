import { factOf } from '@/lib/cases/case-file'
import { statedValues } from '@/lib/cases/facts'
import { type LimbField, limbPower } from '@/lib/cases/neurology-readings'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'

const sides: readonly { side: string; limbs: readonly [arm: LimbField, leg: LimbField] }[] = [
  { side: 'Right', limbs: ['powerRightArm', 'powerRightLeg'] },
  { side: 'Left', limbs: ['powerLeftArm', 'powerLeftLeg'] },
]

const fullPower = 5

/** Power of the weakest key muscle by limb, 0 to 5; less than full, or not agreed on, is underlined and bold. */
export function PowerTable({ sheet }: { sheet: Sheet }) {
  const { file } = sheet
  return (
    <table className="table dense power">
      <caption className="visually-hidden">Power by limb, weakest key muscle, 0 to 5</caption>
      <thead>
        <tr>
          <th scope="col">Power, of 5</th>
          <th scope="col">Arm</th>
          <th scope="col">Leg</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(({ side, limbs }) => (
          <tr key={side}>
            <th scope="row">{side}</th>
            {limbs.map((limb) => {
              const fact = factOf(file, 'neurology', limb)
              const { power } = limbPower(file, limb)
              const differing = statedValues(fact).map(({ value }) => String(value))
              const open = differing.length > 1 ? differing.join(' or ') : null
              const isWeak = open !== null || (power !== null && power < fullPower)
              return (
                <td key={limb} className={isWeak ? 'weak' : power === null ? 'muted' : undefined}>
                  <Sourced {...{ sheet, fact }}>
                    {open ?? power ?? (fact?.state === 'pending' ? 'Pending' : 'Not known')}
                  </Sourced>
                  {open !== null && <span className="under">sources differ</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
