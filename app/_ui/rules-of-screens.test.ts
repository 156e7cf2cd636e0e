import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const app = fileURLToPath(new URL('..', import.meta.url))

/** The sources of the screens with the ending given, by their path in `app/`. */
const sources = (ending: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending) && !file.includes('.test.'))
      .map((file) => [file.replaceAll(path.sep, '/'), readFileSync(path.join(app, file), 'utf8')]),
  )

const filesWith = (ending: string, pattern: RegExp): string[] =>
  [...sources(ending)].filter(([, text]) => pattern.test(text)).map(([file]) => file)

test('P9 the patient banner stands on screens of one patient only', () => {
  expect(filesWith('.tsx', /from '@\/app\/_ui\/patient-banner'/).sort()).toEqual([
    '(board)/cases/[caseId]/_banner.tsx',
    '(board)/meetings/[meetingId]/room/room-banner.tsx',
  ])
  const screens = filesWith('.tsx', /<(CaseBanner|RoomBanner)\b/)
  expect(screens.length).toBeGreaterThan(3)
  expect(
    screens.filter(
      (file) => !/^\(board\)\/(cases\/\[caseId\]|meetings\/(\[meetingId\]\/(room|prepare)|call))\//.test(file),
    ),
  ).toEqual([])
})

test('P6 nothing unknown is written as a question mark or a dash', () => {
  const blank = /(\?\?|\|\|) ?(['"`])([?\-–—]{1,3})\2|\? [^:\n]+ : (['"`])([?–—]|--)\4/
  expect([...filesWith('.tsx', blank), ...filesWith('.ts', blank)]).toEqual([])
})

test('L4 no style sheet cuts words off, but for captions of pictures and the wall, which the room and the case hold in full', () => {
  const cut = /text-overflow|line-clamp/
  expect(filesWith('.css', cut).sort()).toEqual([
    '(projector)/meetings/[meetingId]/projector/projector-page.css',
    '_ui/styles/files.css',
    '_ui/styles/projector.css',
  ])
})

test('L3 the head of every table stays in sight', () => {
  const css = sources('.css').get('_ui/styles/data-table.css')
  expect(css).toMatch(/\.grid thead th \{[^}]*position: sticky/)
})

test('F7 no field has words that vanish when somebody types in the place of its label', () => {
  // The palette is a dialog for one thing; its placeholder repeats what the dialog is called.
  expect(filesWith('.tsx', /placeholder=/)).toEqual(['(board)/_shell/palette.tsx'])
})

test('F11 no field refuses what is pasted or what a password manager fills in', () => {
  const refusing = /onPaste|onCopy|onCut/
  expect(filesWith('.tsx', refusing)).toEqual([])
  expect(sources('.tsx').get('(auth)/sign-in/sign-in-form.tsx')).toContain('current-password')
})

test('A8 every page says its language', () => {
  expect(sources('.tsx').get('layout.tsx')).toMatch(/<html lang="en-GB"/)
})

test('A5 nothing moves for people who asked for that, and nothing moves without end', () => {
  const css = [...sources('.css').values()].join('\n')
  expect(css).toMatch(/@media \(prefers-reduced-motion: reduce\)/)
  expect(css).not.toMatch(/animation[^;]*\binfinite\b/)
})

test('every dialog with words of its own sends again under the key of what it sent', () => {
  const dialogs = [...sources('.tsx')].filter(([, text]) => /<WordsDialog\b/.test(text))
  expect(dialogs.length).toBeGreaterThan(10)
  expect(dialogs.filter(([, text]) => !text.includes('repeating)')).map(([file]) => file)).toEqual([])
})
