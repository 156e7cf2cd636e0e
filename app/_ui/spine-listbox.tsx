'use client'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { isVertebra, levelOrder, type Vertebra, vertebrae } from '@/lib/clinical/spine'
import { Icon, type IconName } from './icon'
import { type SinsClass, showSins } from './sins-badge'
import { SpineDrawing } from './spine-drawing'
import { spineGeometry } from './spine-geometry'
import { describeLevel, findTypedLevel, type SpineLesion, type SpinePicture } from './spine-words'

const spine = spineGeometry(1.06)
const frame = { axis: 104, width: 166, labelsX: 48, regionX: 24 }
const signs: Readonly<Record<SinsClass, IconName>> = {
  stable: 'sins-stable',
  'potentially-unstable': 'sins-potential',
  unstable: 'sins-unstable',
  incomplete: 'unk',
}
const typingPauseMs = 800

type SpineListboxProps = {
  /** Names the list: `Level`. */
  label: string
  picture: SpinePicture
  selected: Vertebra
  onSelect: (level: Vertebra) => void
  /** Enter or double click: go to the form of the level. */
  onOpen: (level: Vertebra) => void
}

/**
 * The spine as a list of 30 levels. Up and Down move, Home and End jump, typing `T7` finds, Enter opens.
 * Every option has the score and grade in its name, so the picture below it is never needed.
 */
export function SpineListbox({ label, picture, selected, onSelect, onOpen }: SpineListboxProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const lesionAt = new Map(picture.lesions.map((lesion) => [lesion.level, lesion]))
  const optionId = (level: Vertebra) => `${id}-${level}`
  useEffect(() => {
    if (list.current === document.activeElement)
      document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, selected])

  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(selected)
      return
    }
    const moved = movedBy(event.key, selected) ?? found(event)
    if (moved === null) return
    event.preventDefault()
    onSelect(moved)
  }
  const found = (event: KeyboardEvent): Vertebra | null => {
    if (!/^[a-z\d]$/i.test(event.key)) return null
    const isFresh = event.timeStamp - typed.current.at > typingPauseMs
    typed.current = { text: `${isFresh ? '' : typed.current.text}${event.key}`, at: event.timeStamp }
    return findTypedLevel(typed.current.text)
  }

  return (
    <div className="spine-list">
      <div className="spine-lanes-head" aria-hidden="true">
        <span>SINS</span>
        <span>ESCC</span>
      </div>
      <SpineDrawing {...{ spine, frame, picture, selected }} />
      <div
        ref={list}
        className="spine-options"
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={optionId(selected)}
        onKeyDown={hear}
        onClick={(event) => {
          const level = levelUnder(event.target)
          list.current?.focus()
          if (level !== null) onSelect(level)
        }}
        onDoubleClick={() => onOpen(selected)}
      >
        {vertebrae.map((level) => {
          const lesion = lesionAt.get(level)
          return (
            <div
              key={level}
              id={optionId(level)}
              className={level === selected ? 'spine-option current' : 'spine-option'}
              role="option"
              tabIndex={-1}
              aria-selected={level === selected}
              aria-label={describeLevel(level, picture)}
              style={rowOf(level)}
              data-level={level}
            >
              {lesion && <Lanes lesion={lesion} />}
              {!lesion && picture.clear?.includes(level) && <span className="spine-lane clear">no tumour</span>}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const levelUnder = (target: EventTarget): Vertebra | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-level]') : null
  const level = row?.dataset.level ?? ''
  return isVertebra(level) ? level : null
}

const movedBy = (key: string, from: Vertebra): Vertebra | null => {
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: levelOrder(from) - 1,
    ArrowDown: levelOrder(from) + 1,
    Home: 0,
    End: vertebrae.length - 1,
  }
  const order = Object.hasOwn(steps, key) ? steps[key] : undefined
  return order === undefined ? null : (vertebrae[Math.max(0, Math.min(vertebrae.length - 1, order))] ?? null)
}

// Rows meet in the middle of the gaps, so that no click falls between two levels.
const rowOf = (level: Vertebra) => {
  const order = levelOrder(level)
  const { top, bottom } = spine.bodies[level]
  const above = vertebrae[order - 1]
  const below = vertebrae[order + 1]
  const start = above === undefined ? 0 : (spine.bodies[above].bottom + top) / 2
  const end = below === undefined ? spine.height : (bottom + spine.bodies[below].top) / 2
  return { top: start, height: end - start }
}

function Lanes({ lesion: { sins, sinsClass, escc } }: { lesion: SpineLesion }) {
  return (
    <>
      <span className={`spine-lane ${sinsClass}`}>
        <Icon name={signs[sinsClass]} />
        {sins === undefined ? '?' : showSins(sins)}
      </span>
      <span className="spine-lane">{escc === 'not imaged' || escc === 'not assessed' ? '?' : escc}</span>
    </>
  )
}
