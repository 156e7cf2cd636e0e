import type { PackId } from './packs'

const british: readonly PackId[] = ['uk-nice', 'uk-scot']

type OpenQuestion = {
  readonly about: string
  readonly question: string
  /** The packs that it concerns; none that is in use for a pack without rules. */
  readonly packs: readonly PackId[]
}

/** What a clinician still has to check against a source before the rules are relied on (PATHWAY 15). */
export const openQuestions: readonly OpenQuestion[] = [
  {
    about: 'NG234',
    packs: british,
    question:
      'Line by line: immobilisation, pain, stability and prognosis tools, factors of the plan, timing of surgery, augmentation, orthoses, rehabilitation, and every section number from 1.9 on.',
  },
  {
    about: 'NG234, steroids',
    packs: british,
    question: 'Exact taper; 1.8.4 and 1.8.6; where “ideally within 12 h” of PW-STR-01 comes from.',
  },
  {
    about: 'NG234, radiotherapy',
    packs: british,
    question:
      'Threshold of established paralysis (PW-RT-18); rest of the 8 Gy sentence (PW-RT-07); PW-RT-19 and PW-BMA-13 against the original.',
  },
  {
    about: 'QS56',
    packs: british,
    question: 'Full text of statements 2 and 5; whether it changed after September 2023; status of TA265.',
  },
  {
    about: 'ASTRO, ESTRO, SPINO',
    packs: british,
    question: 'ASTRO’s table of SBRT doses and constraints; ESTRO’s statements on SBRT; SPINO’s schedule (PW-FU-04).',
  },
  {
    about: 'Drugs with radiation',
    packs: british,
    question:
      'ESMO-ESTRO statements for spine fields; OligoCare’s table of pauses; ECOG’s figure for radiosurgery with BRAF and MEK inhibitors (PW-RT-21).',
  },
  {
    about: 'Intervals around surgery',
    packs: ['eu-labels', 'us-labels', 'uk-scot'],
    question:
      'With a pharmacist: both figures of PW-HLD-17 and the time after of PW-HLD-11; the V2 rows against present labels, each with its revision date; EU texts of seven drugs.',
  },
  { about: 'Response', packs: british, question: 'Wording of the consensus endpoints of 2012 (PW-FU-02).' },
  {
    about: 'Royal College of Radiologists',
    packs: british,
    question: 'Dose fractionation, 4th edition, chapter on cord compression.',
  },
  { about: 'German S2k guideline', packs: [], question: 'Its recommendations; the chapter behind PW-RT-11.' },
  { about: 'Dutch guideline', packs: ['nl'], question: 'Whether a newer version replaces the modules of 2015.' },
  {
    about: 'Anticoagulants',
    packs: british,
    question: 'ACCP 2022, whole table for direct oral anticoagulants and antiplatelets (PW-SUR-08).',
  },
  {
    about: 'Practice only',
    packs: british,
    question:
      'PW-IMG-07, PW-IMG-09, PW-PLN-12, PW-SUR-13, PW-SYS-03, PW-SUP-10 and PW-FU-05 rest on recollection: a note at most until signed.',
  },
]
