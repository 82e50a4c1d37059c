import { unitRoles as en } from './en/unit-roles.ts'
import { unitRoles as id } from './id/unit-roles.ts'
import type { Wording } from './wording.ts'

export const unitRolesWording = ({ language }: Pick<Wording, 'language'>): typeof id => (language === 'en' ? en : id)
