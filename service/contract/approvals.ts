import { z } from '@hono/zod-openapi'
import {
  approvalStates,
  caseActs,
  dangerousActs,
  exportProfiles,
  openingGrounds,
  roles,
  statuses,
} from '../complaints/vocabulary.ts'
import { caseNumber, instant, opaqueId, requiredText, textLimits } from './fields.ts'

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
    /** The purpose. Of an opening or an erasure of identities the reporter reads it. */
    reason: requiredText(textLimits.reason),
    /** Of an opening of identities only. */
    ground: z.enum(openingGrounds).optional(),
    cases: z.array(caseNumber).max(500).optional(),
    /** Of an export of the register only; left out: all of it, without identities. */
    register: registerScope.strict().optional(),
  })
  .openapi('AskForApproval')

export const decideApproval = z
  .strictObject({ granted: z.boolean(), because: requiredText(textLimits.reason) })
  .openapi('DecideApproval')

/** The yes under which an identity is erased. */
export const eraseIdentity = z.strictObject({ approval: opaqueId }).openapi('EraseIdentity')

/** The member of staff whom a request is about, as they were when it was made. */
export const concernedPerson = z.object({
  name: z.string(),
  position: z.string(),
  email: z.string(),
  /** Of a role that is to be granted. */
  role: z.enum(roles).nullable(),
  /** Of a reset: what is taken away. */
  factor: z.enum(['password', 'second-factor']).nullable(),
  /** `null`: an account of an earlier version. */
  accountSince: instant.nullable(),
  addressConfirmed: z.boolean(),
})

/** A dangerous act that one person asked for, as far as the viewer has to do with it. */
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
    /** Of an export of the register. */
    register: registerScope.nullable(),
    person: concernedPerson.nullable(),
    decision: z.object({ at: instant, by: z.string(), granted: z.boolean(), because: z.string() }).nullable(),
    /** While `waiting`: when it lapses undecided. While `granted`: until when it can be used. */
    until: instant,
    usedAt: instant.nullable(),
    mayDecide: z.boolean(),
    mayUse: z.boolean(),
  })
  .openapi('Approval')
export type ApprovalView = z.infer<typeof approvalView>

export const approvalList = z.object({ items: z.array(approvalView) }).openapi('ApprovalList')
export type ApprovalList = z.infer<typeof approvalList>
