'use client'
import { Card } from '@/app/_ui/card'
import { itemsOf } from '@/lib/cases/case-file'
import { numberingWords } from '@/lib/cases/level-names'
import { anatomy, masses } from '@/lib/cases/sections/level-anatomy'
import { useEntryState } from '../entry-context'
import { FoldedGroup } from '../folded-group'
import { ListSection } from '../list-section'
import { FactFields } from '../section-form'
import { answeredIn, shownFields } from '../shown-fields'

const fields = Object.keys(anatomy.fields)

/** What is said once for the spine and not level by level: how its vertebrae are numbered, and masses over several levels. */
export function WholeSpine() {
  const state = useEntryState()
  const where = { section: 'anatomy', item: '' } as const
  const count = itemsOf(state.file, 'masses').length
  const numbering = numberingWords(state.file)
  return (
    <Card title="The whole spine" className="entry-form whole-spine">
      {numbering !== null && <p>{numbering}</p>}
      <FoldedGroup
        title={anatomy.title}
        answered={answeredIn(state, where, fields)}
        of={shownFields(state, where, fields).length}
      >
        <FactFields section="anatomy" item="" />
      </FoldedGroup>
      <FoldedGroup title={masses.title} answered={count} of={count}>
        <ListSection section="masses" words={masses.entries} />
      </FoldedGroup>
    </Card>
  )
}
