import { Severity } from '@/app/_ui/severity'
import { factOf, showFact } from '@/lib/cases/case-file'
import { type FactView, isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import { type FieldId, type SectionId, sections } from '@/lib/cases/sections/sections'
import { SourcesList } from '../_contested/sources-list'
import { ageWords } from '../edit/provenance'
import { DatedText } from './dated-text'
import { DoesNotFit } from './does-not-fit'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'

type FactEntryProps<S extends SectionId> = {
  sheet: Sheet
  section: S
  field: FieldId<S>
  item?: string
  /** Shorter than the label of the form. */
  label?: string
  /** Leave the entry out when nobody recorded anything; for what is only worth a line when it is known. */
  onlyKnown?: boolean
  /** Day and person that the card names for all its values: not repeated here. */
  said?: string
}

/** One value in a list of facts: label, value with unit, its day and person, and a mark when it is old. Never an empty line. */
export function FactEntry<S extends SectionId>(props: FactEntryProps<S>) {
  const { sheet, section, field, item, label, onlyKnown = false, said } = props
  const fact = factOf(sheet.file, section, field, item)
  if (onlyKnown && fact?.state !== 'known') return null
  const fields: Readonly<Record<string, Field>> = sections[section].fields
  const declared = fields[field]
  return (
    <>
      <dt>{label ?? declared?.label}</dt>
      <dd className={fact?.state === 'known' ? undefined : 'missing'}>
        <Sourced {...{ sheet, fact }}>
          <DatedText text={showFact(section, field, fact)} />
        </Sourced>
        {fact && declared && isContested(fact) ? (
          <SourcesList field={declared} {...{ fact }} timeZone={sheet.timeZone} />
        ) : (
          fact && <FactSource {...{ sheet, section, fact, said }} />
        )}
        <DoesNotFit {...{ sheet, section, item }} fields={[field]} />
      </dd>
    </>
  )
}

type FactSourceProps = { sheet: Sheet; section: SectionId; fact: FactView; said?: string }

/** Day and person of a value unless the card has said them, with a mark when it is past the limit of its section. */
function FactSource({ sheet, section, fact, said }: FactSourceProps) {
  const age = fact.state === 'known' ? ageWords(section, fact, sheet.today) : null
  const source = originWords(fact, sheet.timeZone)
  if (source === said && age === null) return null
  return (
    <span className="field-source">
      {source !== said && source} {age !== null && <Severity tone="warn">{age}</Severity>}
    </span>
  )
}
