import { z } from '@hono/zod-openapi'
import { instant, requiredText, translatedText } from './fields.ts'
import type { Shown } from './shown.ts'

const level = z.enum(['notice', 'warning', 'urgent'])

export const announce = z
  .strictObject({
    text: translatedText(300),
    level,
    from: instant,
    until: instant,
    /** `null` addresses the staff of all offices. */
    units: z.array(requiredText(62)).min(1).max(1_000).nullable(),
  })
  .openapi('Announce')
export type AnnounceInput = z.input<typeof announce>

export const announcementList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        text: translatedText(300),
        level,
        from: instant,
        until: instant,
        units: z.array(z.string()).nullable(),
        madeAt: instant,
        madeBy: z.string(),
      }),
    ),
  })
  .openapi('AnnouncementList')
export type AnnouncementListView = Shown<typeof announcementList>

export const ownAnnouncements = z
  .object({ items: z.array(z.object({ id: z.string(), text: translatedText(300), level, until: instant })) })
  .openapi('OwnAnnouncements')
export type OwnAnnouncementsView = Shown<typeof ownAnnouncements>
