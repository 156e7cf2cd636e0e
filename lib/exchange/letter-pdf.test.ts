import { describe, expect, test } from 'vitest'
import { annexWords, draftWords, type Letter, printedCopyWords, supersededWords } from './letter'
import { letterPdf } from './letter-pdf'
import { unprintableWords } from './printable'
import { pdfPages } from './testing-pdf-text'

const signs = '≥ ≤ ± µ ° × → é'
const long = Array.from({ length: 120 }, (_, index) => `Line ${index} of a long finding.`).join('\n')

const letter: Letter = {
  mark: null,
  board: 'Spine board',
  caseCode: '2026-0147',
  identity: {
    name: 'ARDENWICK, Maren (Ms)',
    born: 'Born 14 March 1961 (65 y)',
    sex: 'Female',
    identifier: 'MRN 4471 0826',
  },
  addressee: 'Dr. Noé Ünal',
  salutation: 'Dear Dr. Noé Ünal,',
  title: 'Recommendation of the spine board, 24 November 2026',
  question: `Operate now at T7? ${signs}`,
  facts: [
    { title: 'Neurology', rows: [{ label: 'Power', value: 'ليلى حداد', source: '24 November 2026, E. Wyndlass' }] },
    { title: 'Imaging', rows: [{ label: 'Report', value: long }] },
  ],
  readings: [{ label: 'SINS', value: '14 of 18, unstable' }],
  recommendations: [{ modality: 'Radiation', answers: [{ heading: 'SBRT 24 Gy in 2 fractions, T6–T8', rows: [] }] }],
  ...{ sequence: [], needs: [], goalsOneByOne: [] },
  rationale: 'x'.repeat(500),
  goals: 'Walking first.',
  opening: 'The spine board discussed Ms Maren Ardenwick on 24 November 2026.',
  dissent: [{ label: 'Ballots', value: '3 members cast a ballot; none opposed.' }],
  stops: [],
  missing: ['Biopsy: pending'],
  attended: [{ label: 'Spine surgery', value: 'P. Lindvaer' }],
  keyFacts: [{ label: 'Primary tumour', value: 'Kidney', source: 'As of 20 November 2026' }],
  incomplete: '1 fact that the board needs was not known.',
  signature: [{ label: 'Record SHA-256', value: 'f9dd59af cb188bdb' }],
  printed: 'Printed 24 November 2026 15:20 by C. Ordway',
}

describe('the letter on paper', { timeout: 30_000 }, () => {
  test('D11 every sign and script can be read back', async () => {
    const text = pdfPages(await letterPdf(letter)).join(' ')
    for (const sign of signs.split(' ')) expect(text).toContain(sign)
    for (const character of 'ليلىحداد') expect(text.normalize('NFKC')).toContain(character)
    for (const words of [
      'Dr. Noé Ünal',
      'SBRT 24 Gy in 2 fractions, T6–T8',
      'Line 119',
      'Biopsy: pending',
      'f9dd59af cb188bdb',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('\ufffd')
    expect(text).not.toContain('Replaced')
  })

  test('the letter proper comes first, its record begins on a page of its own', async () => {
    const pages = pdfPages(await letterPdf(letter))
    const annex = pages.findIndex((page) => page.includes(annexWords))
    const before = pages.slice(0, annex).join(' ')
    for (const words of [letter.opening, 'Walking first.', '3 members cast a ballot', 'Kidney', 'f9dd59af cb188bdb']) {
      expect(before).toContain(words)
    }
    expect(annex).toBe(1)
    for (const words of ['Biopsy: pending', 'Line 0 of', '14 of 18, unstable']) {
      expect(before).not.toContain(words)
      expect(pages.slice(annex).join(' ')).toContain(words)
    }
  })

  test('every font of it lies inside the file', async () => {
    const marks = 'one\ntwo\r\nthree\u2028four\tfive\u00adsix\u2060seven\ufe0feight'
    const pdf = await letterPdf({ ...letter, question: marks, rationale: marks })
    expect(pdf.toString('latin1')).toContain('DejaVu')
    expect(pdf.toString('latin1')).not.toContain('Helvetica')
    const [first = ''] = pdfPages(pdf)
    expect(first).toContain('one two three four five')
    expect(first).not.toContain(unprintableWords)
  })

  test('M11 every page says whose it is, which page, printed when and by whom', async () => {
    const pages = pdfPages(await letterPdf(letter))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      for (const words of [...Object.values(letter.identity), printedCopyWords, letter.printed]) {
        expect(page).toContain(words)
      }
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    }
  })

  test.each([supersededWords(2), draftWords])('one that is not in force says on every page: %s', async (mark) => {
    const pages = pdfPages(await letterPdf({ ...letter, mark }))
    for (const page of pages) expect(page).toContain(mark)
  })

  test('a character that the font lacks is shown as missing, never as another one', async () => {
    const identity = { ...letter.identity, name: '山田, 花子' }
    const [first = ''] = pdfPages(await letterPdf({ ...letter, identity, question: 'Better 🦴?' }))
    expect(first).toContain('□□, □□')
    expect(first).toContain('Better □?')
    expect(first).toContain(unprintableWords)
    expect(pdfPages(await letterPdf(letter)).join(' ')).not.toContain('□')
  })
})
