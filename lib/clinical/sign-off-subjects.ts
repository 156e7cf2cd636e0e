import { optionTypes } from './catalogue/catalogue'
import { gradeWords } from './catalogue/grade'
import { instrumentQuestions } from './instrument-questions'
import { declaredInstruments } from './instruments/instruments'
import { openQuestions } from './pathway/open-questions'
import { packIds, packs } from './pathway/packs'
import type { PathwayRule } from './pathway/rule'
import { pathwayRules } from './pathway/rules'

/** What a clinician can sign off against its source. */
export const signOffKinds = ['instrument', 'rule', 'pack', 'option'] as const
export type SignOffKind = (typeof signOffKinds)[number]

/** One thing to sign, in the version in force, with what its source left open. */
export type SignOffSubject = {
  readonly kind: SignOffKind
  readonly id: string
  readonly version: number
  readonly title: string
  readonly verification: string
  readonly source: string
  readonly questions: readonly string[]
}

/** What a signature under a rule names: a rule that two packs word differently is signed for each. */
export const signedRuleId = ({ id, packs: inPacks }: Pick<PathwayRule, 'id' | 'packs'>): string =>
  [id, ...inPacks].join(' ')

const questionsNaming = (id: string): string[] =>
  openQuestions.filter(({ question }) => question.includes(id)).map(({ question }) => question)

const instrumentSubjects = declaredInstruments.map(({ id, version, title, status, source, heldBack }) => ({
  ...{ kind: 'instrument' as const, id, version, title, verification: status, source },
  questions: [heldBack, instrumentQuestions.get(id)].flatMap((one) => one ?? []),
}))

const ruleSubjects = pathwayRules.map((rule) => ({
  ...{ kind: 'rule' as const, id: signedRuleId(rule), version: rule.version, title: `${rule.title}, ${rule.id}` },
  ...{ verification: rule.gradeOfParts ?? rule.grade, source: rule.source },
  questions: questionsNaming(rule.id),
}))

const packSubjects = packIds.map((id) => ({
  ...{ kind: 'pack' as const, id, version: packs[id].version, title: packs[id].title, verification: 'By rule' },
  source: `${packs[id].publisher}: ${packs[id].document}, ${packs[id].published}`,
  questions: openQuestions
    .filter((one) => one.packs.includes(id))
    .map(({ about, question }) => `${about}: ${question}`),
}))

const optionSubjects = optionTypes.map(({ id, version, title, grade, source }) => ({
  ...{ kind: 'option' as const, id, version, title, source, questions: [] },
  verification: grade === null ? 'No clinical statement' : `${grade}, ${gradeWords[grade]}`,
}))

/** Everything that can be signed, in the order of the reference pages. */
export const signOffSubjects: readonly SignOffSubject[] = [
  ...instrumentSubjects,
  ...packSubjects,
  ...ruleSubjects,
  ...optionSubjects,
]

const keyOf = (kind: SignOffKind, id: string): string => `${kind} ${id}`
const byKey = new Map(signOffSubjects.map((one) => [keyOf(one.kind, one.id), one]))

/** The thing with this kind and id, in the version in force; undefined when there is none. */
export const findSubject = (kind: SignOffKind, id: string): SignOffSubject | undefined => byKey.get(keyOf(kind, id))
