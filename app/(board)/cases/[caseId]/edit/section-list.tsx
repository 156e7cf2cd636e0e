'use client'
import { type MouseEvent, useState } from 'react'
import { Icon, type IconName } from '@/app/_ui/icon'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import { entrySections, type SectionState, sectionHref, sectionStates } from './section-state'

const signs: Readonly<Record<SectionState['state'], { icon: IconName; className: string }>> = {
  complete: { icon: 'ok', className: 'complete' },
  gaps: { icon: 'warn', className: 'gaps-left' },
  'not-begun': { icon: 'unk', className: 'not-begun' },
}

const sectionWords = ({ state, gaps }: SectionState): string => {
  if (state === 'gaps') return gaps.length === 1 ? '1 gap' : `${gaps.length} gaps`
  return state === 'complete' ? 'complete' : 'not begun'
}

type SectionListProps = { current: SectionId; onOpen: (section: SectionId) => void }

// A click with a modifier opens a tab of its own, as with any link.
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** The sections of the form with how far each is. On a phone they unfold from a button, so that the form comes first. */
export function SectionList({ current, onOpen }: SectionListProps) {
  const { file } = useEntryState()
  const { terms } = useEntry()
  const states = sectionStates(file, terms.dataset)
  const [isOpen, setOpen] = useState(false)
  return (
    <nav className={isOpen ? 'sections opened' : 'sections'} aria-label="Sections">
      <button type="button" className="btn sections-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Section: {sections[current].title}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      {entrySections.map((section) => {
        const found = states[section] ?? { state: 'not-begun' as const, gaps: [] }
        const { icon, className } = signs[found.state]
        return (
          <a
            key={section}
            href={sectionHref(file.caseId, section)}
            aria-current={section === current ? 'page' : undefined}
            onClick={(event) => {
              if (!isPlain(event)) return
              event.preventDefault()
              setOpen(false)
              onOpen(section)
            }}
          >
            <span className={className}>
              <Icon name={icon} />
            </span>
            <span>{sections[section].title}</span>
            <span className={found.state === 'gaps' ? 'section-state' : 'visually-hidden'}>
              <span className="visually-hidden">, </span>
              {sectionWords(found)}
            </span>
          </a>
        )
      })}
      <p className="source-line section-legend" aria-hidden="true">
        <span>
          <Icon name="ok" /> complete
        </span>
        <span>
          <Icon name="warn" /> has gaps
        </span>
        <span>
          <Icon name="unk" /> not begun
        </span>
      </p>
    </nav>
  )
}
