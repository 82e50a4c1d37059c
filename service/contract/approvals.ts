import { z } from '@hono/zod-openapi'
import { approvalStates, caseActs, dangerousActs, exportProfiles, openingGrounds } from '../offices/act-vocabulary.ts'
import { roles, statuses } from '../offices/vocabulary.ts'
import { caseNumber, instant, opaqueId, requiredText, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const registerScope = z.object({
  profile: z.enum(exportProfiles),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  category: z.string().max(60).nullable(),
  status: z.array(z.enum(statuses)).max(statuses.length),
})

export const askForApproval = z
  .strictObject({
    act: z.enum(caseActs),
    /** The reporter reads the reason for which an identity is opened or erased. */
    reason: requiredText(textLimits.reason),
    /** It is given only to open identities. */
    ground: z.enum(openingGrounds).optional(),
    cases: z.array(caseNumber).max(500).optional(),
    /** It is given only to export the register; without it everything but identities is exported. */
    register: registerScope.strict().optional(),
  })
  .openapi('AskForApproval')

export const decideApproval = z
  .strictObject({ granted: z.boolean(), because: requiredText(textLimits.reason) })
  .openapi('DecideApproval')

export const eraseIdentity = z.strictObject({ approval: opaqueId }).openapi('EraseIdentity')

/** The member of staff whom a request is about, as they were when it was made. */
export const concernedPerson = z.object({
  name: z.string(),
  position: z.string(),
  email: z.string(),
  /** The role that is to be granted. */
  role: z.enum(roles).nullable(),
  /** The role of the unit's own that is to be granted instead, as it was when it was asked for. */
  unitRole: z
    .object({
      name: z.object({ id: z.string(), en: z.string() }),
      permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
    })
    .optional(),
  /** What a reset takes away. */
  factor: z.enum(['password', 'second-factor']).nullable(),
  /** It is `null` for accounts that an earlier version made. */
  accountSince: instant.nullable(),
  addressConfirmed: z.boolean(),
})

export const approvalView = z
  .object({
    id: z.string(),
    act: z.enum(dangerousActs),
    actLabel: z.string(),
    state: z.enum(approvalStates),
    askedAt: instant,
    by: z.string(),
    own: z.boolean(),
    reason: z.string(),
    groundLabel: z.string().nullable(),
    cases: z.array(z.object({ number: z.string(), categoryLabel: z.string(), opened: z.boolean() })),
    register: registerScope.nullable(),
    person: concernedPerson.nullable(),
    decision: z.object({ at: instant, by: z.string(), granted: z.boolean(), because: z.string() }).nullable(),
    /**
     * While `waiting`, the time at which the request lapses; while `granted`, the time until which it can be used.
     */
    until: instant,
    usedAt: instant.nullable(),
    mayDecide: z.boolean(),
    mayUse: z.boolean(),
  })
  .openapi('Approval')
export type ApprovalView = Shown<typeof approvalView>

export const approvalList = z.object({ items: z.array(approvalView) }).openapi('ApprovalList')
export type ApprovalList = Shown<typeof approvalList>
