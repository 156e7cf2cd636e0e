import type { ReactNode } from 'react'

type Drawing = { box: 12 | 16 | 20; body: ReactNode }

const glyph = 'var(--glyph, var(--surface))'
const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const line = { fill: 'none', stroke: 'currentColor', ...round } as const

const severity = {
  crit: {
    box: 16,
    body: (
      <>
        <path fill="currentColor" d="M4.9.6h6.2l4.3 4.3v6.2l-4.3 4.3H4.9L.6 11.1V4.9z" />
        <path fill="none" stroke={glyph} strokeWidth="2" strokeLinecap="round" d="M8 4v4.6M8 11.9v.1" />
      </>
    ),
  },
  warn: {
    box: 16,
    body: (
      <>
        <path {...line} fill="currentColor" strokeWidth="1.6" d="M8 1.8 15 14H1z" />
        <path fill="none" stroke={glyph} strokeWidth="1.8" strokeLinecap="round" d="M8 6v3.6M8 12.2v.1" />
      </>
    ),
  },
  ok: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="7.4" fill="currentColor" />
        <path {...line} stroke={glyph} strokeWidth="1.9" d="m4.6 8.3 2.3 2.3 4.5-4.9" />
      </>
    ),
  },
  unk: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 1.9" />
        <path
          {...line}
          strokeWidth="1.5"
          d="M6 6.3c.1-1.2 1-1.9 2.1-1.9 1.2 0 2 .8 2 1.8 0 1.5-2 1.5-2 3M8.1 11.6v.1"
        />
      </>
    ),
  },
  info: {
    box: 16,
    body: (
      <>
        <rect x="1" y="1" width="14" height="14" rx="3" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path {...line} strokeWidth="1.7" d="M8 7.3v4M8 4.6v.1" />
      </>
    ),
  },
  clock: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path {...line} strokeWidth="1.5" d="M8 4.3V8l2.5 1.6" />
      </>
    ),
  },
  block: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path {...line} strokeWidth="2" d="M4.8 8h6.4" />
      </>
    ),
  },
} satisfies Record<string, Drawing>

