import type { Permission } from '../staff/permissions.ts'
import type { TenantSettings } from '../tenants/tenant.ts'
import type { Duty } from '../vocabulary.ts'

export type UnitSettings = Pick<TenantSettings, 'categories' | 'privacyChoices' | 'letters' | 'allowsOwnDecision'>

export interface DutyRule {
  readonly by: Permission
  /** Each person with this permission needs somebody else for the duty; with `null` they may do it themselves. */
  readonly besides: Permission | null
  /** Where nobody else can, people with this permission do. */
  readonly above: Permission | null
  /** Where nobody else exists, a unit can allow it to the same person. */
  readonly mayBeOneself: boolean
  /** A new unit takes nothing from the public before somebody has this duty. */
  readonly opensUnit: boolean
  readonly isNeeded: (settings: UnitSettings) => boolean
}

const plain = { besides: null, above: null, mayBeOneself: false, opensUnit: false, isNeeded: () => true } as const

/** Says what a unit must be able to do, and who can. */
export const dutyTable: Readonly<Record<Duty, DutyRule>> = {
  read: { ...plain, by: 'cases.read', opensUnit: true },
  verify: { ...plain, by: 'cases.verify', opensUnit: true },
  handle: { ...plain, by: 'cases.handle', opensUnit: true },
  sign: { ...plain, by: 'cases.approve', opensUnit: true },
  decide_objection: {
    ...plain,
    ...{ by: 'cases.approve', besides: 'cases.approve', above: 'objections.decide', mayBeOneself: true },
  },
  keep_identities: {
    ...plain,
    by: 'identity.open_confidential',
    isNeeded: ({ privacyChoices }) => privacyChoices.includes('confidential'),
  },
  second_person: { ...plain, by: 'approvals.decide', besides: 'register.export' },
  answer_data_requests: { ...plain, by: 'rights.answer' },
  print_and_post: { ...plain, by: 'letters.post', isNeeded: ({ letters }) => letters.on },
}
