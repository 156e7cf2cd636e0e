import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The things that addresses name: each parameter of a page's folder with the id that it stands for. */
type Places = { caseId: string; meetingId: string }

const beforeTheDoor = /^(\(auth\)|$)/

/** Folders of the app that hold a page for people who are signed in. */
const folders = readdirSync(path.resolve('app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.dirname(file).replace(/^\.$/, ''))
  .filter((folder) => !beforeTheDoor.test(folder))
  .sort()

/** For parameters that name no board's thing: one that exists everywhere. */
const shared: Record<string, string> = {
  section: 'tumour',
  instrumentId: 'sins',
  scoreId: 'mizumoto',
  moment: '2026-11-24T14:02:00Z',
  conclusionId: '00000000-0000-4000-8000-000000000000',
}

const fill = (folder: string, ids: Record<string, string>): string =>
  folder.replace(/^\(\w+\)/, '').replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const value = ids[name] ?? shared[name]
    if (!value) throw new Error(`A page has the parameter ${name}, for which this test knows no value`)
    return value
  })

/** The address of every page behind the door, read from the folders of the app so that a new page is looked at too. */
export const everyPage = (places: Places): string[] => folders.map((folder) => fill(folder, places))

/** The pages that belong to one case or meeting. */
export const pagesOfOneThing = (places: Places): string[] =>
  folders.filter((folder) => /\[(caseId|meetingId)\]/.test(folder)).map((folder) => fill(folder, places))
