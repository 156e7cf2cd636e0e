import { mapPrimary, modifiersOf, type PrimaryId, primaries, primaryLabel } from '@/lib/clinical/primary-tumour'
import { amount, choice, confirmedTogether, day, note, several, text, yesNo } from '../field'
import { markerNames, markers } from './markers'
import { section } from './section'

const primaryOptions = Object.fromEntries(primaries.map((id) => [id, primaryLabel(id)]))

/** Asked only for the primaries that need the answer. */
const forPrimaries = (needs: (id: PrimaryId) => boolean) => ({ field: 'primary', is: primaries.filter(needs) })

/** Every answer about the treatment of a primary given, so that only what no answer settles is left to a choice. */
const allTreated = { hormoneDependent: true, targetedDrugActive: true } as const

const organs = {
  lung: 'Lung',
  liver: 'Liver',
  kidney: 'Kidney',
  adrenal: 'Adrenal',
  brain: 'Brain',
  pleura: 'Pleura',
  peritoneum: 'Peritoneum',
  meninges: 'Meninges',
  other: 'Other',
}
const ifVisceral = { field: 'visceral', is: ['removable', 'unremovable'] }

export const tumour = section({
  title: 'Tumour and disease',
  repeats: 'one',
  fields: {
    primary: choice('Primary tumour', primaryOptions, {
      lasting: true,
      neededFor: 'radiosensitivity and every survival score',
    }),
    hormoneDependent: yesNo('Hormone-dependent', {
      hint: 'Breast or prostate: still responding to endocrine treatment; castration-resistant is no.',
      askedWhen: forPrimaries((id) => modifiersOf(id).includes('hormoneDependent')),
    }),
    targetedDrug: yesNo('Targeted drug active', {
      hint: 'Lung: receiving or planned for an effective targeted drug.',
      askedWhen: forPrimaries((id) => modifiersOf(id).includes('targetedDrugActive')),
    }),
    tomitaGrowth: choice(
      'Growth class, if the score does not name the tumour',
      { slow: 'Slow', moderate: 'Moderate', rapid: 'Rapid' },
      {
        hint: 'Tomita; a clinician chooses.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).tomita.how === 'must-choose'),
      },
    ),
    katagiriGrowth: choice(
      'Growth class for New Katagiri, if the score does not name the tumour',
      { slow: 'Slow', moderate: 'Moderate', rapid: 'Rapid' },
      {
        hint: 'A clinician chooses.',
        askedWhen: forPrimaries((id) => mapPrimary({ ...allTreated, id }).katagiri.how === 'must-choose'),
      },
    ),
    tokuhashiPrimary: choice(
      'Class for Tokuhashi, if the score does not name the tumour',
      { 'kidney-uterus': 'As a tumour of the uterus', rectum: 'As a tumour of the rectum', others: 'As “others”' },
      {
        hint: 'A clinician chooses; only what the score leaves open counts.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).tokuhashiRevised.how === 'must-choose'),
      },
    ),
    bauerPrimary: choice(
      'Lung as the primary, for the modified Bauer score',
      { other: 'Ruled out', lung: 'Not ruled out: counts as lung' },
      {
        hint: 'A clinician says.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).bauerModified.how === 'must-choose'),
      },
    ),
    radiosensitivity: choice(
      'Radiosensitivity, if NOMS does not name the tumour',
      { 'very-sensitive': 'Very sensitive', sensitive: 'Sensitive', resistant: 'Resistant' },
      {
        hint: 'A clinician chooses. An unknown primary needs tissue first.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).radiosensitivity.noms.how === 'must-choose'),
      },
    ),
    histology: text('Histology and markers', { lasting: true, hint: 'As the pathologist reports it.' }),
    tissueProven: yesNo('Metastasis proven by tissue', { lasting: true }),
    diagnosedOn: day('Primary diagnosed on', { lasting: true }),
    visceral: choice(
      'Metastases in major organs',
      { none: 'None', removable: 'Removable', unremovable: 'Not removable' },
      { hint: 'Lung, liver, kidney, brain and other organs.', neededFor: 'every survival score' },
    ),
    visceralOrgans: several('Which organs', organs),
    visceralPattern: choice(
      'Pattern in the organs',
      { nodular: 'Nodular', disseminated: 'Disseminated' },
      { hint: 'Disseminated: pleural, peritoneal or leptomeningeal (Katagiri).', askedWhen: ifVisceral },
    ),
    visceralSites: text('Organs in words'),
    brain: yesNo('Brain metastases'),
    extraspinalBone: amount('Bone metastases outside the spine', null, [0, 99], {
      step: 1,
      hint: 'Number of foci; the spine does not count.',
      neededFor: 'Tokuhashi, Tomita and Bauer scores',
    }),
    extraspinalWhere: text('Which bones outside the spine'),
    vertebralCount: amount('Vertebrae with metastasis', null, [1, 30], {
      step: 1,
      hint: 'Only when the whole spine was imaged; otherwise leave it open.',
      neededFor: 'Tokuhashi, Tomita and Bauer scores',
    }),
    systemicTherapy: note('Systemic therapy so far and now', { hint: 'Drug, line, dates, response, last dose.' }),
    chemotherapyBefore: yesNo('Chemotherapy before', {
      hint: 'For New Katagiri: any line of it, also one that ended. A recorded line counts as yes.',
    }),
    effectiveOption: yesNo('Effective systemic option left', { neededFor: 'systemic options and prognosis' }),
    optionsLeft: text('Which options are left'),
    trialInterest: choice('Would take part in a trial', { yes: 'Yes', no: 'No', unsure: 'Unsure' }),
    trial: text('Trial in question', { hint: 'Name or number.' }),
    stage: text('Stage', { hint: 'For example pT3a N1 M1, or stage IV.' }),
    metastaticSince: day('Metastases known since', { lasting: true }),
    otherCancer: text('Another cancer, now or before', { hint: 'It may be the source.' }),
    ...markers,
    confirmedTogether,
  },
  groups: [
    {
      title: 'Metastases',
      fields: [
        'visceral',
        'visceralOrgans',
        'visceralPattern',
        'visceralSites',
        'brain',
        'extraspinalBone',
        'extraspinalWhere',
        'vertebralCount',
      ],
    },
    {
      title: 'Receptors and molecular markers',
      fields: markerNames,
      folded: true,
      // REFERENCE 6: a target alone is not enough.
      note: 'For the discussion. A target alone changes no score: Katagiri counts an effective drug that is given or planned; Tokuhashi, Tomita and Bauer know no markers.',
    },
    { title: 'Stage and course', fields: ['stage', 'metastaticSince', 'otherCancer'], folded: true },
    { title: 'Systemic therapy', fields: ['systemicTherapy', 'chemotherapyBefore', 'effectiveOption'] },
    { title: 'Options and trials', fields: ['optionsLeft', 'trialInterest', 'trial'], folded: true },
  ],
})
