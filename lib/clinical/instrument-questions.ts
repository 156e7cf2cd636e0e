const published = 'Transcribe, two people independently:'

/** What is still to be read in the source of an instrument before it is relied on, by its id (REFERENCE 16). */
export const instrumentQuestions: ReadonlyMap<string, string> = new Map([
  [
    'rades-2008-items',
    `${published} points of the items, Cancer 2008;112:157, or the dissertation of S. Douglas, Lübeck 2013, chapter II.`,
  ],
  ['rades-ambulatory', `${published} points of the items, 10.1016/j.ijrobp.2008.02.018.`],
  ['rades-ambulatory-elderly', `${published} points of the items, BMC Cancer 2014;14:589.`],
  ['rades-ambulatory-2022', `${published} points of the items, PMC9367288.`],
  ['osri', `${published} tumour groups and survival, PMC6125937 and Balain 2013.`],
  [
    'bollen',
    `${published} flow and list of profiles, Neuro Oncol 2014, the thesis (pages 53–64) or the Dutch guideline 2015.`,
  ],
  ['nesms', 'Whether a walking aid counts, and the limit of albumin, PMC8443703.'],
  ['bauer-modified', 'The medians, 10.1007/s00586-008-0763-1.'],
  ['katagiri', 'The full list of primaries and the missing cells of survival, PMC4302686, tables 3–5.'],
  ['mizumoto', 'The list of favourable tumours and the limit of calcium.'],
  ['somas', 'The limit of albumin.'],
  ['lei-2016', 'The points of the items, PMC5001136.'],
  ['spino', 'The criteria and the schedule of MRI, Lancet Oncol 2015;16:e595.'],
  ['pain-response', 'The definitions, Chow 2012.'],
  ['fracture-after-sbrt', 'The fracture rates by dose, PMC6076012, results.'],
  ['sbrt-suitability', 'The local cord limits and the structure that they belong to.'],
  ['steroid', 'The local taper.'],
  ['triage', 'The local times of triage.'],
])
