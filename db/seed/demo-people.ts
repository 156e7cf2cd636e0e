import { type Role, roleWords, type Specialty, specialtyWords } from '@/lib/people/model'

/** A person of the demo board. `role` is what the sign-in page and the console show. */
export type DemoPerson = {
  name: string
  email: string
  password: string
  roles: readonly Role[]
  specialty: Specialty | null
  role: string
}

const password = 'spineboard-demo-2026'

const person = (name: string, roles: readonly Role[], specialty: Specialty | null = null): DemoPerson => {
  const surname = name.split(' ').at(-1)?.toLowerCase()
  const words = roles.map((role, place) => (place === 0 ? roleWords[role] : roleWords[role].toLowerCase())).join(', ')
  const role = specialty ? `${words}, ${specialtyWords[specialty].word.toLowerCase()}` : words
  return { name, email: `${surname}@demo.example`, password, roles, specialty, role }
}

/** Everybody who can sign in to the demo; all invented. */
export const demoSignIns: readonly DemoPerson[] = [
  person('E. Wyndlass', ['coordinator', 'chair']),
  person('R. Okonvale', ['core-member'], 'radiation-oncology'),
  person('P. Lindvaer', ['core-member'], 'spine-surgery'),
  person('K. Davenport', ['presenter', 'core-member'], 'medical-oncology'),
  person('L. Osterfjell', ['core-member'], 'radiology'),
  person('J. Quillmore', ['core-member'], 'palliative-pain'),
  person('D. Hartvane', ['core-member'], 'rehabilitation'),
  person('S. Marbeck', ['presenter']),
  person('N. Ferrant', ['observer']),
  person('A. Root', ['administrator']),
]
