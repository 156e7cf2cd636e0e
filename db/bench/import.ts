import { importCases } from '@/lib/exchange/commands/import-cases'
import { previewImport } from '@/lib/exchange/queries/preview-import'
import { must } from '../testing-board'
import { fillBoard } from './fill'
import type { Measured } from './measure'

const standing = 3000
const count = 1000

const header =
  'Family name,Given name,Born,Sex,Identifier,Issued by,Question to the board,Referred by,Levels with certain tumour'

/** Rows as a spreadsheet of a department gives them: each a person of its own, with a number that nobody has yet. */
const table = [
  header,
  ...Array.from(
    { length: count },
    (_, n) => `Rowan${n},Test,12-Mar-1961,female,IMP ${n},MRN,Which treatment is next?,Dr Test,L${(n % 5) + 1}`,
  ),
].join('\n')

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now()
  const done = await work()
  return [done, performance.now() - from]
}

/** Reading and importing a table of 1,000 rows on a board that has 3,000 patients. */
export async function benchImport(ownerUrl: string): Promise<{ title: string; rows: Measured[] }> {
  const { board } = await fillBoard(ownerUrl, standing)
  const source = { boardId: board.boardId, text: table }
  const [, previewed] = await timed(async () => must(await previewImport(board.presenter, source)))
  const lines = Array.from({ length: count }, (_, n) => ({ line: n + 2, patientId: null }))
  const [{ cases }, imported] = await timed(async () =>
    must(await importCases(board.presenter, { ...source, rows: lines })),
  )
  const told = (name: string, took: number): Measured => ({ name, p50: took, p95: took })
  return {
    title: `${cases.length} rows onto a board of ${standing} patients, once`,
    rows: [told('preview the table', previewed), told('import it', imported)],
  }
}
