import en from '../texts/en/unit-roles.json'
import id from '../texts/id/unit-roles.json'
import { inBoth } from './wording.ts'

export const unitRolesWording = inBoth({ id, en })
