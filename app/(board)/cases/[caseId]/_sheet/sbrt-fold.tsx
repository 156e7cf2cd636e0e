import { Icon } from '@/app/_ui/icon'
import type { SbrtAt } from '@/lib/cases/sbrt-readings'
import { sbrtSuitability } from '@/lib/clinical/instruments/sbrt-suitability'
import { checklistCounts } from '@/lib/clinical/reading-words'
import { AnswerBeside } from './answer-beside'
import type { Sheet } from './sheet'

/** The conditions for SBRT at a level, line by line: met, not met, with caution, or open. A list to go through, no score. */
export function SbrtFold({ at: { level, sbrt }, sheet }: { at: SbrtAt; sheet: Sheet }) {
  if (sbrt.kind === 'not-applicable' || sbrt.kind === 'ask') return null
  const open = sbrt.kind === 'incomplete' ? sbrt.missing : []
  return (
    <details className="fold">
      <summary>
        <Icon name="down" />
        Conditions for SBRT at {level}: {checklistCounts(sbrt)}
      </summary>
      <ul className="findings">
        {sbrt.findings.map(({ id, group, text }) => (
          <li key={id}>
            {text} <span className="muted small nowrap">{group.toLowerCase()}</span>
          </li>
        ))}
        {open.map(({ item, label }) => (
          <li key={item}>
            {label} <span className="muted small nowrap">open</span>
          </li>
        ))}
      </ul>
      <AnswerBeside sheet={sheet} instrument={sbrtSuitability} level={level}>
        Answer what the plan tells: segments, lying still, survival, dose to the cord
      </AnswerBeside>
      <p className="source-line">
        {sbrt.caveats.map(({ text }) => text).join(' ')} {sbrt.source}.
      </p>
    </details>
  )
}
