'use client'
import { useEffect, useRef, useState } from 'react'
import { spellOutText, spellOutWord, wordAt } from './word-at'

type Shown = { lines: readonly string[]; left: number; top: number }

/** How long the pointer or the focus rests before the words come, in milliseconds. */
const restMs = 350
const widest = 320

/** Under a box, or over it where the window ends. */
function beside(box: DOMRect, lines: readonly string[]): Shown | null {
  if (lines.length === 0) return null
  const height = 16 + 22 * lines.length
  const isLow = box.bottom + height > window.innerHeight
  const left = Math.max(8, Math.min(box.left, window.innerWidth - widest - 8))
  return { lines, left, top: isLow ? box.top - height : box.bottom + 4 }
}

/** The abbreviation that stands at a point of the window. */
function atPoint(x: number, y: number): Shown | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  const node = caret?.offsetNode
  if (!caret || !(node instanceof Text)) return null
  const { word, from, to } = wordAt(node.data, caret.offset)
  const words = spellOutWord(word)
  if (words === undefined) return null
  const range = document.createRange()
  range.setStart(node, from)
  range.setEnd(node, to)
  const box = range.getBoundingClientRect()
  const isUnder = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
  return isUnder ? beside(box, [words]) : null
}

/** The words of a control: its own, its label's and those of the group it stands in. */
function wordsOf(control: HTMLElement): string {
  const isField = control.matches('input, select, textarea')
  const labels = isField && 'labels' in control ? [...(control.labels as NodeListOf<HTMLLabelElement>)] : []
  const legend = isField ? control.closest('fieldset')?.querySelector('legend') : null
  return [
    isField ? '' : control.textContent,
    control.ariaLabel,
    ...labels.map((one) => one.textContent),
    legend?.textContent,
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Spells out clinical abbreviations wherever they stand (DESIGN D10): under a resting pointer, under a touch, and for the control
 * that the keyboard has reached. Nothing has to be marked up, and no abbreviation is a tab stop. Escape puts the words away.
 */
export function SpellOut() {
  const [shown, setShown] = useState<Shown | null>(null)
  const bubble = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let timer: number | undefined
    const soon = (find: () => Shown | null, ms: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setShown(find()), ms)
    }
    const away = () => soon(() => null, 0)
    const isOurs = ({ target }: Event) => target instanceof Node && bubble.current?.contains(target) === true
    const heard: { [Name in keyof DocumentEventMap]?: (event: DocumentEventMap[Name]) => void } = {
      pointermove: (event) => {
        if (event.pointerType === 'mouse' && !isOurs(event)) soon(() => atPoint(event.clientX, event.clientY), restMs)
      },
      pointerup: (event) => {
        if (event.pointerType !== 'mouse' && !isOurs(event)) soon(() => atPoint(event.clientX, event.clientY), 0)
      },
      focusin: ({ target }) => {
        if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
        soon(() => beside(target.getBoundingClientRect(), spellOutText(wordsOf(target))), restMs)
      },
      focusout: away,
      keydown: (event) => event.key === 'Escape' && away(),
      scroll: () => setShown(null),
    }
    const listening = new AbortController()
    for (const [name, hear] of Object.entries(heard)) {
      document.addEventListener(name, hear as EventListener, { capture: true, passive: true, signal: listening.signal })
    }
    return () => {
      listening.abort()
      window.clearTimeout(timer)
    }
  }, [])
  return (
    <div className="spell-out" role="status" ref={bubble}>
      {shown && (
        <ul style={{ left: shown.left, top: shown.top }}>
          {shown.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
