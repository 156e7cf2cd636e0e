import type { PrimaryId } from '@/lib/clinical/primary-tumour'
import { amount, choice } from '../field'

const askedFor = (...primaries: PrimaryId[]) => ({ askedWhen: { field: 'primary', is: primaries } })

const lung = ['lung-non-small-cell', 'lung-unspecified'] as const
const colorectal = ['colon', 'rectum', 'colorectal-unspecified'] as const

/** Receptor or alteration: found or not; not tested is `not assessed`. */
const found = (label: string, ...primaries: PrimaryId[]) =>
  choice(label, { positive: 'Positive', negative: 'Negative' }, askedFor(...primaries))
const mutated = (label: string, ...primaries: PrimaryId[]) =>
  choice(label, { mutated: 'Altered', 'wild-type': 'Not altered' }, askedFor(...primaries))

/** The receptors and molecular markers of REFERENCE 6, each asked only for the tumours that it is named for. */
export const markers = {
  er: found('Oestrogen receptor', 'breast'),
  pr: found('Progesterone receptor', 'breast'),
  her2: found('HER2', 'breast'),
  esr1: mutated('ESR1', 'breast'),
  pik3ca: mutated('PIK3CA', 'breast'),
  egfr: mutated('EGFR', ...lung),
  alk: mutated('ALK', ...lung),
  ros1: mutated('ROS1', ...lung),
  krasG12c: mutated('KRAS G12C', ...lung),
  met: mutated('MET', ...lung),
  ret: mutated('RET', ...lung, 'thyroid'),
  braf: mutated('BRAF', ...lung, 'melanoma', ...colorectal, 'thyroid'),
  pdL1: amount('PD-L1', '%', [0, 100], askedFor(...lung)),
  brca: mutated('BRCA', 'prostate'),
  ras: mutated('RAS', ...colorectal),
  msi: choice('Microsatellites', { unstable: 'Instable (MSI)', stable: 'Stable' }, askedFor(...colorectal)),
  iodine: choice('Takes up iodine', { yes: 'Yes', no: 'No' }, askedFor('thyroid')),
  imdc: choice(
    'IMDC group',
    { favourable: 'Favourable', intermediate: 'Intermediate', poor: 'Poor' },
    askedFor('kidney'),
  ),
} as const

export const markerNames = Object.keys(markers) as readonly (keyof typeof markers)[]
