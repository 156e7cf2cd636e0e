import type { ReactNode } from 'react'
import { CopyNumber } from './copy-number'
import { Icon } from './icon'

/**
 * What is known of a safety fact (allergies, anticoagulant, MRI obstacle):
 * `known` names them and stands out, `none` was asked and denied, `not-recorded` was never asked, `unavailable` cannot be read now.
 */
export type SafetyFact =
  | { state: 'known'; text: string }
  | { state: 'none' }
  | { state: 'not-recorded' }
  | { state: 'unavailable' }

/** Everything the banner shows, formatted: names as `ARDENWICK, Maren`, days as `14-Mar-1961`. */
export type BannerPatient = {
  name: string
  /** Address of the photo, `none` while there is none; absent where the board shows no photos. */
  photo?: string | 'none'
  preferredName?: string
  /** `14-Mar-1961 (65 y)`, or absent when not known. */
  born?: string
  sex?: string
  /** In the person’s own words; absent unless the person wants it recorded. */
  gender?: string
  /** Label is the issuer: `Northbridge no.`, `NHS No.`; `bare` is the number as it is copied. */
  identifiers: readonly { label: string; value: string; bare: string }[]
  allergies: SafetyFact
  anticoagulant: SafetyFact
  mriObstacle: SafetyFact
  /** `Attempt CPR, 24-Nov-2026`, or absent when not recorded. */
  resuscitation?: string
  /** `Needed, Arabic`; absent when none is needed. */
  interpreter?: string
  /** Set when the patient has died: the day and the age at death. */
  died?: { on: string; age?: string }
  /** Set when the identity is hidden: name and identifiers are an alias, the age stands for the birth date. */
  hidden?: { age: string | undefined }
}

const safetyWords = {
  allergies: {
    label: 'Allergies',
    none: 'No known allergies',
    'not-recorded': 'Allergies not recorded',
    unavailable: 'Allergies unavailable',
  },
  anticoagulant: {
    label: 'Anticoagulant',
    none: 'None known',
    'not-recorded': 'Not recorded',
    unavailable: 'Unavailable',
  },
  mriObstacle: {
    label: 'MRI obstacle',
    none: 'None known',
    'not-recorded': 'Not recorded',
    unavailable: 'Unavailable',
  },
} as const

const factIcons = { known: 'warn', none: 'tick', 'not-recorded': 'unk', unavailable: 'off' } as const
const factClasses = { known: 'flag', none: undefined, 'not-recorded': 'asked-not', unavailable: 'asked-not' } as const

function Safety({ kind, fact }: { kind: keyof typeof safetyWords; fact: SafetyFact }) {
  const words = safetyWords[kind]
  const label = kind === 'allergies' && fact.state === 'known' ? 'Known allergies' : words.label
  return (
    <div className={factClasses[fact.state]}>
      <dt>
        <Icon name={factIcons[fact.state]} />
        {label}
      </dt>
      <dd className={fact.state === 'known' || fact.state === 'none' ? undefined : 'missing'}>
        {fact.state === 'known' ? fact.text : words[fact.state]}
      </dd>
    </div>
  )
}

function Entry({ label, value, alone = false }: { label: string; value: ReactNode; alone?: boolean }) {
  return (
    <div className={alone ? 'named-alone' : undefined}>
      <dt>{label}</dt>
      {value === undefined ? <dd className="missing">Not known</dd> : <dd>{value}</dd>}
    </div>
  )
}

/** Keeps its room whether there is a photo or not, so that the name stands at one place on every case of the board (DESIGN P14). */
function Photo({ of }: { of: string }) {
  if (of === 'none') {
    return (
      <span className="banner-photo" role="img" aria-label="No photo of the patient">
        <Icon name="person" size="large" />
      </span>
    )
  }
  // biome-ignore lint/performance/noImgElement: the bytes come from the API for this person only, no copy may be kept
  return <img className="banner-photo" src={of} alt="The patient" width={40} height={40} />
}

/**
 * Who this screen is about; stands on top of every screen of one patient and is never covered (DESIGN P1-P8).
 * Put it, with the clock strip if any, into a `sticky-top` block. Unknown is written, never left out.
 */
export function PatientBanner({ patient }: { patient: BannerPatient }) {
  const { name, photo, preferredName, born, sex, gender, identifiers, resuscitation, interpreter, died } = patient
  const { allergies, anticoagulant, mriObstacle, hidden } = patient
  return (
    <section className={died ? 'banner deceased' : 'banner'} aria-label="Patient">
      {photo !== undefined && <Photo of={photo} />}
      <p className="banner-name">
        {name.split(/(?<=, )/u).map((part) => (
          <span key={part} className="part">
            {part}
          </span>
        ))}
        {hidden && (
          <span className="banner-hidden">
            <Icon name="lock" /> Identity hidden; texts may still name the person
          </span>
        )}
        {preferredName !== undefined && <span className="banner-preferred">Likes to be called {preferredName}</span>}
      </p>
      <dl>
        {died && <Entry label="Died" value={died.age === undefined ? died.on : `${died.on} (${died.age})`} />}
        {hidden ? <Entry label="Age" value={hidden.age} alone /> : <Entry label="Born" value={born} alone />}
        <Entry label="Sex" value={sex} alone />
        {gender !== undefined && <Entry label="Gender" value={gender} />}
        {identifiers.map(({ label, value, bare }) => (
          <Entry key={`${label} ${value}`} label={label} value={<CopyNumber {...{ label, bare }} shown={value} />} />
        ))}
        <Safety kind="allergies" fact={allergies} />
        <Safety kind="anticoagulant" fact={anticoagulant} />
        <Safety kind="mriObstacle" fact={mriObstacle} />
        <div>
          <dt>Resuscitation</dt>
          {resuscitation === undefined ? <dd className="missing">Not recorded</dd> : <dd>{resuscitation}</dd>}
        </div>
        {interpreter !== undefined && <Entry label="Interpreter" value={interpreter} />}
      </dl>
    </section>
  )
}
