import { z } from '@hono/zod-openapi'
import { approvalStates, dangerousActs, openingGrounds } from '../complaints/vocabulary.ts'
import { caseNumber, instant, opaqueId, requiredText, textLimits } from './fields.ts'

export const askForApproval = z
  .strictObject({
    act: z.enum(dangerousActs),
    /** The purpose. Of an opening or an erasure of identities the reporter reads it. */
    reason: requiredText(textLimits.reason),
    /** Of an opening of identities only. */
    ground: z.enum(openingGrounds).optional(),
    cases: z.array(caseNumber).max(500).optional(),
  })
  .openapi('AskForApproval')

export const decideApproval = z
  .strictObject({ granted: z.boolean(), because: requiredText(textLimits.reason) })
  .openapi('DecideApproval')

/** The yes under which an identity is erased. */
export const eraseIdentity = z.strictObject({ approval: opaqueId }).openapi('EraseIdentity')

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
