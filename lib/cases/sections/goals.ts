import { unacceptableOutcomes } from '@/lib/clinical/catalogue/risks'
import { choice, confirmedTogether, day, note, several, text, yesNo } from '../field'
import { section } from './section'

const decidedOnCpr = { field: 'resuscitation', is: ['attempt', 'do-not-attempt'] }
const capacityAnswered = { field: 'capacity', is: ['has', 'lacks', 'doubtful'] }
const places = {
  home: 'Home',
  hospice: 'Hospice',
  'care-home': 'Care home',
  hospital: 'Hospital',
  other: 'Elsewhere',
  open: 'No preference',
}

/**
 * The record of a conversation about goals of care (PATHWAY 10.1), in our own words. Every answer belongs to one conversation;
 * what the next one leaves out stands as it was said.
 */
export const goals = section({
  title: 'Goals of care',
  repeats: 'series',
  freshDays: 90,
  dayField: 'spokenOn',
  carriesOver: true,
  treatingTeamOnly: true,
  fields: {
    spokenOn: day('Spoken on', { neededFor: 'a decision the patient wants' }),
    spokenBy: text('Who spoke with the patient', { neededFor: 'a decision the patient wants' }),
    words: note('In the patient’s words'),
    matters: note('What matters most', {
      hint: 'One line each, the most important first.',
      neededFor: 'a decision the patient wants',
    }),
    unacceptable: several(
      'Unacceptable outcomes',
      { ...unacceptableOutcomes, other: 'Other, see below' },
      { neededFor: 'a decision the patient wants' },
    ),
    unacceptableWords: note('Unacceptable, in words'),
    tradeOffs: note('Would accept, for more time or walking', {
      hint: 'Hospital days, travel, surgery, intensive care, side effects.',
    }),
    intensity: choice('Treatment intensity', { full: 'Full', selective: 'Selective', comfort: 'Comfort-focused' }),
    resuscitation: choice(
      'Resuscitation',
      { attempt: 'Attempt CPR', 'do-not-attempt': 'Do not attempt CPR', 'not-discussed': 'Not discussed' },
      { neededFor: 'any operation' },
    ),
    resuscitationBy: text('Resuscitation decided with', { askedWhen: decidedOnCpr, hint: 'The clinician.' }),
    resuscitationUntil: day('Resuscitation decision valid until', { askedWhen: decidedOnCpr, future: 'allowed' }),
    resuscitationOriginal: text('Where the original order is', { askedWhen: decidedOnCpr }),
    present: text('Who else was there'),
    language: text('Language, interpreter'),
    permission: yesNo('Patient agreed to talk about this'),
    understanding: note('Illness, as the patient sees it'),
    wantsToKnow: choice('Wants to know', {
      all: 'Everything',
      outline: 'The outline',
      little: 'As little as possible',
      others: 'Leaves it to others',
    }),
    outlookShared: several(
      'Told about the outlook',
      { time: 'Time', function: 'Function', uncertainty: 'Uncertainty', nothing: 'Not shared' },
      { alone: 'nothing' },
    ),
    hopes: note('Hopes'),
    milestones: note('Days to live for', { hint: 'One line each, with its date.' }),
    fears: note('Fears and worries'),
    strength: note('What gives strength'),
    abilities: several('Cannot imagine living without', {
      walking: 'Walking',
      continence: 'Continence',
      speaking: 'Speaking',
      recognising: 'Recognising family',
      home: 'Living at home',
      other: 'Other, see below',
    }),
    abilitiesWords: note('Abilities, in words'),
    balance: choice('Time or comfort', {
      time: 'Time above all',
      'rather-time': 'Rather time',
      both: 'Both alike',
      'rather-comfort': 'Rather comfort',
      comfort: 'Comfort above all',
    }),
    familyKnows: note('What the family knows, and who is to be told'),
    capacity: choice(
      'Capacity for this decision',
      { has: 'Has capacity', lacks: 'Lacks capacity', doubtful: 'In doubt' },
      { hint: 'Assumed until an assessment shows otherwise; an unwise choice is no lack of it.' },
    ),
    capacityBy: text('Capacity assessed by', { askedWhen: capacityAnswered }),
    capacityOn: day('Capacity assessed on', { askedWhen: capacityAnswered }),
    capacitySupport: text('Support given for the decision', { askedWhen: capacityAnswered }),
    decisionMaker: choice('Who decides', {
      patient: 'The patient',
      proxy: 'Appointed proxy',
      court: 'Appointed by a court',
      kin: 'Next of kin consulted',
    }),
    decisionMakerWho: text('Name, relation and contact', {
      askedWhen: { field: 'decisionMaker', is: ['proxy', 'court', 'kin'] },
    }),
    decisionMakerProof: yesNo('Legal document seen', {
      askedWhen: { field: 'decisionMaker', is: ['proxy', 'court'] },
    }),
    documents: several(
      'Documents',
      {
        directive: 'Advance directive',
        refusal: 'Refusal of treatment',
        respect: 'ReSPECT',
        polst: 'POLST',
        none: 'None',
      },
      { alone: 'none' },
    ),
    documentsWords: text('Dates of the documents, and where a copy is', {
      askedWhen: { field: 'documents', is: ['directive', 'refusal', 'respect', 'polst'] },
    }),
    placeOfCare: choice('Preferred place of care', places),
    placeOfDeath: choice('Preferred place of death', places),
    reviewOn: day('Talk again on', { future: 'allowed' }),
    reviewWhen: several('Talk again when', {
      deficit: 'New deficit',
      therapy: 'New line of therapy',
      admission: 'Admission',
      asks: 'Patient asks',
    }),
    confirmedTogether,
  },
  groups: [
    {
      title: 'Resuscitation order',
      fields: ['resuscitationBy', 'resuscitationUntil', 'resuscitationOriginal'],
    },
    { title: 'The conversation', folded: true, fields: ['present', 'language', 'permission'] },
    {
      title: 'Understanding, hopes and fears',
      folded: true,
      fields: [
        'understanding',
        'wantsToKnow',
        'outlookShared',
        'hopes',
        'milestones',
        'fears',
        'strength',
        'familyKnows',
      ],
    },
    { title: 'Abilities, and time or comfort', folded: true, fields: ['abilities', 'abilitiesWords', 'balance'] },
    {
      title: 'Capacity, who decides, documents',
      folded: true,
      fields: [
        'capacity',
        'capacityBy',
        'capacityOn',
        'capacitySupport',
        'decisionMaker',
        'decisionMakerWho',
        'decisionMakerProof',
        'documents',
        'documentsWords',
      ],
    },
    {
      title: 'Places, and when to talk again',
      folded: true,
      fields: ['placeOfCare', 'placeOfDeath', 'reviewOn', 'reviewWhen'],
    },
  ],
})
