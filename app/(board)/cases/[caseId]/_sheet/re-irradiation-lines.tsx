import { Severity } from '@/app/_ui/severity'
import type { CaseFile } from '@/lib/cases/case-file'
import type { ReIrradiationAt } from '@/lib/cases/level-dose'
import { conditionLines, conditionsHead, conditionsSource, verdictWords } from './re-irradiation-words'

const tones = { met: 'ok', unmet: 'warn', open: 'unk' } as const

/** The four conditions of SBRT at levels that were irradiated before, one by one with their values; nothing where there are none. */
export function ReIrradiationLines({ file, at }: { file: CaseFile; at: readonly ReIrradiationAt[] }) {
  if (at.length === 0) return null
  return (
    <>
      {at.map((one) => (
        <section key={one.levels.join(' ')} className="small">
          <p>{conditionsHead(file, one)}</p>
          <ul className="findings">
            {conditionLines(one).map(({ id, words, verdict }) => (
              <li key={id}>
                {words} <Severity tone={tones[verdict]}>{verdictWords[verdict]}</Severity>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="source-line">{conditionsSource}</p>
    </>
  )
}
