'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '@/app/_ui/notice'
import type { AttachmentView } from '@/lib/cases/attachments/attachment'
import type { CaseFile } from '@/lib/cases/case-file'
import type { KnownBefore } from '@/lib/cases/known-before'
import type { PathwayTerms } from '@/lib/cases/pathway/case-pathway'
import type { ReadinessTerms } from '@/lib/cases/readiness-state'
import type { Section } from '@/lib/cases/sections/section'
import { pageOf, partsOf, type SectionId, sections } from '@/lib/cases/sections/sections'
import type { Day } from '@/lib/foundation/time'
import { useKeptDraft } from '../../../_drafts/use-kept-draft'
import { useUnsaved } from '../../../_drafts/use-unsaved'
import { preparationClock, watchActs } from '../../_preparation-clock'
import { CaseBanner } from '../_banner'
import { CareForm } from './care-form'
import { EntryContext, useEntry, useEntryState } from './entry-context'
import { EntryHead } from './entry-head'
import { useEntryKeys } from './entry-keys'
import { Documents } from './files/documents'
import { KeyImages } from './files/key-images'
import { PatientPhoto } from './files/patient-photo'
import { ReadBeside } from './files/read-beside'
import { useCaseFiles } from './files/use-case-files'
import { focusWhenReady } from './focus-when-ready'
import type { GoTo } from './hand-in'
import { KnownBeforePanel } from './known-before'
import { LesionsSection } from './lesions/lesions-section'
import { ListSection } from './list-section'
import { NextSection } from './next-section'
import { keepEntry, openEntry } from './open-entries'
import { PatientCard } from './patient-card'
import type { PatientEdits } from './patient-edits'
import { QuestionCard } from './question-card'
import { ReadingsAside } from './readings-aside'
import { SectionForm } from './section-form'
import { SectionList } from './section-list'
import { SectionPart } from './section-part'
import { sectionHref, sectionOfPath } from './section-state'
import { isSeries, SeriesSection } from './series-section'

type CaseEntryProps = {
  file: CaseFile
  terms: ReadinessTerms
  pathway: { terms: PathwayTerms; at: string }
  today: Day
  timeZone: string
  person: { userId: string; name: string }
  maySettle: boolean
  /** Other questions about the same patient, drawn by the server. */
  otherCases: ReactNode
  /** Lasting values of earlier cases that this one did not have when it was opened. */
  known: readonly KnownBefore[]
}

/** The whole entry of one case. Sections change without asking the server; everything typed saves itself. */
export function CaseEntry(props: CaseEntryProps) {
  const { file, terms, pathway, today, timeZone, person, maySettle, otherCases, known } = props
  const [opened] = useState(() => openEntry({ file, today, timeZone, userId: person.userId, me: person.name }))
  useEffect(() => keepEntry(opened), [opened])
  const entry = useMemo(
    () => ({ ...opened, terms, pathway, today, timeZone, maySettle, me: person.userId }),
    [opened, terms, pathway, today, timeZone, maySettle, person.userId],
  )
  return (
    <EntryContext value={entry}>
      <EntryScreen {...{ otherCases, known }} userId={person.userId} />
    </EntryContext>
  )
}

/**
 * Whether the router hears of a changed address. A click can come before its effects have run, while the page wakes: then the
 * address would change and the screen would not.
 */
function useIsRouted(): () => boolean {
  const isAwake = useRef(false)
  useEffect(() => {
    isAwake.current = true
  }, [])
  return () => isAwake.current
}

/** Opens at the field that the address names: a rule of the board sheet leads to what it lacks. */
function useWantedField(): void {
  useEffect(() => {
    const wanted = window.location.hash.slice(1)
    if (wanted.startsWith('fact-')) focusWhenReady(wanted)
  }, [])
}

/** What is typed over the patient's record: kept for its author when the screen is left, until it is saved. */
function usePatientEdits(userId: string, caseId: string) {
  const [edits, setEdits] = useState<PatientEdits | null>(null)
  const [isBack, setBack] = useState(false)
  const kept = useRef(edits)
  useUnsaved(edits !== null)
  useKeptDraft<PatientEdits>({
    userId,
    where: `patient of case ${caseId}`,
    draft: edits,
    onLeft: (left) => {
      if (edits !== null) return
      kept.current = left
      setEdits(left)
      setBack(true)
    },
  })
  const onEdits = (next: PatientEdits | null) => {
    kept.current = next
    setEdits(next)
    if (next === null) setBack(false)
  }
  return { edits, onEdits, latest: () => kept.current, isBack }
}

