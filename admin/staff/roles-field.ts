import type { Role } from '../api/wire.ts'
import type { Words } from '../messages/words.ts'
import { checksField } from '../ui/field.ts'

export const rolesIn = (written: FormData): Role[] => written.getAll('roles') as Role[]

/** The roles to choose from, each saying what it may do. */
export const rolesField = (words: Words, values: readonly Role[], error: string | undefined) =>
  checksField({
    name: 'roles',
    label: words.staff.roles,
    values,
    error,
    options: Object.entries(words.vocabulary.roles).map(([role, label]) => ({
      value: role,
      label,
      hint: words.vocabulary.roleMeanings[role as Role],
    })),
  })
