'use client'
import { IdentitySwitch } from '@/app/_identity/identity-switch'
import type { Liveness } from '@/app/_ui/live-state'
import { Severity } from '@/app/_ui/severity'

type ProjectorFootProps = {
  dissent: string
  /** What divides the board most; empty when nothing does. */
  divided: string
  /** Specialties that are missing for a decision; empty when the quorum is met or none is asked for. */
  short: string
  liveness: Liveness
  time: string | null
  isHidden: boolean
}

/** Who differs, whether the picture is live, and the time on this case. */
export function ProjectorFoot({ dissent, divided, short, liveness, time, isHidden }: ProjectorFootProps) {
  return (
    <footer className="projector-foot">
      {liveness.state === 'silent' && <Severity tone="warn">Not live for {liveness.silentSeconds} s</Severity>}
      {short !== '' && <Severity tone="warn">Advice only, short of quorum: {short}</Severity>}
      {divided !== '' && <Severity tone="warn">Discuss first: {divided}</Severity>}
      {dissent !== '' && (
        <span>
          <strong>Dissent</strong> {dissent}
        </span>
      )}
      <span className="spacer" />
      <IdentitySwitch isHidden={isHidden} className="projector-switch" />
      {time !== null && (
        <b role="timer">
          {time}
          <span className="visually-hidden"> on this case</span>
        </b>
      )}
    </footer>
  )
}
