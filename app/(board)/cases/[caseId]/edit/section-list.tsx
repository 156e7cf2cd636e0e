'use client'
import { type MouseEvent, useState, useSyncExternalStore } from 'react'
import { Icon, type IconName } from '@/app/_ui/icon'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import { useEntry, useEntryState } from './entry-context'
import { heldAnswers } from './held-answers'
import { entrySections, type SectionState, sectionHref, sectionStates } from './section-state'

type Sign = { icon: IconName; className: string }

const signs: Readonly<Record<SectionState['state'], Sign>> = {
  'none-missing': { icon: 'ok', className: 'complete' },
  gaps: { icon: 'warn', className: 'gaps-left' },
  'not-begun': { icon: 'unk', className: 'not-begun' },
}

const heldSign: Sign = { icon: 'crit', className: 'held' }
const contestedSign: Sign = { icon: 'warn', className: 'gaps-left' }

/** Words for a section without a gap: the board has what it asks for, the form may ask more. */
const noneMissing = 'nothing the board needs is missing'

const sectionWords = ({ state, gaps, contested, differing }: SectionState, held: number): string => {
  if (held > 0) return `${held} not saved`
  const open = state === 'gaps' ? [gaps.length === 1 ? '1 gap' : `${gaps.length} gaps`] : []
  const differ = contested > 0 ? [contested === 1 ? 'sources differ' : `${contested} contested`] : []
  const check = differing > 0 ? [`${differing} to check`] : []
  return [...open, ...differ, ...check].join(', ') || (state === 'none-missing' ? noneMissing : 'not begun')
}

/** Whether a section asks for something: its words are seen then, and else only heard. */
const isWanting = ({ state, contested, differing }: SectionState, held: number): boolean =>
  held > 0 || contested > 0 || differing > 0 || state === 'gaps'

function signOf({ state, contested, differing }: SectionState, held: number): Sign {
  if (held > 0) return heldSign
  return contested + differing > 0 ? contestedSign : signs[state]
}

type SectionListProps = { current: SectionId; onOpen: (section: SectionId) => void }

// A click with a modifier opens a tab of its own, as with any link.
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** The sections of the form with how far each is. On a phone they unfold from a button, so that the form comes first. */
export function SectionList({ current, onOpen }: SectionListProps) {
  const { terms, question } = useEntry()
  const entry = useEntryState()
  const asked = useSyncExternalStore(question.subscribe, question.read, question.read)
  const allHeld = heldAnswers(entry, asked)
  const states = sectionStates(entry.file, terms.dataset)
  const [isOpen, setOpen] = useState(false)
  return (
    <nav className={isOpen ? 'sections opened' : 'sections'} aria-label="Sections">
      <button type="button" className="btn sections-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Section: {sections[current].title}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      {entrySections.map((section) => {
        const found = states[section] ?? { state: 'not-begun' as const, gaps: [], contested: 0, differing: 0 }
        const held = allHeld.filter((answer) => answer.section === section).length
        const { icon, className } = signOf(found, held)
        return (
          <a
            key={section}
            href={sectionHref(entry.file.caseId, section)}
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
            <span className={isWanting(found, held) ? 'section-state' : 'visually-hidden'}>
              <span className="visually-hidden">, </span>
              {sectionWords(found, held)}
            </span>
          </a>
        )
      })}
      <p className="source-line section-legend" aria-hidden="true">
        <span>
          <Icon name="ok" /> {noneMissing}
        </span>
        <span>
          <Icon name="warn" /> gaps, sources differ, to check
        </span>
        <span>
          <Icon name="unk" /> not begun
        </span>
        {allHeld.length > 0 && (
          <span>
            <Icon name="crit" /> not saved
          </span>
        )}
      </p>
    </nav>
  )
}
