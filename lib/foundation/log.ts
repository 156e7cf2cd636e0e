import pino from 'pino'

/** The server's log: codes, ids and stacks. Never what a person typed, never a patient. */
export const log = pino({ base: undefined, formatters: { level: (level) => ({ level }) } })
