import { z } from '@hono/zod-openapi'
import { loggedActs } from '../offices/act-vocabulary.ts'
import { noticeChannels } from '../offices/notice-vocabulary.ts'
import { quotaNames, quotas } from '../offices/quotas.ts'
import { duties } from '../offices/vocabulary.ts'
import { recordOf } from '../shared/records.ts'
import { email, instant, numberPrefix, object, requiredText, strictObject, translatedText } from './fields.ts'
import { logLine } from './keeping.ts'
import type { Shown } from './shown.ts'

/** The file that `import-tenant` left beside the copy. */
export const bringConfirmation = strictObject('BringConfirmation', { confirmation: z.string().min(1).max(40_000) })

export const departureView = object('Departure', {
  tenant: z.string(),
  exportedAt: instant,
  movedTo: z.string().nullable(),
  confirmedAt: instant.nullable(),
  allowedAt: instant.nullable(),
  /** The viewer brought the confirmation, so somebody else allows the deletion. */
  mine: z.boolean(),
  cases: z.int(),
})
export type DepartureView = Shown<typeof departureView>

const use = z.object({ limit: z.number(), used: z.number() })

/** Used gigabytes have fractions. */
export const quotasUsed = object(
  'QuotasUsed',
  recordOf(quotaNames, () => use),
)
export type QuotasUsedView = Shown<typeof quotasUsed>

export const setQuotas = strictObject(
  'SetQuotas',
  recordOf(quotaNames, (name) => z.int().min(1).max(quotas[name].most)),
)

/** The name of an office in addresses. The service's own records use names that this pattern excludes. */
export const unitSlug = z.string().regex(/^[a-z][a-z0-9-]{1,60}[a-z0-9]$/)

export const openTenant = strictObject('OpenTenant', {
  slug: unitSlug,
  name: requiredText(160),
  shortName: requiredText(60),
  numberPrefix,
  admin: z.strictObject({ name: requiredText(120), email }),
})

export const tenantList = object('TenantList', {
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
      undeliveredCases: z.int(),
      /** Channels that failed repeatedly and are paused. */
      channelsDown: z.array(z.enum(noticeChannels)),
      quotas: quotasUsed,
      /** It was copied to be moved to another installation; `null` if not. */
      departure: departureView.nullable(),
    }),
  ),
})
export type TenantListView = Shown<typeof tenantList>

/** The number of days in which it can be undone, and where visitors go instead. */
export const closeTenant = strictObject('CloseTenant', {
  days: z.int().min(7).max(365),
  elsewhere: translatedText(500),
})

/** `setUpUrl` is `null` if the link was mailed to the admin. */
export const openedTenant = object('OpenedTenant', { tenant: z.string(), setUpUrl: z.url().nullable() })

export const unitKeysView = object('UnitKeys', {
  /** `-platform` stands for the secrets of staff accounts, which belong to no office. */
  tenant: z.string(),
  name: z.string().nullable(),
  /** When the secret was made that wraps new keys. */
  madeAt: z.string(),
  rotation: z
    .object({
      /** Keys of cases, letters, files and requests that must still be rewrapped. */
      remaining: z.int(),
      records: z.int(),
      /** The previous secret is kept until then, because a write that began earlier may need it. */
      settlesAt: z.string(),
    })
    .nullable(),
  /** Seals that this process failed to open since it started, because they are damaged, changed or moved. */
  sealFaults: z.array(
    z.object({
      collection: z.string(),
      field: z.string(),
      documents: z.int(),
      /** When the first one was met. */
      since: z.string(),
    }),
  ),
})

export const keyList = object('KeyList', {
  units: z.array(unitKeysView),
  master: z.object({
    /** In a key file, or passed to every process from outside. */
    kept: z.enum(['file', 'given']),
    /** Secrets of offices that an older master key wraps. */
    behind: z.int(),
    /** A master key passed from outside must be replaced there first. */
    canRotate: z.boolean(),
  }),
})
export type KeyListView = Shown<typeof keyList>

/** The background jobs as the answering process last ran them; names are those of metrics, log and runbook. */
export const taskList = object('TaskList', {
  /** Whether this process runs the jobs that only one of several runs. */
  isOnDuty: z.boolean(),
  /** Requests come through a proxy that is missing in `TRUST_PROXY`. */
  untrustedProxy: z.boolean(),
  /** The service is in use, and `SECURITY_CONTACT` names nobody who hears of a hole. */
  lacksSecurityContact: z.boolean(),
  /** The disk of the data folder: files are refused when `low`, complaints too when `full`. */
  disk: z.object({ room: z.enum(['enough', 'low', 'full']), free: z.number(), reserve: z.number() }),
  items: z.array(
    z.object({
      name: z.string(),
      everySeconds: z.number(),
      isForOne: z.boolean(),
      last: z.object({ endedAt: instant, milliseconds: z.number(), hasFailed: z.boolean() }).nullable(),
      lastFailure: z.object({ at: instant, fault: z.string() }).nullable(),
      nextAt: instant.nullable(),
    }),
  ),
})
export type TaskListView = Shown<typeof taskList>

export const operatorLogQuery = z.object({
  /** An operator's id as `operators` gives it, or `system`. */
  by: z.string().max(60).optional(),
  act: z.enum(loggedActs).optional(),
  cursor: z.string().max(1_000).optional(),
})

/** The newest comes first. */
export const operatorLog = object('OperatorLog', {
  /** Each entry is about an office, a version or an announcement. */
  items: z.array(logLine),
  nextCursor: z.string().nullable(),
  operators: z.array(z.object({ id: z.string(), name: z.string() })),
  /**
   * Only on the first page: how many entries were read to verify the chain, and how many differ from what was
   * written.
   */
  chain: z.object({ entries: z.int(), faults: z.int() }).nullable(),
})
export type OperatorLogView = Shown<typeof operatorLog>

const level = z.enum(['notice', 'warning', 'urgent'])

export const announce = strictObject('Announce', {
  text: translatedText(300),
  level,
  from: instant,
  until: instant,
  /** `null` addresses the staff of all offices. */
  units: z.array(requiredText(62)).min(1).max(1_000).nullable(),
})
export type AnnounceInput = z.input<typeof announce>

export const announcementList = object('AnnouncementList', {
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
export type AnnouncementListView = Shown<typeof announcementList>

export const ownAnnouncements = object('OwnAnnouncements', {
  items: z.array(z.object({ id: z.string(), text: translatedText(300), level, until: instant })),
})
export type OwnAnnouncementsView = Shown<typeof ownAnnouncements>

export const widgetVersionList = object('WidgetVersionList', {
  items: z.array(
    z.object({
      version: z.string(),
      /** The value of `integrity` for a page, by the name of each script. */
      integrity: z.record(z.string(), z.string()),
      /** How many sites of how many offices showed it; `null` if none is known. */
      spread: z.object({ sites: z.int(), units: z.int(), lastSeenAt: instant }).nullable(),
      withdrawn: z.object({ at: instant, reason: z.string() }).nullable(),
    }),
  ),
})
export type WidgetVersionListView = Shown<typeof widgetVersionList>

export const withdrawWidget = strictObject('WithdrawWidget', { reason: requiredText(500) })

/** CycloneDX 1.6, as far as it is used here. */
export const billOfMaterials = object('BillOfMaterials', {
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.int(),
  metadata: z.object({ component: z.record(z.string(), z.unknown()) }),
  components: z.array(z.record(z.string(), z.unknown())),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
export type BillOfMaterials = Shown<typeof billOfMaterials>
