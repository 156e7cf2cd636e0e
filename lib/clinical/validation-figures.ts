/** What a later cohort found of how well a score tells who lives: never of one patient (REFERENCE 5.1, abstracts of the studies). */
export type Validation = {
  readonly study: string
  readonly cohort: string
  readonly result: string
}

type Study = {
  readonly study: string
  readonly cohort: string
  /** What it found, by the id of the instrument. */
  readonly found: Readonly<Record<string, string>>
}

const amongNine = 'AUC 0.59–0.76 (nine scores together); not calibrated'

/** The comparisons of REFERENCE 5.1 that name a figure of a score that can be read here, the largest recent one first. */
const studies: readonly Study[] = [
  {
    study: 'Bindels, Spine J 2025;25:1347–1359',
    cohort: '953 treated 2016–2021, all modalities',
    found: {
      katagiri: 'AUC 0.79–0.81 at 3, 6 and 12 months; not calibrated',
      bollen: 'AUC 0.76–0.77; not calibrated',
      osri: 'AUC 0.75–0.77; not calibrated',
      mizumoto: amongNine,
      'bauer-original': amongNine,
      'bauer-modified': amongNine,
      nesms: amongNine,
      'tokuhashi-revised': amongNine,
      tomita: amongNine,
      'van-der-linden': amongNine,
    },
  },
  {
    study: 'Ohyama, Spine Surg Relat Res 2025-0252',
    cohort: '108 untreated',
    found: { katagiri: 'AUC 0.788 at 90 days' },
  },
  {
    study: 'Schoenfeld, Spine J 2022',
    cohort: '202 prospective',
    found: {
      nesms: 'c-statistic 0.79 at 1 year',
      tomita: 'c-statistic 0.69 at 1 year',
      'tokuhashi-revised': 'c-statistic 0.67 at 1 year',
    },
  },
  {
    study: 'TU Munich OSRI validation',
    cohort: '211 surgical',
    found: {
      'tokuhashi-revised': 'C-index 0.720',
      osri: 'C-index 0.702',
      tomita: 'C-index 0.675',
      'bauer-modified': 'C-index 0.665',
    },
  },
  {
    study: 'Bollen thesis, chapter VI',
    cohort: '1379',
    found: {
      bollen: 'c 0.70',
      'tokuhashi-revised': 'c 0.64–0.66',
      'bauer-modified': 'c 0.64–0.66',
      tomita: 'c 0.64–0.66',
      'van-der-linden': 'c 0.64–0.66',
      'rades-2013': 'c 0.44, the item on the speed of the deficit missing',
    },
  },
]

/** What later cohorts found of a score, the largest recent comparison first; none where the reference names no figure of it. */
export const validationsOf = (instrument: string): Validation[] =>
  studies.flatMap(({ study, cohort, found }) => {
    const result = found[instrument]
    return result === undefined ? [] : [{ study, cohort, result }]
  })
