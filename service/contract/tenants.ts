import { z } from '@hono/zod-openapi'
import { noticeChannels } from '../offices/notice-vocabulary.ts'
import { duties } from '../offices/vocabulary.ts'
import { departureView } from './departure.ts'
import { email, numberPrefix, requiredText, translatedText } from './fields.ts'
import { quotasUsed } from './quotas.ts'
import type { Shown } from './shown.ts'

/** The name of an office in addresses. The service's own records use names that this pattern excludes. */
export const unitSlug = z.string().regex(/^[a-z][a-z0-9-]{1,60}[a-z0-9]$/)

export const openTenant = z
  .strictObject({
    slug: unitSlug,
    name: requiredText(160),
    shortName: requiredText(60),
    numberPrefix,
    admin: z.strictObject({ name: requiredText(120), email }),
  })
  .openapi('OpenTenant')

export const tenantList = z
  .object({
    items: z.array(
      z.object({
        tenant: z.string(),
        name: z.string(),
        openedAt: z.string(),
        /** It is `null` while the office stays open. */
        closing: z.object({ since: z.string(), until: z.string(), elsewhere: translatedText(500) }).nullable(),
        /**
         * The operator's confirmation that it is this office; `null` without one, or since the office changed its
         * name.
         */
        vouchedFor: z.object({ at: z.string(), by: z.string(), basis: z.string() }).nullable(),
        /** Cases that concern everybody who could read them, so that the office needs somebody from outside. */
        unreadCases: z.int(),
        /** What nobody in the office can do now. */
        gaps: z.array(z.enum(duties)),
        /** The form is closed to the public until the office has staff. */
        awaitsStaff: z.boolean(),
        lastCaseAt: z.string().nullable(),
        /** When the oldest case came that nobody has verified yet. */
        unseenSince: z.string().nullable(),
        openCases: z.int(),
        overdueCases: z.int(),
        /** Cases with a notice that no channel delivered. */
        undeliveredCases: z.int(),
        /** Channels that failed repeatedly and are paused. */
        channelsDown: z.array(z.enum(noticeChannels)),
        quotas: quotasUsed,
        /** It was copied to be moved to another installation; `null` if not. */
        departure: departureView.nullable(),
      }),
    ),
  })
  .openapi('TenantList')
export type TenantListView = Shown<typeof tenantList>

/** The number of days in which it can be undone, and where visitors go instead. */
export const closeTenant = z
  .strictObject({
    days: z.int().min(7).max(365),
    elsewhere: translatedText(500),
  })
  .openapi('CloseTenant')

/** `setUpUrl` is `null` if the link was mailed to the admin. */
export const openedTenant = z.object({ tenant: z.string(), setUpUrl: z.url().nullable() }).openapi('OpenedTenant')
