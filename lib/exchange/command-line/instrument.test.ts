import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readAny } from '@/lib/clinical/instrument'
import { instruments } from '@/lib/clinical/instruments/instruments'
import { sins } from '@/lib/clinical/instruments/sins'
import { runInstrumentCommand } from './instrument-command'
import { WrongCommand } from './wrong-command'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const program = 'lib/exchange/command-line/instrument.ts'

type Ended = { code: number; out: string; err: string }

/** Runs the command as a process of its own, as `npm run -s instrument --` does. */
const startProcess = (args: readonly string[], input: string | Uint8Array): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', program, ...args], { cwd: root }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end(input)
  })

/** Runs the command in this process, on the same streams. */
async function instrument(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const output = new PassThrough({ highWaterMark: 2 ** 26 })
  const given = Readable.from([Buffer.from(input)])
  const code = await runInstrumentCommand(args, { input: given, output }).catch((problem: unknown) => problem)
  const out = String(output.read() ?? '')
  if (code instanceof WrongCommand) return { code: 2, out, err: code.message }
  return { code: code as number, out, err: '' }
}

const jsonOf = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const healthy = { location: 'S3', pain: 'none', lesion: 'blastic', alignment: 'normal', posterolateral: 'none' }

describe('npm run -s instrument', () => {
  it('lists what is offered, one JSON object a line', async () => {
    const { code, out } = await instrument(['list'])
    expect(code).toBe(0)
    expect(jsonOf(out)).toEqual(
      instruments.map(({ id, version, title, asks, form, status, source }) => ({
        id,
        version,
        title,
        asks,
        form,
        status,
        source,
      })),
    )
  })

  it('describes an instrument: values with points, answers, units with limits, bands, source', async () => {
    const { code, out } = await instrument(['describe', 'sins@1'])
    expect(code).toBe(0)
    const described = JSON.parse(out) as { items: unknown[]; bands: unknown[] }
    expect(described).toMatchObject({ id: 'sins', source: sins.source, range: [0, 18] })
    expect(described.items).toContainEqual(
      expect.objectContaining({
        item: 'collapse',
        answers: ['gt50', 'lt50', 'involved', 'none'],
        measured: [{ unit: '%', min: 0, max: 100 }],
      }),
    )
    expect(described.bands).toContainEqual(expect.objectContaining({ id: 'unstable', range: [13, 18] }))
  })

  it('reads a line for a line, tells each bad one by its number, and goes on', async () => {
    const lines = [
      JSON.stringify({ ...healthy, collapse: { measured: 60, unit: '%' }, id: 'P1' }),
      '{"location":"L2","pain":null}',
      '',
      '{"pain":"severe","pian":1,"collapse":60,"__proto__":1}',
      '{"collapse":{"measured":6,"unit":"mm"}}',
      '{"collapse":{"measured":101,"unit":"%"}}',
      '{"pain":["none"]}',
      '["none"]',
      'P7, not JSON',
      '{"lesion":{"oneOf":["lytic","mixed"]}}',
    ]
    const { code, out } = await startProcess(['read', 'sins', '--keep', 'id'], lines.join('\n'))
    const refused = (line: number, ...errors: unknown[]) => ({ line, errors })
    const noObject = { item: null, message: 'The line is not one JSON object.' }
    expect(code).toBe(1)
    expect(jsonOf(out)).toMatchObject([
      {
        line: 1,
        kept: { id: 'P1' },
        reading: asJson(readAny(sins, { ...healthy, collapse: { measured: 60, unit: '%' } })) as object,
      },
      { line: 2, reading: { kind: 'incomplete', between: [2, 17] } },
      refused(3, { item: null, message: 'The line is empty.' }),
      refused(
        4,
        { item: 'pain', message: 'Choose one of: mechanical, occasional, none.' },
        { item: 'collapse', message: 'Give the unit %.' },
        { item: null, message: 'Unknown item of Spinal Instability Neoplastic Score: pian, __proto__.' },
      ),
      refused(5, { item: 'collapse', message: 'Give the unit %.' }),
      refused(6, { item: 'collapse', message: 'Give a number from 0 to 100 %.' }),
      refused(7, { item: 'pain', message: 'Choose one of: mechanical, occasional, none.' }),
      refused(8, noObject),
      refused(9, noObject),
      { line: 10, reading: { kind: 'incomplete' } },
    ])
  })

  it('reads and writes tables: sets, measurements with their unit, empty cells, columns of one’s own', async () => {
    const table = [
      'id;bauer;walking;albumin',
      'P1;1;intact;4 g/dL',
      'P2;2;intact;36 g/L',
      'P3;2;intact;',
      '"P;4";2 | 3;intact;3.4g/dL',
      'P5;2;intact;36',
      'P6;2;intact;36 mg/L',
      'P7;2;intact;3,6 g/dL',
      'P8;0x2;intact;4 g/dL',
      'P9;2;intact',
      'P10;"2;intact;4 g/dL',
    ]
    const { code, out } = await instrument(
      ['read', 'nesms', '--csv', '--keep', 'id'],
      `\uFEFF${table.join('\r\n')}\r\n`,
    )
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toEqual([
      'line,id,total,lowest,highest,bands,kind,missing,why,caveats,bauer points,walking points,albumin points,errors',
      '2,P1,2,,,two,complete,,,cohort_figure | cohort_180 | unconfirmed,0,1,1,',
      '3,P2,2,,,two,complete,,,cohort_figure | cohort_180 | unconfirmed,0,1,1,',
      '4,P3,,1,2,one | two,incomplete,albumin,,cohort_figure | cohort_180 | unconfirmed,0,1,,',
      '5,P;4,,1,3,one | three,incomplete,bauer,,cohort_figure | cohort_180 | unconfirmed,,1,0,',
      '6,P5,,,,,,,,,,,,albumin: Give the unit g/dL or g/L.',
      '7,P6,,,,,,,,,,,,albumin: Give the unit g/dL or g/L.',
      '8,P7,,,,,,,,,,,,albumin: Give a number from 1 to 7 g/dL.',
      '9,P8,,,,,,,,,,,,"bauer: Give 0, 1, 2, 3, 4."',
      '10,,,,,,,,,,,,,"The row has 3 cells, the first line has 4."',
      '11,,,,,,,,,,,,,"A quotation mark is not closed, or stands inside a cell."',
    ])
  })

  it('keeps no cell as a formula of a spreadsheet, and a number with its sign as it is', async () => {
    const kept = ['=1+1', '+cmd', '-cmd', '@SUM(A1)', '-3', '+3.5', '-3,5', '-1e5', '3-4', 'P1']
    const { out } = await instrument(
      ['read', 'escc', '--csv', '--keep', 'id'],
      `id;grade\n${kept.map((id) => `${id};1b`).join('\n')}\n`,
    )
    const cells = out.trimEnd().split('\n').slice(1)
    expect(cells.map((row) => /^\d+;?,?"?(.*?)"?[,;]1b/.exec(row)?.[1])).toEqual([
      ...["'=1+1", "'+cmd", "'-cmd", "'@SUM(A1)"],
      ...['-3', '+3.5', '-3,5', '-1e5', '3-4', 'P1'],
    ])
  })

  it('writes grades and findings as tables', async () => {
    const grades = await instrument(['read', 'escc', '--csv'], 'grade\n1b\n1b|1c\n')
    expect(grades.out).toMatch(/^line,grades,bands,kind,.*\n2,1b,.*,complete,.*\n3,1b \| 1c,.*,incomplete,/)
    const findings = await instrument(['read', 'noms', '--csv'], 'escc,sins\n3,5\n')
    expect(findings.out).toMatch(/^line,findings,possible,kind,.*\n2,M3,.*irradiated-before.*,incomplete,/)
    expect([grades.code, findings.code]).toEqual([0, 0])
  })

  it('loses no row to a carriage return inside a line, and no answer to a key that stands twice', async () => {
    const rows = await instrument(['read', 'sins', '--csv'], 'pain\nnone\rmechanical\nnone\r\n')
    expect(rows.code).toBe(1)
    expect(rows.out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^2,.*A carriage return stands inside the line/),
      expect.stringMatching(/^3,.*incomplete/),
    ])
    const lines = ['{"pain":"none","pain":"mechanical"}', '{"pain":{"oneOf":["none"],"oneOf":[]}}', '{"pain":"none"}']
    const { code, out } = await instrument(['read', 'sins'], lines.join('\n'))
    expect(code).toBe(1)
    const doubled = [{ item: null, message: expect.stringContaining('stands twice') }]
    expect(jsonOf(out)).toEqual([
      { line: 1, errors: doubled },
      { line: 2, errors: doubled },
      { line: 3, reading: expect.anything() },
    ])
  })

  it('says once what is wrong with a number', async () => {
    const { out } = await instrument(['read', 'noms'], '{"sins":99}')
    expect(jsonOf(out)).toMatchObject([{ line: 1, errors: [{ item: 'sins' }] }])
    expect((jsonOf(out)[0] as { errors: unknown[] }).errors).toHaveLength(1)
  })

  it('takes binary garbage for lines that failed', async () => {
    const garbage = Uint8Array.from({ length: 5000 }, (_, at) => (at * 167) % 256)
    const { code, out, err } = await instrument(['read', 'sins'], garbage)
    expect([code, err]).toEqual([1, ''])
    expect(jsonOf(out).every((line) => Object.hasOwn(line as object, 'errors'))).toBe(true)
  })

  it.each([
    ['no command', [], '', 'npm run -s instrument -- list'],
    ['an instrument that nobody knows', ['read', 'lens'], '', 'There is no such instrument.'],
    ['a version that nobody knows', ['read', 'sins@9'], '', 'There is no such instrument.'],
    ['an instrument that is held back', ['read', 'osri'], '', 'is held back: The formula is confirmed'],
    ['an unknown option', ['read', 'sins', '--all'], '', '--keep'],
    ['a column without an item', ['read', 'sins', '--csv'], 'pain,pian\n', 'pian is no item of Spinal Instability'],
    ['a column twice', ['read', 'sins', '--csv'], 'pain,pain\n', 'The column pain stands there twice.'],
    ['a column to keep that is not there', ['read', 'sins', '--csv', '--keep', 'id'], 'pain\n', 'no column id to keep'],
    ['an item to keep', ['read', 'sins', '--keep', 'id,pain'], '{}', 'pain is an item of Spinal Instability'],
    ['rows that end with a carriage return alone', ['read', 'sins', '--csv'], 'pain\rnone\r', 'A carriage return'],
    ['no table', ['read', 'sins', '--csv'], '', 'There is no table'],
  ])('ends with 2 and says why: %s', async (_name, args, input, says) => {
    const { code, out, err } = await instrument(args, input)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })

  it('says a wrong command on standard error, and nothing on standard output', async () => {
    const { code, out, err } = await startProcess(['read', 'lens'], '')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('There is no such instrument.')
  })

  it('reads no further than its output takes', async () => {
    let read = 0
    async function* endless() {
      for (;;) {
        read += 1
        yield Buffer.from('{"location":"L2"}\n')
      }
    }
    const output = new PassThrough({ highWaterMark: 4096 })
    const running = runInstrumentCommand(['read', 'sins'], { input: endless(), output })
    await once(output, 'readable')
    await new Promise((resolve) => setImmediate(resolve))
    expect(read).toBeLessThan(10)
    output.destroy(new Error('nobody reads any more'))
    await expect(running).rejects.toThrow('nobody reads any more')
  })
})
