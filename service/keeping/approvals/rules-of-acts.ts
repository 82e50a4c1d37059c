import type { Complaint } from '../../case/shape/complaint.ts'
import { type RetentionRules, refuseUnlessDue } from '../../case/weigh-retention.ts'
import { type DangerousAct, personActs } from '../../offices/act-vocabulary.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'

interface ActRule {
  readonly asks: Permission
  /** One of them suffices. A custodian can be the second person where identities are opened. */
  readonly decides: readonly [Permission, ...Permission[]]
  /** The least and the largest number of cases of one request. */
  readonly cases: readonly [number, number]
  /** @throws Refusal if the act makes no sense for the case */
  readonly suits: (complaint: Complaint, rules: RetentionRules, now: Instant) => void
}

const hasIdentity = ({ identity, id }: Complaint): void => {
  if (!identity) throw new Refusal('conflict', 'identity/not-given', { number: id })
}

const mayBeErased = (complaint: Complaint): void => {
  hasIdentity(complaint)
  if (complaint.heldSince) throw new Refusal('conflict', 'retention/held', { number: complaint.id })
}

export const rulesOfActs = {
  'export-register': { asks: 'register.export', decides: ['approvals.decide'], cases: [0, 0], suits: () => {} },
  'open-identities': {
    asks: 'identity.open',
    decides: ['approvals.decide', 'identity.open_confidential'],
    cases: [1, 25],
    suits: hasIdentity,
  },
  'erase-identity': { asks: 'identity.erase', decides: ['approvals.decide'], cases: [1, 1], suits: mayBeErased },
  'erase-identities': {
    asks: 'retention.manage',
    decides: ['approvals.decide'],
    cases: [1, 200],
    suits: (complaint, rules, now) => refuseUnlessDue('identity', complaint, rules, now),
  },
  'destroy-cases': {
    asks: 'retention.manage',
    decides: ['approvals.decide'],
    cases: [1, 200],
    suits: (complaint, rules, now) => refuseUnlessDue('record', complaint, rules, now),
  },
  // The head decides, or a custodian.
  'grant-custody': {
    asks: 'staff.manage',
    decides: ['cases.approve', 'identity.open_confidential'],
    cases: [0, 0],
    suits: () => {},
  },
  // The head decides, or another admin.
  'reset-account': { asks: 'staff.manage', decides: ['cases.approve', 'staff.manage'], cases: [0, 0], suits: () => {} },
} as const satisfies Record<DangerousAct, ActRule>

export const isAboutPerson = (act: DangerousAct): boolean => personActs.some((one) => one === act)

export const ruleOf = (act: DangerousAct): ActRule => rulesOfActs[act]

export const askers = [
  'register.export',
  'identity.open',
  'identity.erase',
  'retention.manage',
] as const satisfies readonly Permission[]

export const deciders = [
  'approvals.decide',
  'identity.open_confidential',
  'cases.approve',
  'staff.manage',
] as const satisfies readonly Permission[]
