import type { RoleMix } from '../vocabulary.ts'
import { type Permission, permissionsOf } from './permissions.ts'

type Sides = readonly [readonly Permission[], readonly Permission[]]

const working = ['cases.verify', 'cases.handle', 'cases.approve', 'cases.decline', 'cases.close'] as const

/** What the roles of the service keep in different hands: one permission of each side together breaks it. */
const apart = {
  /** A person who gives roles reads no case and decides on nobody's request. */
  staff_and_cases: [['staff.manage'], ['cases.read', 'identity.open', 'approvals.decide', 'log.read']],
  /** A person who keeps confidential identities does not work on the case. */
  identities_and_work: [['identity.open_confidential'], working],
  /** A person who decides objections did not answer. */
  objections_and_answers: [['objections.decide'], ['cases.handle', 'cases.approve']],
  /** A person who sends confidential letters knows the address, and does not work on the case. */
  addresses_and_work: [['letters.post_confidential'], working],
} as const satisfies Record<Exclude<RoleMix, 'without_reading'>, Sides>

const mixes = Object.entries(apart) as readonly [keyof typeof apart, Sides][]

/** What concerns single cases is of no use to somebody who reads none. */
const ofCases: ReadonlySet<Permission> = new Set<Permission>([
  ...permissionsOf.verifier,
  ...permissionsOf.case_handler,
  ...permissionsOf.identity_custodian,
  'cases.approve',
  'objections.decide',
])

/** Returns what breaks the separation of duties in these permissions, or makes them useless. */
export function mixesIn(permissions: readonly Permission[]): readonly RoleMix[] {
  const has = (some: readonly Permission[]) => some.some((one) => permissions.includes(one))
  const found: RoleMix[] = mixes.filter(([, [one, other]]) => has(one) && has(other)).map(([mix]) => mix)
  const isBlind = !permissions.includes('cases.read') && permissions.some((one) => ofCases.has(one))
  return isBlind ? [...found, 'without_reading'] : found
}
