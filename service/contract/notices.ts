import { z } from '@hono/zod-openapi'
import { noticeChannels, noticeStandings, noticeStates } from '../offices/notice-vocabulary.ts'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

export const noticeView = z
  .object({
    id: z.string(),
    event: z.string(),
    label: z.string(),
    state: z.enum(noticeStates),
    /** What was really done with it, as a code and as people read it. */
    standing: z.enum(noticeStandings),
    standingLabel: z.string(),
    channel: z.enum(noticeChannels).nullable(),
    nextTryAt: instant.nullable(),
    /** The notice can be sent by letter instead. */
    mayLetter: z.boolean(),
    attempts: z.array(
      z.object({
        at: instant,
        channel: z.enum(noticeChannels),
        outcome: z.string(),
        /** What the provider reported later; `overdue` means no report within the hours that the office set. */
        report: z.enum(['delivered', 'read', 'failed', 'overdue']).nullable(),
        explanation: z.string(),
      }),
    ),
  })
  .openapi('Notice')
export type NoticeView = Shown<typeof noticeView>
