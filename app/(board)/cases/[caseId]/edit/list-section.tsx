'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Empty, Notice } from '@/app/_ui/notice'
import { type CaseFile, factOf, itemsOf, showFact } from '@/lib/cases/case-file'
import { useEntry, useEntryState } from './entry-context'
import { removeItem } from './item-acts'
import { FactFields } from './section-form'
import { fieldIdOf } from './section-state'
import { WhyEmpty } from './why-empty'

type ListId = 'imaging' | 'treatments'

const words = {
  imaging: {
    one: 'Study',
    add: 'Add a study',
    empty: 'No study recorded.',
    next: 'Add each study that the board should see.',
    title: (file: CaseFile, item: string) => [
      showFact('imaging', 'modality', factOf(file, 'imaging', 'modality', item)),
      showFact('imaging', 'doneOn', factOf(file, 'imaging', 'doneOn', item)),
    ],
  },
  treatments: {
    one: 'Treatment',
    add: 'Add a treatment',
    empty: 'No earlier treatment of the spine recorded.',
    next: 'Add radiation, surgery and cement before this question, at whatever level.',
    title: (file: CaseFile, item: string) => [
      showFact('treatments', 'kind', factOf(file, 'treatments', 'kind', item)),
      showFact('treatments', 'levels', factOf(file, 'treatments', 'levels', item)),
    ],
  },
} as const

/** Studies or earlier treatments: one card for each, added and taken back. */
export function ListSection({ section }: { section: ListId }) {
  const { store } = useEntry()
  const { file } = useEntryState()
  const [begun, setBegun] = useState<readonly string[]>([])
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const recorded = itemsOf(file, section)
  const items = [...recorded, ...begun.filter((item) => !recorded.includes(item))]
  const { one, add, empty, next, title } = words[section]
  const begin = () => {
    const item = crypto.randomUUID()
    setBegun((before) => [...before, item])
    requestAnimationFrame(() => document.getElementById(`item-${item}`)?.querySelector<HTMLElement>('input')?.focus())
  }
  const remove = (item: string) => {
    setBegun((before) => before.filter((other) => other !== item))
    const restore = removeItem(store, section, item)
    setUndo(() => restore)
  }
  return (
    <div className="stack">
      {undo && (
        <Notice
          kind="info"
          announce="status"
          title={`${one} removed.`}
          actions={
            <Button
              size="small"
              onClick={() => {
                undo()
                setUndo(null)
              }}
            >
              Undo
            </Button>
          }
        >
          Its history is kept.
        </Notice>
      )}
      {items.length === 0 && <Empty title={empty}>{next}</Empty>}
      {items.map((item, index) => (
        <Card
          key={item}
          id={`item-${item}`}
          className="entry-form"
          title={
            recorded.includes(item)
              ? `${one} ${index + 1}: ${title(file, item).join(', ')}`
              : `New ${one.toLowerCase()}`
          }
          aside={
            <Button size="small" onClick={() => remove(item)} aria-label={`Remove ${one.toLowerCase()} ${index + 1}`}>
              Remove
            </Button>
          }
        >
          <FactFields section={section} item={item} />
        </Card>
      ))}
      <p>
        <Button icon="plus" id={fieldIdOf({ section, item: '', field: '' })} onClick={begin}>
          {add}
        </Button>
      </p>
      {section === 'imaging' && recorded.length === 0 && <WhyEmpty section="imaging" />}
    </div>
  )
}
