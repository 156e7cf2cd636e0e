import { Severity } from '@/app/_ui/severity'
import { speakingItem } from '@/lib/cases/case-file'
import { contradictionsAt, counterWords } from '@/lib/cases/contradictions'
import type { SectionId } from '@/lib/cases/sections/sections'
import type { Sheet } from './sheet'

type DoesNotFitProps = {
  sheet: Pick<Sheet, 'file'>
  section: SectionId
  /** The answers that are shown together. */
  fields: readonly string[]
  item?: string
}

/** A mark beside a value that does not fit another one, and which: `Does not fit KPS “100”`. Nothing once a person confirmed both. */
export function DoesNotFit({ sheet: { file }, section, fields, item }: DoesNotFitProps) {
  const words = fields.flatMap((field) => {
    const place = { section, item: item ?? speakingItem(file, section, field), field }
    return contradictionsAt(file, place)
      .filter(({ confirmed }) => confirmed === null)
      .map((found) => counterWords(found, place))
  })
  return words.map((one) => (
    <span key={one} className="does-not-fit">
      <Severity tone="warn">{`Does not fit ${one}`}</Severity>
    </span>
  ))
}