type ScreenProps = Pick<CaseEntryProps, 'otherCases' | 'known'> & { userId: string }

function EntryScreen({ otherCases, known, userId }: ScreenProps) {
  const { store, today, timeZone } = useEntry()
  const { file } = useEntryState()
  const section = sectionOfPath(usePathname())
  const patient = usePatientEdits(userId, file.caseId)
  const [beside, setBeside] = useState<AttachmentView | null>(null)
  const caseFiles = useCaseFiles(file.caseId)
  const screen = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = screen.current
    place?.addEventListener('focusout', store.flushUnlessInTrouble)
    return () => place?.removeEventListener('focusout', store.flushUnlessInTrouble)
  }, [store])
  useEffect(() => {
    const clock = preparationClock(userId, file.caseId)
    clock.letPass(() => store.read().queue.isSending)
    return watchActs(clock)
  }, [store, userId, file.caseId])
  useWantedField()
  const isRouted = useIsRouted()
  const open = (next: SectionId, hash = '') => {
    const href = `${sectionHref(file.caseId, next)}${hash}`
    store.flushUnlessInTrouble()
    if (!isRouted()) {
      window.location.assign(href)
      return
    }
    window.history.pushState(null, '', href)
    window.scrollTo({ top: 0 })
  }
  const goTo: GoTo = ({ section: next, item, fieldId }) => {
    open(pageOf(next), next === 'lesions' && item ? `#${item}` : '')
    focusWhenReady(fieldId)
  }
  const openNext = useEntryKeys(screen, section, open)
  const [isNew] = useState(() => file.state === 'draft' && file.version === 1)
  const isWide = section === 'lesions'
  return (
    <div ref={screen}>
      <div className="sticky-top">
        <CaseBanner file={file} today={today} timeZone={timeZone} />
        <EntryHead onGoTo={goTo} hasPatientEdits={patient.edits !== null} />
      </div>
      <ReadBeside view={beside} caseId={file.caseId} onClose={() => setBeside(null)}>
        <div className={isWide ? 'entry levels' : 'entry with-readings'}>
          <SectionList current={section} onOpen={open} />
          {isWide ? (
            <LesionsSection>
              <NextSection after={section} onNext={openNext} />
            </LesionsSection>
          ) : (
            <>
              <div className="stack" data-section-form>
                {section !== 'referral' && <KnownBeforePanel key={`known before ${section}`} {...{ known, section }} />}
                {section === 'referral' && (
                  <>
                    {isNew && (
                      <Notice kind="info" announce="status" title={`Case ${file.code} is open.`}>
                        Next: fill in what you know, section by section; it is saved by itself. Then hand it in to the
                        board.
                      </Notice>
                    )}
                    {otherCases}
                    <KnownBeforePanel {...{ known, section }} />
                    <QuestionCard />
                    <Documents {...caseFiles} beside={beside} onBeside={setBeside} />
                    {file.photo !== undefined && <PatientPhoto {...caseFiles} />}
                    <PatientCard {...patient} />
                  </>
                )}
                {section === 'imaging' && <KeyImages {...caseFiles} />}
                <SectionFields key={section} section={section} />
                {partsOf(section).map((part) => (
                  <SectionPart key={part} part={part} />
                ))}
                <NextSection after={section} onNext={openNext} />
              </div>
              <ReadingsAside section={section} />
            </>
          )}
        </div>
      </ReadBeside>
    </div>
  )
}

/** The fields of a section in the form that its kind asks for. */
function SectionFields({ section }: { section: SectionId }) {
  const { entries }: Section = sections[section]
  if (entries) return <ListSection section={section} words={entries} />
  if (isSeries(section)) return <SeriesSection section={section} />
  if (section === 'care') return <CareForm />
  return <SectionForm section={section} title={section === 'referral' ? 'Referral' : undefined} />
}
