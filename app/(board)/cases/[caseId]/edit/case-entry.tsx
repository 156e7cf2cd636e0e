'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { CaseFile } from '@/lib/cases/case-file'
import type { ReadinessTerms } from '@/lib/cases/readiness-state'
import type { Section } from '@/lib/cases/sections/section'
import { type SectionId, sections } from '@/lib/cases/sections/sections'
import type { Day } from '@/lib/foundation/time'
import type { PatientDraft } from '../../_patient-draft'
import { CaseBanner } from '../_banner'
import { EntryContext, useEntry, useEntryState } from './entry-context'
import { EntryHead } from './entry-head'
import { focusWhenReady } from './focus-when-ready'
import type { GoTo } from './hand-in'
import { LesionsSection } from './lesions/lesions-section'
import { ListSection } from './list-section'
import { keepEntry, openEntry } from './open-entries'
import { PatientCard } from './patient-card'
import { QuestionCard } from './question-card'
import { ReadingsAside } from './readings-aside'
import { SectionForm } from './section-form'
import { SectionList } from './section-list'
import { isEntrySection, sectionHref } from './section-state'

type CaseEntryProps = {
  file: CaseFile
  terms: ReadinessTerms
  today: Day
  timeZone: string
  person: { userId: string; name: string }
}

/** The whole entry of one case. Sections change without asking the server; everything typed saves itself. */
export function CaseEntry({ file, terms, today, timeZone, person }: CaseEntryProps) {
  const [opened] = useState(() => openEntry({ file, today, timeZone, userId: person.userId, me: person.name }))
  useEffect(() => keepEntry(opened), [opened])
  const entry = useMemo(() => ({ ...opened, terms, today, timeZone }), [opened, terms, today, timeZone])
  return (
    <EntryContext value={entry}>
      <EntryScreen />
    </EntryContext>
  )
}

const sectionOfPath = (path: string): SectionId => {
  const last = path.split('/').at(-1) ?? ''
  return isEntrySection(last) ? last : 'referral'
}

function EntryScreen() {
  const { store, today, timeZone } = useEntry()
  const { file } = useEntryState()
  const section = sectionOfPath(usePathname())
  const [patientDraft, setPatientDraft] = useState<PatientDraft | null>(null)
  const screen = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = screen.current
    place?.addEventListener('focusout', store.flushUnlessInTrouble)
    return () => place?.removeEventListener('focusout', store.flushUnlessInTrouble)
  }, [store])
  useEffect(() => {
    if (patientDraft === null) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [patientDraft])
  const open = (next: SectionId, hash = '') => {
    store.flushUnlessInTrouble()
    window.history.pushState(null, '', `${sectionHref(file.caseId, next)}${hash}`)
    window.scrollTo({ top: 0 })
  }
  const goTo: GoTo = ({ section: next, item, fieldId }) => {
    open(next, next === 'lesions' && item ? `#${item}` : '')
    focusWhenReady(fieldId)
  }
  const [isNew] = useState(() => file.state === 'draft' && file.version === 1)
  const { entries }: Section = sections[section]
  const isWide = section === 'lesions'
  return (
    <div ref={screen}>
      <div className="sticky-top">
        <CaseBanner file={file} today={today} timeZone={timeZone} />
        <EntryHead onGoTo={goTo} />
      </div>
      <div className={isWide ? 'entry levels' : 'entry with-readings'}>
        <SectionList current={section} onOpen={open} />
        {isWide ? (
          <LesionsSection />
        ) : (
          <>
            <div className="stack">
              {section === 'referral' && (
                <>
                  {isNew && (
                    <Notice kind="info" announce="status" title={`Case ${file.code} is open.`}>
                      Next: fill in what you know, section by section; it is saved by itself. Then hand it in to the
                      board.
                    </Notice>
                  )}
                  <QuestionCard />
                  <PatientCard draft={patientDraft} onDraft={setPatientDraft} />
                </>
              )}
              {entries ? (
                <ListSection key={section} section={section} words={entries} />
              ) : (
                <SectionForm key={section} section={section} title={section === 'referral' ? 'Referral' : undefined} />
              )}
            </div>
            <ReadingsAside section={section} />
          </>
        )}
      </div>
    </div>
  )
}
