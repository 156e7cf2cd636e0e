import { abbreviations } from '@/lib/clinical/abbreviations'
import type { DocumentPart } from './document'

/**
 * Words of hospitals in plain ones, our own. `as` finds every form of the word; the longer term stands before a shorter one that
 * it contains.
 */
const plainTerms: readonly { as: RegExp; plain: string }[] = [
  { as: /stereotactic (?:body )?(?:radiotherapy|radiation)|SBRT/i, plain: 'very precise treatment with strong X-rays' },
  { as: /radiotherapy|irradiation/i, plain: 'treatment with strong X-rays' },
  { as: /chemotherapy/i, plain: 'drugs that kill cancer cells' },
  { as: /immunotherapy/i, plain: 'drugs that help the body fight the cancer' },
  { as: /hormone therapy/i, plain: 'drugs that take away what the cancer grows on' },
  { as: /targeted therapy/i, plain: 'drugs aimed at one weak spot of the cancer' },
  { as: /systemic (?:therapy|treatment)/i, plain: 'drugs that work in the whole body' },
  { as: /metastas[ie]s/i, plain: 'a tumour that has spread from another place' },
  { as: /vertebra[el]?|vertebral/i, plain: 'one bone of the spine' },
  { as: /cauda equina/i, plain: 'the bundle of nerves below the spinal cord' },
  { as: /spinal cord/i, plain: 'the thick bundle of nerves inside the spine' },
  { as: /epidural/i, plain: 'in the space around the spinal cord' },
  { as: /biopsy/i, plain: 'taking a small sample to look at' },
  { as: /histology/i, plain: 'what the sample looks like under the microscope' },
  { as: /decompression/i, plain: 'an operation that gives the nerves more room' },
  { as: /laminectomy/i, plain: 'an operation that opens the back of the spine' },
  { as: /fixation|stabilisation|instrumentation/i, plain: 'screws and rods that hold the spine' },
  { as: /vertebroplasty|kyphoplasty|cementoplasty/i, plain: 'bone cement put in through a needle' },
  { as: /embolisation/i, plain: 'closing small blood vessels before an operation' },
  { as: /ablation/i, plain: 'destroying a tumour with heat or cold' },
  { as: /corpectomy/i, plain: 'taking out a damaged bone of the spine' },
  { as: /orthosis|\bbrace\b/i, plain: 'a support that you wear' },
  { as: /corticosteroids?|dexamethasone|steroids?/i, plain: 'a drug against swelling' },
  { as: /opioids?|morphine/i, plain: 'a strong painkiller' },
  { as: /bisphosphonates?|denosumab|zoledron(?:ate|ic acid)/i, plain: 'a drug that makes bones firmer' },
  { as: /anticoagulants?|anticoagulation/i, plain: 'a drug that thins the blood' },
  { as: /anaesthetic|anaesthesia/i, plain: 'medicine that makes you sleep for an operation' },
  { as: /fractions?\b/i, plain: 'single visits for treatment with X-rays' },
  { as: /\bGy\b/, plain: 'the unit for a dose of X-rays' },
  { as: /palliative care/i, plain: 'care that eases symptoms and supports you' },
  { as: /prognosis/i, plain: 'how an illness is likely to go on' },
  { as: /lesions?/i, plain: 'a place that looks changed' },
  { as: /neurological|neurology/i, plain: 'about the nerves' },
  { as: /oncolog(?:ist|y)/i, plain: 'doctors for cancer' },
  { as: /physiotherapy/i, plain: 'training with exercises' },
  { as: /MRI/, plain: 'pictures made with a strong magnet' },
  { as: /\bCT\b/, plain: 'pictures made with X-rays from many sides' },
]

const isExplainedAt = (text: string, end: number): boolean => /^\s*\(/u.test(text.slice(end))

type Use = { term: { as: RegExp; plain: string }; start: number; end: number }

/** The first use of each term in a text. A use inside that of a longer term is none of its own. */
function firstUses(text: string): Use[] {
  const taken: { start: number; end: number }[] = []
  return plainTerms.flatMap((term) => {
    const all = [...text.matchAll(new RegExp(term.as.source, `${term.as.flags.replace('g', '')}gu`))]
    const found = all.find(
      ({ index, 0: word }) => !taken.some((one) => index < one.end && index + word.length > one.start),
    )
    for (const { index, 0: word } of all) taken.push({ start: index, end: index + word.length })
    return found ? [{ term, start: found.index, end: found.index + found[0].length }] : []
  })
}

/** The same parts with each term explained in brackets where it stands first: `radiotherapy (treatment with strong X-rays)`. */
export function withTermsExplained(parts: readonly DocumentPart[]): DocumentPart[] {
  const told = new Set<string>()
  return parts.map(({ heading, text }) => {
    const uses = firstUses(text)
      .filter(({ term }) => !told.has(term.plain))
      .sort((one, other) => other.start - one.start)
    let explained = text
    for (const { term, end } of uses) {
      told.add(term.plain)
      if (isExplainedAt(text, end)) continue
      explained = `${explained.slice(0, end)} (${term.plain})${explained.slice(end)}`
    }
    return { heading, text: explained }
  })
}

/** A word that a patient may not know and that nothing explains where it stands first, with plain words for it. */
export type UnexplainedTerm = { word: string; plain: string }

/** The terms and abbreviations of a text that are not explained in brackets where they stand first. */
export function unexplainedTerms(parts: readonly DocumentPart[]): UnexplainedTerm[] {
  const text = parts.map((part) => part.text).join('\n')
  const terms = firstUses(text)
    .filter(({ end }) => !isExplainedAt(text, end))
    .map(({ term, start, end }) => ({ word: text.slice(start, end), plain: term.plain }))
  const known = plainTerms.map(({ as }) => as)
  const short = abbreviations.flatMap(({ short: word, words: plain }) => {
    const found = new RegExp(String.raw`\b${word}\b`, 'u').exec(text)
    if (!found || known.some((as) => as.test(word)) || isExplainedAt(text, found.index + word.length)) return []
    return [{ word, plain }]
  })
  return [...terms, ...short]
}
