'use client'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/notice'
import { type CaseFile, factOf, itemsOf, showFact } from '@/lib/cases/case-file'
import type { EntryWords, Section } from '@/lib/cases/sections/section'
import { type FieldId, type SectionId, sections } from '@/lib/cases/sections/sections'
import { CompactFields } from './compact-fields'
import { useEntryState } from './entry-context'
import { LabRows } from './labs/lab-rows'
import { MedicineExtra, MorphineTotal } from './medicine-extra'
import { FactFields } from './section-form'
import { fieldIdOf } from './section-state'
import { StudyExtra } from './study-extra'
import { TherapyHold } from './therapy-hold'
import { useBegunEntries } from './use-begun-entries'
import { RequiredEntry, WhyEmpty } from './why-empty'

/** What tells one entry of a list from another, as its section declares it: `MRI, 22-Nov-2026`. */
const titleOf = (file: CaseFile, section: SectionId, { title }: EntryWords, item: string): string =>
  (title as readonly FieldId<typeof section>[])
    .map((field) => showFact(section, field, factOf(file, section, field, item)))
    .join(', ')

const isCompact = (section: SectionId): boolean => (sections[section] as Section).compact === true

type ListProps = { section: SectionId; words: EntryWords }

/** A list of studies, treatments or the like, added to and taken back: a table for results, else one card for each. */
export function ListSection({ section, words }: ListProps) {
  return section === 'labs' ? <LabRows words={words} /> : <ListOfCards {...{ section, words }} />
}

function ListOfCards({ section, words }: ListProps) {
  const { file } = useEntryState()
  const { one, add, empty, next } = words
  const { begun, begin, remove, removed } = useBegunEntries(section, one)
  const recorded = itemsOf(file, section)
  const items = [...recorded, ...begun.filter((item) => !recorded.includes(item))]
  return (
    <div className="stack">
      {removed}
      {section === 'imaging' && <RequiredEntry section="imaging" />}
      {items.length === 0 && <Empty title={empty}>{next}</Empty>}
      {items.map((item, index) => (
        <Card
          key={item}
          id={`item-${item}`}
          className={isCompact(section) ? 'entry-form compact' : 'entry-form'}
          title={
            recorded.includes(item)
              ? `${one} ${index + 1}: ${titleOf(file, section, words, item)}`
              : `New ${one.toLowerCase()}`
          }
          aside={
            <Button size="small" onClick={() => remove(item)} aria-label={`Remove ${one.toLowerCase()} ${index + 1}`}>
              Remove
            </Button>
          }
        >
          {isCompact(section) ? <CompactFields {...{ section, item }} /> : <FactFields section={section} item={item} />}
          {section === 'imaging' && <StudyExtra item={item} />}
          {section === 'therapies' && <TherapyHold item={item} />}
          {section === 'medicines' && <MedicineExtra item={item} />}
        </Card>
      ))}
      <p>
        <Button
          icon="plus"
          id={fieldIdOf({ section, item: '', field: '' })}
          onClick={() => begin((before, item) => [...before, item])}
        >
          {add}
        </Button>
      </p>
      {section === 'medicines' && <MorphineTotal />}
      {section === 'imaging' && <WhyEmpty section="imaging" isEmpty={recorded.length === 0} />}
    </div>
  )
}
