import { defineInstrument } from '../instrument'
import { choose, yesNo } from '../item'
import type { Finding } from '../reading'

const words = {
  local_control: ['Result', 'Local control: no progression in the treated segment on serial MRI.'],
  equivocal: ['Result', 'Equivocal: repeat MRI in 6–8 weeks. Early swelling may be pseudoprogression.'],
  local_progression: ['Result', 'Local progression.'],
  not_evaluable: ['Result', 'Not evaluable: no MRI after treatment.'],
  epidural: ['Site', 'Site of progression: epidural.'],
  'bone-or-paraspinal': ['Site', 'Site of progression: bone or paraspinal.'],
} as const

const finding = (id: keyof typeof words): Finding => ({ id, group: words[id][0], text: words[id][1] })

/** Imaging response after SBRT. SPINO group, Thibault 2015, Lancet Oncol 16:e595 (REFERENCE 9.3). */
export const spino = defineInstrument({
  id: 'spino',
  version: 1,
  form: 'rule',
  title: 'SPINO imaging response',
  asks: 'Is the tumour controlled in the treated segment after SBRT?',
  source: 'Thibault I et al. Lancet Oncol 2015;16:e595–e603',
  status: 'M',
  heldBack: 'The criteria are remembered.',
  direction: 'label',
  measures: 'result',
  groups: ['Result', 'Site'],
  items: {
    mri: choose('MRI after treatment', { done: [null, 'Done'], none: [null, 'None'] }),
    growth: choose('Volume or size in the treated segment', {
      none: [null, 'No increase'],
      unclear: [null, 'Signal change, swelling or unclear increase'],
      clear: [null, 'Clear increase'],
    }),
    epidural: yesNo('New or growing tumour in the epidural space'),
    decline: yesNo('Neurological decline from known epidural disease'),
  },
  rules({ mri, growth, epidural, decline }) {
    if (mri === 'none') return [finding('not_evaluable')]
    if (epidural === 'yes') return [finding('local_progression'), finding('epidural')]
    if (growth === 'clear') return [finding('local_progression'), finding('bone-or-paraspinal')]
    if (growth === 'unclear')
      return decline === 'yes' ? [finding('local_progression'), finding('epidural')] : [finding('equivocal')]
    return [finding('local_control')]
  },
  caveats: [{ id: 'unconfirmed', text: 'Unconfirmed: the criteria and the schedule of MRI.' }],
  examples: [
    { name: 'Stable twice', answers: seen({}), gives: { findings: ['local_control'] } },
    {
      name: 'New epidural tumour',
      answers: seen({ epidural: 'yes' }),
      gives: { findings: ['local_progression', 'epidural'] },
    },
    { name: 'Swelling at 3 months', answers: seen({ growth: 'unclear' }), gives: { findings: ['equivocal'] } },
    {
      name: 'Unclear growth and neurological decline',
      answers: seen({ growth: 'unclear', decline: 'yes' }),
      gives: { findings: ['local_progression', 'epidural'] },
    },
    { name: 'No MRI', answers: { mri: 'none' }, gives: { findings: ['not_evaluable'] } },
    {
      name: 'Growth not described',
      answers: seen({ growth: undefined }),
      gives: { findings: [], missing: ['growth'] },
    },
  ],
})

/** An MRI without any change but what an example names. */
function seen<const A extends object>(answers: A) {
  return { mri: 'done', growth: 'none', epidural: 'no', decline: 'no', ...answers } as const
}
