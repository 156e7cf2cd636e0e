'use client'
import { Field } from '@/app/_ui/field'
import { SelectField } from '@/app/_ui/text-field'
import { type Role, roles, roleWords, type Specialty, specialties, specialtyWords } from '@/lib/people/model'

/** A seat while it is being typed. */
export type SeatDraft = { roles: readonly Role[]; specialty: Specialty | null }

const roleNotes: Readonly<Record<Role, string>> = {
  presenter: 'enters cases and presents them',
  'core-member': 'discusses and votes',
  chair: 'leads the meeting, concludes and signs',
  coordinator: 'plans meetings, follows up',
  administrator: 'manages people, sees no patients',
  observer: 'reads and listens',
}

const choices = specialties.map((value) => ({ value, label: specialtyWords[value].word }))

type SeatFieldsProps = {
  value: SeatDraft
  onChange: (value: SeatDraft) => void
  /** Sentences for `roles` and `specialty`. */
  errors: Readonly<Record<string, string>>
}

/** The roles of a person, and the specialty that a core member votes with. */
export function SeatFields({ value, onChange, errors }: SeatFieldsProps) {
  const toggle = (role: Role, isOn: boolean) =>
    onChange({ ...value, roles: roles.filter((each) => (each === role ? isOn : value.roles.includes(each))) })
  return (
    <>
      <Field id="roles" kind="group" label="Roles" hint="one or several" error={errors.roles}>
        {() => (
          <div className="role-ticks">
            {roles.map((role) => (
              <label key={role} className="tick">
                <input
                  type="checkbox"
                  name="roles"
                  value={role}
                  checked={value.roles.includes(role)}
                  onChange={(event) => toggle(role, event.target.checked)}
                />
                <span>
                  {roleWords[role]}
                  <span className="under">{roleNotes[role]}</span>
                </span>
              </label>
            ))}
          </div>
        )}
      </Field>
      {value.roles.includes('core-member') && (
        <SelectField
          id="specialty"
          name="specialty"
          label="Specialty"
          hint="a core member votes with it"
          required
          options={choices}
          value={value.specialty ?? ''}
          onChange={(chosen) =>
            onChange({ ...value, specialty: specialties.find((specialty) => specialty === chosen) ?? null })
          }
          error={errors.specialty}
        />
      )}
    </>
  )
}

/** The specialty counts only with a vote: without one it is left out. */
export const seatOf = ({ roles: chosen, specialty }: SeatDraft): { roles: Role[]; specialty: Specialty | null } => ({
  roles: [...chosen],
  specialty: chosen.includes('core-member') ? specialty : null,
})
