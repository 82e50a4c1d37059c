import { z } from '@hono/zod-openapi'
import { noticeChannels } from '../offices/notice-vocabulary.ts'
import { instant } from './fields.ts'
import { noticeView } from './notices.ts'
import type { Shown } from './shown.ts'

/** Cases whose reporter got a notice by no channel. */
export const undeliveredList = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        subject: z.string(),
        notices: z.array(noticeView),
        /** The viewer can retry them, or leave them to the reporter's page. */
        maySettle: z.boolean(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('UndeliveredNotices')
export type UndeliveredList = Shown<typeof undeliveredList>

export const channelList = z
  .object({
    items: z.array(
      z.object({
        channel: z.enum(noticeChannels),
        /** It takes nothing now; notices wait or go to the reporter's next channel. */
        down: z.boolean(),
        /** No provider is set up: messages stay in this service, and nothing leaves. */
        keepsHere: z.boolean(),
        /** Why it is down or keeps its messages, as a sentence. */
        explanation: z.string().nullable(),
        nextTryAt: instant.nullable(),
        /** No delivery succeeded since then. */
        since: instant.nullable(),
        /** What the office can do. */
        advice: z.string().nullable(),
        /** How many of the viewer's cases wait for it, counted up to a hundred. */
        waiting: z.int(),
        /** Its provider reports whether messages arrive. */
        reportsDelivery: z.boolean(),
      }),
    ),
  })
  .openapi('NoticeChannels')
export type ChannelList = Shown<typeof channelList>
