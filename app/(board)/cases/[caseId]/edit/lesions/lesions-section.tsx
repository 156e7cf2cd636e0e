'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Card } from '@/app/_ui/card'
import { KeyHints } from '@/app/_ui/kbd'
import { SpineListbox } from '@/app/_ui/spine-listbox'
import { levelsOnMap } from '@/lib/cases/case-file'
import { isVertebra, type Vertebra } from '@/lib/clinical/spine'
import { spinePictureOf } from '../../_spine-picture'
import { useEntryState } from '../entry-context'
import { focusWhenReady } from '../focus-when-ready'
import type { Copied } from '../item-acts'
import { useReadings } from '../readings-aside'
import { fieldIdOf } from '../section-state'
import { LevelForm } from './level-form'
import { LevelReadings } from './level-readings'
import { WholeSpine } from './whole-spine'

const noLevelYet: Vertebra = 'T7'

// The level stands after the # of the address: a link can lead to it, and no server or log ever sees it.
const levelInAddress = (): Vertebra | null => {
  const level = window.location.hash.slice(1)
  return isVertebra(level) ? level : null
}

/** Lesions by level: the map as a list, the form of the chosen level with what follows it, and its readings. */
export function LesionsSection({ children }: { children: ReactNode }) {
  const { file } = useEntryState()
  const readings = useReadings()
  const [level, setLevel] = useState<Vertebra>(levelsOnMap(file)[0] ?? noLevelYet)
  const [copied, setCopied] = useState<Copied | null>(null)
  const map = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = () => setLevel((before) => levelInAddress() ?? before)
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    const place = form.current
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      map.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
    }
    place?.addEventListener('keydown', leave)
    return () => place?.removeEventListener('keydown', leave)
  }, [])
  const select = (next: Vertebra) => {
    setLevel(next)
    window.history.replaceState(null, '', `#${next}`)
  }
  const enterForm = () => form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  return (
    <>
      <Card
        title="Level"
        className="level-map"
        aside={
          <KeyHints
            hints={[
              { keys: ['↑', '↓'], does: 'move' },
              { keys: ['Enter'], does: 'form' },
              { keys: ['Esc'], does: 'back' },
            ]}
          />
        }
      >
        <div ref={map} data-section-form id={fieldIdOf({ section: 'lesions', item: '', field: '' })}>
          <SpineListbox
            label="Level"
            picture={spinePictureOf(file, readings.levels)}
            selected={level}
            onSelect={select}
            onOpen={enterForm}
          />
        </div>
      </Card>
      <div ref={form} className="level-form">
        <LevelForm
          key={level}
          {...{ level, copied }}
          onCopied={(next) => {
            setCopied(next)
            if (next) select(next.to)
          }}
          onGo={(next) => {
            select(next)
            focusWhenReady(fieldIdOf({ section: 'lesions', item: next, field: 'seenOn' }))
          }}
        />
        <WholeSpine />
        {children}
      </div>
      <LevelReadings level={level} readings={readings} onGo={select} />
    </>
  )
}
