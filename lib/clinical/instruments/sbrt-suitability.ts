import { defineInstrument } from '../instrument'
import { choose, count, ranked } from '../item'

const met = (text: string) => ({ raises: { group: 'Met', text } }) as const
const unmet = (text: string) => ({ raises: { group: 'Unmet', text } }) as const

/** A condition that somebody answers with yes or no. */
const condition = (label: string, help?: string) =>
  choose(label, { yes: [null, 'Yes', met(label)], no: [null, 'No', unmet(label)] }, { help })

/** SBRT suitability: each condition met, unmet or unknown, no score (REFERENCE 7.5). */
export const sbrtSuitability = defineInstrument({
  id: 'sbrt-suitability',
  version: 1,
  form: 'checklist',
  title: 'SBRT suitability',
  asks: 'Which conditions for SBRT of the spine are met?',
  source: 'Conditions of the trial SC.24 (Sahgal A et al. Lancet Oncol 2021), with product rules',
  status: 'V1',
  direction: 'label',
  readAt: 'vertebra',
  groups: ['Unmet', 'Caution', 'Met'],
  items: {
    ecog: count('Performance status (ECOG)', {}, [
      ['good', 0, 2, null, 'ECOG 0–2', met('ECOG 0–2')],
      ['poor', 3, 4, null, 'ECOG 3–4', unmet('ECOG 0–2')],
    ]),
    segments: count('Segments in one volume', { noun: ['segment', 'segments'] }, [
      ['few', 1, 3, null, '1–3', met('At most 3 consecutive segments in one volume')],
      ['many', 4, 30, null, '4 or more', unmet('At most 3 consecutive segments in one volume')],
    ]),
    sins: count('SINS', {}, [
      ['not-unstable', 0, 12, null, '0–12', met('No frank instability (SINS up to 12)')],
      ['unstable', 13, 18, null, '13–18', unmet('No frank instability (SINS up to 12)')],
    ]),
    compression: choose('Symptomatic compression of cord or cauda equina', {
      no: [null, 'No', met('No symptomatic compression of cord or cauda equina')],
      yes: [null, 'Yes', unmet('No symptomatic compression of cord or cauda equina')],
    }),
    escc: gradedEpidural(),
    mri: condition('MRI possible'),
    still: condition('Able to lie still for 30–60 minutes', 'The time is unconfirmed.'),
    survival: choose(
      'Expected survival',
      {
        long: [null, '3 months or more', met('Expected survival of 3 months or more')],
        short: [null, 'Under 3 months', unmet('Expected survival of 3 months or more')],
      },
      {
        help: 'The limit is unconfirmed.',
        measured: {
          unit: 'months',
          min: 0,
          max: 600,
          read: (months) => ({ ids: [months >= 3 ? ('long' as const) : ('short' as const)] }),
        },
      },
    ),
    cordDose: condition('Dose limit of the cord achievable'),
  },
  caveats: [
    { id: 'informs', text: 'Conditions to go through, no score and no order.' },
    { id: 'unconfirmed', text: 'Unconfirmed: lying still for 30–60 minutes, and expected survival of 3 months.' },
  ],
  examples: [
    { name: 'Everything met', answers: suitable({}), gives: { findings: metLines() } },
    {
      name: '4 segments',
      answers: suitable({ segments: 4 }),
      gives: { findings: ['segments unmet', ...metLines().filter((line) => line !== 'segments met')] },
    },
    {
      name: '3 segments, ECOG 2, SINS 12: the last values that are met',
      answers: suitable({ segments: 3, ecog: 2, sins: 12 }),
      gives: { findings: metLines() },
    },
    {
      name: 'Epidural grade 1c: with caution',
      answers: suitable({ escc: '1c' }),
      gives: { findings: ['escc caution', ...metLines().filter((line) => line !== 'escc met')] },
    },
    {
      name: 'Cord dose not planned yet',
      answers: suitable({ cordDose: undefined }),
      gives: { missing: ['cordDose'], possible: ['cordDose unmet', 'cordDose met'] },
    },
  ],
})

function gradedEpidural() {
  const item = ranked('Epidural grade', [
    ['0', 'Bone only'],
    ['1a', 'Epidural, sac not deformed'],
    ['1b', 'Sac deformed, cord not touched'],
    ['1c', 'Cord touched'],
    ['2', 'Cord compressed, CSF seen'],
    ['3', 'Cord compressed, no CSF'],
  ])
  const text = 'Epidural grade up to 1b'
  const raised = (id: string) => {
    if (id === '1c') return { raises: { group: 'Caution', text: 'Epidural grade 1c: with caution (product rule)' } }
    return id === '2' || id === '3' ? unmet(text) : met(text)
  }
  return { ...item, cells: item.cells.map((cell) => ({ ...cell, ...raised(cell.id) })) }
}

/** A patient who meets every condition but those that an example names. */
function suitable<const A extends object>(answers: A) {
  return {
    ecog: 1,
    segments: 2,
    sins: 5,
    compression: 'no',
    escc: '1a',
    mri: 'yes',
    still: 'yes',
    survival: { measured: 9, unit: 'months' },
    cordDose: 'yes',
    ...answers,
  } as const
}

function metLines() {
  return ['ecog', 'segments', 'sins', 'compression', 'escc', 'mri', 'still', 'survival', 'cordDose'].map(
    (key) => `${key} met`,
  )
}
