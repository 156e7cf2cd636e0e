import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { MarkedRail, StaleMarks } from '@/app/_decision/stale-marks'
import { IdentityProvider } from '@/app/_identity/hidden-identity'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { KeysProvider } from '@/app/_ui/keys'
import { SpellOut } from '@/app/_ui/spell-out'
import { readTheme, themeCookie } from '@/app/_ui/theme'
import { ThemeToggle } from '@/app/_ui/theme-toggle'
import { mayWriteCase } from '@/lib/cases/policy'
import { now } from '@/lib/foundation/clock'
import { serverEnv } from '@/lib/foundation/env'
import { dayAt } from '@/lib/foundation/time'
import { mayPlan } from '@/lib/meetings/policy'
import { maySeePatients } from '@/lib/people/policy'
import { Account } from './_shell/account'
import { CallBadge } from './_shell/call-badge'
import { homeOf } from './_shell/choose-seat'
import { requireBoard } from './_shell/current-board'
import './_shell/frame.css'
import { Palette } from './_shell/palette'
import { roomsOf } from './_shell/rooms'
import { seatWords } from './_shell/seat-words'
import { SessionKeeper } from './_shell/session-keeper'

/** The frame around every page of a board. It decorates; each page asks `requireBoard` itself. */
export default async function BoardLayout({ children }: { children: ReactNode }) {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const theme = readTheme((await cookies()).get(themeCookie)?.value)
  const rooms = roomsOf(seat)
  return (
    <KeysProvider>
      <IdentityProvider isHidden={await isIdentityHidden()} today={dayAt(now().toISOString(), timeZone)}>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>
        <StaleMarks boardId={maySeePatients(actor, boardId) ? boardId : null}>
          <div className="app">
            <MarkedRail items={rooms} home={homeOf(seat)}>
              <Palette
                boardId={maySeePatients(actor, boardId) ? boardId : null}
                timeZone={timeZone}
                rooms={rooms}
                mayOpenCase={mayWriteCase(actor, { boardId })}
                mayPlanMeeting={mayPlan(actor, { boardId })}
              />
              <ThemeToggle initial={theme} />
              <Account
                name={actor.name}
                seat={seatWords(seat)}
                board={{ boardId, boardName: seat.boardName }}
                others={actor.seats
                  .filter((other) => other.boardId !== boardId)
                  .map(({ boardId: id, boardName }) => ({ boardId: id, boardName }))}
                more={rooms.filter(({ onDesk }) => onDesk)}
              />
            </MarkedRail>
            <main className="app-main" id="main" tabIndex={-1}>
              <CallBadge boardId={maySeePatients(actor, boardId) ? boardId : null} />
              {children}
            </main>
          </div>
        </StaleMarks>
        <SpellOut />
        <SessionKeeper idleMs={serverEnv().SESSION_IDLE_MINUTES * 60_000} />
      </IdentityProvider>
    </KeysProvider>
  )
}
