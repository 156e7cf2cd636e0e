import { describe, expect, test } from 'vitest'
import { decideIdle, type Idle } from './idle'

const minutes = (count: number) => count * 60_000
const at = (nowMs: number, known: Partial<Idle> = {}) =>
  decideIdle({ nowMs, contactMs: 0, activityMs: 0, toldMs: 0, idleMs: minutes(30), endsMs: null, ...known })

describe('an idle session', () => {
  test('is left alone while its end is far', () => {
    expect(at(minutes(5))).toEqual({ kind: 'rest' })
  })

  test('is told to the server when somebody works, once a minute', () => {
    expect(at(60_000, { activityMs: 30_000 })).toEqual({ kind: 'rest' })
    expect(at(61_000, { activityMs: 30_000 })).toEqual({ kind: 'tell' })
  })

  test('F3 warns at least a minute ahead and can be put off', () => {
    expect(at(minutes(27.9))).toEqual({ kind: 'rest' })
    expect(at(minutes(28))).toEqual({ kind: 'warn', leftMs: minutes(2), extendable: true })
  })

  test('F3 goes on after any key while it warns', () => {
    expect(at(minutes(29), { activityMs: minutes(29) })).toEqual({ kind: 'tell' })
  })

  test('F3 can be put off as often as somebody is there, each time for the whole span', () => {
    for (let times = 0, contactMs = 0; times < 20; times += 1, contactMs += minutes(29)) {
      const known = { contactMs, toldMs: contactMs, activityMs: contactMs }
      expect(at(contactMs + minutes(28.5), known)).toMatchObject({ kind: 'warn', extendable: true })
      const pressed = { ...known, activityMs: contactMs + minutes(29) }
      expect(at(contactMs + minutes(29), pressed)).toEqual({ kind: 'tell' })
    }
  })

  test('is over at its limit, also after the machine slept', () => {
    expect(at(minutes(30))).toEqual({ kind: 'leave', reason: 'idle' })
    expect(at(minutes(600), { activityMs: minutes(600) })).toEqual({ kind: 'leave', reason: 'idle' })
  })

  test('cannot be put off past its last end', () => {
    const known = { contactMs: minutes(9), activityMs: minutes(9), toldMs: minutes(9), endsMs: minutes(10) }
    expect(at(minutes(9), known)).toEqual({ kind: 'warn', leftMs: minutes(1), extendable: false })
    expect(at(minutes(10), known)).toEqual({ kind: 'leave', reason: 'ended' })
  })
})