const rooms = {
  person: {
    box: 20,
    body: (
      <path
        {...line}
        strokeWidth="1.5"
        d="M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 17c.4-3 3-5 6.5-5s6.1 2 6.5 5"
      />
    ),
  },
  today: {
    box: 20,
    body: <path {...line} strokeWidth="1.5" d="M3 5.5h14v11.5H3zM3 9h14M6.5 3v4M13.5 3v4M7.5 13l1.8 1.8 3.4-3.6" />,
  },
  meetings: {
    box: 20,
    body: (
      <path
        {...line}
        strokeWidth="1.5"
        d="M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1.5 17c0-3 2.5-5 5.5-5s5.5 2 5.5 5M13 3.4a3 3 0 0 1 0 5.2M15 12.3c2.2.7 3.5 2.4 3.5 4.7"
      />
    ),
  },
  cases: { box: 20, body: <path {...line} strokeWidth="1.5" d="M2.5 16.5v-12h5l2 2.5h8v9.5z" /> },
  practice: {
    box: 20,
    body: (
      <path
        {...line}
        strokeWidth="1.5"
        d="M1.8 7.5 10 3.8l8.2 3.7L10 11.2zM5 9.2v4.3c1.3 1.3 3 2 5 2s3.7-.7 5-2V9.2M18.2 7.5v5"
      />
    ),
  },
  'follow-up': { box: 20, body: <path {...line} strokeWidth="1.5" d="M4.5 18V3M4.5 3.5h11l-2.5 3.7 2.5 3.8h-11" /> },
  quality: { box: 20, body: <path {...line} strokeWidth="1.5" d="M3 17h14M5.5 14v-3.5M10 14V5M14.5 14V8" /> },
  reference: {
    box: 20,
    body: (
      <path
        {...line}
        strokeWidth="1.5"
        d="M10 5c-2-1.5-4.5-2-7.5-2v12.5c3 0 5.5.5 7.5 2 2-1.5 4.5-2 7.5-2V3c-3 0-5.5.5-7.5 2zM10 5v12.5"
      />
    ),
  },
  people: {
    box: 20,
    body: (
      <path
        {...line}
        strokeWidth="1.5"
        d="M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 17c.4-3 3-5 6.5-5s6.1 2 6.5 5"
      />
    ),
  },
  sun: {
    box: 20,
    body: (
      <>
        <circle cx="10" cy="10" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path
          {...line}
          strokeWidth="1.5"
          d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M15.5 4.5l-1.1 1.1M5.6 14.4l-1.1 1.1"
        />
      </>
    ),
  },
  moon: { box: 20, body: <path {...line} strokeWidth="1.5" d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" /> },
  screen: { box: 20, body: <path {...line} strokeWidth="1.5" d="M2.5 4h15v10h-15zM7.5 17h5M10 14v3" /> },
} satisfies Record<string, Drawing>

const acts = {
  lock: {
    box: 16,
    body: (
      <>
        <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
        <path fill="none" stroke="currentColor" strokeWidth="1.6" d="M5 7V4.8a3 3 0 0 1 6 0V7" />
      </>
    ),
  },
  print: {
    box: 16,
    body: <path {...line} strokeWidth="1.4" d="M4 6V2h8v4M4 12H2V6h12v6h-2M4 9.5h8V14H4z" />,
  },
  search: {
    box: 16,
    body: (
      <>
        <circle cx="7" cy="7" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path {...line} strokeWidth="1.5" d="m10.6 10.6 3.6 3.6" />
      </>
    ),
  },
  up: { box: 16, body: <path {...line} strokeWidth="1.6" d="m4 10 4-4 4 4" /> },
  down: { box: 16, body: <path {...line} strokeWidth="1.6" d="m4 6 4 4 4-4" /> },
  left: { box: 16, body: <path {...line} strokeWidth="1.6" d="m10 4-4 4 4 4" /> },
  right: { box: 16, body: <path {...line} strokeWidth="1.6" d="m6 4 4 4-4 4" /> },
  'both-ways': { box: 16, body: <path {...line} strokeWidth="1.5" d="m5 6 3-3 3 3M5 10l3 3 3-3" /> },
  copy: { box: 16, body: <path {...line} strokeWidth="1.4" d="M6 6h7.5v7.5H6zM3.5 10h-1V2.5H10v1" /> },
  plus: { box: 16, body: <path {...line} strokeWidth="1.6" d="M8 3v10M3 8h10" /> },
  close: { box: 16, body: <path {...line} strokeWidth="1.6" d="m4 4 8 8M12 4l-8 8" /> },
  tick: { box: 16, body: <path {...line} strokeWidth="1.8" d="m3 8.5 3.2 3.2L13 4.8" /> },
  edit: { box: 16, body: <path {...line} strokeWidth="1.4" d="M2.5 13.5 3 10.6l7.6-7.6 2.4 2.4L5.4 13z" /> },
  eye: {
    box: 16,
    body: (
      <>
        <path {...line} strokeWidth="1.4" d="M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8z" />
        <circle cx="8" cy="8" r="2" fill="currentColor" />
      </>
    ),
  },
  live: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="3" fill="currentColor" />
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </>
    ),
  },
  off: {
    box: 16,
    body: (
      <>
        <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="3 2.2" />
        <path {...line} strokeWidth="1.6" d="m3 13 10-10" />
      </>
    ),
  },
  phone: {
    box: 16,
    body: (
      <path
        fill="currentColor"
        d="M3.5 1.5 6 2l1 3.2-1.6 1.2a8.5 8.5 0 0 0 4.2 4.2L10.8 9l3.2 1 .5 2.5c0 1-.8 2-2 2C6.8 14.5 1.5 9.2 1.5 3.5c0-1.2 1-2 2-2z"
      />
    ),
  },
} satisfies Record<string, Drawing>

const stances = {
  support: { box: 12, body: <path {...line} strokeWidth="1.8" d="M6 1.5v9M1.5 6h9" /> },
  acceptable: { box: 12, body: <path {...line} strokeWidth="1.8" d="M2 4.2h8M2 7.8h8" /> },
  oppose: { box: 12, body: <path {...line} strokeWidth="1.8" d="m2.5 2.5 7 7M9.5 2.5l-7 7" /> },
} satisfies Record<string, Drawing>

const stack = [1, 6.1, 11.2] as const

const stability = {
  'sins-stable': {
    box: 16,
    body: (
      <g fill="none" stroke="currentColor" strokeWidth="1.4">
        {stack.map((y) => (
          <rect key={y} x="4" y={y} width="8" height="3.8" rx="1" />
        ))}
      </g>
    ),
  },
  'sins-potential': {
    box: 16,
    body: (
      <>
        <g fill="none" stroke="currentColor" strokeWidth="1.4">
          <rect x="4" y="1" width="8" height="3.8" rx="1" />
          <rect x="4" y="11.2" width="8" height="3.8" rx="1" />
        </g>
        <rect x="5.8" y="5.8" width="9" height="4.4" rx="1" fill="currentColor" />
      </>
    ),
  },
  'sins-unstable': {
    box: 16,
    body: (
      <g fill="currentColor">
        <rect x="1.2" y=".7" width="8.6" height="4.2" rx="1" />
        <path d="M6 6.3 15 5.8v4.8L6 8.4z" />
        <rect x="1.2" y="11.1" width="8.6" height="4.2" rx="1" />
      </g>
    ),
  },
} satisfies Record<string, Drawing>

/** Every drawing of the icon set by name, with the side of its square view box. */
export const drawings = { ...severity, ...rooms, ...acts, ...stances, ...stability }

/** Names that `Icon` can draw. */
export type IconName = keyof typeof drawings
