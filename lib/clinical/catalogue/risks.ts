/** What a treatment can bring about and a patient may rule out: the same list in an option and in the goals of care (PATHWAY PW-GOC-03). */
export const unacceptableOutcomes = {
  paraplegia: 'Permanent paraplegia',
  catheter: 'Permanent catheter',
  hospital: 'Long hospital stay',
  'dying-in-hospital': 'Dying in hospital',
  ventilation: 'Long ventilation',
} as const
