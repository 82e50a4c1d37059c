import { categoriesOf, reads, sees } from '../../case/access/case-access.ts'
import { isOfficeClock } from '../../case/case-clocks.ts'
import { factsOf, fits, readsWords } from '../../case/case-rules.ts'
import { nearUntil } from '../../case/deadlines/days-of-clock.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { RuleWhen } from '../../offices/rules.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { RuleEvent } from '../../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { readable } from './rule-effects.ts'

export interface DryRun {
  readonly cases: number
  /** The newest of them, for a person who reads cases. */
  readonly shown: readonly Pick<Complaint, 'id' | 'receivedAt'>[]
  /** Cases received before then were not looked at. */
  readonly since: Instant
  /** The time that a screen can wait was over before all were looked at. */
  readonly isCut: boolean
  /** Somebody who reads no case does not learn which of them have a word. */
  readonly withoutWords: boolean
}

const LOOKS_BACK = 90 * DAY
const MOST_SHOWN = 20
const AT_ONCE = 100

/** A person waits no longer for an answer, in milliseconds. */
const WAITS_FOR = 2_000

/**
 * Looks for the cases of the last 90 days on which a rule would have acted, the newest first, and changes none. Only
 * cases that the person may see are counted; who reads none learns how many there are, without those kept from anybody.
 */
export async function dryRunRule(
  ports: Office,
  staff: StaffMember,
  wanted: RuleWhen,
  milliseconds = () => performance.now(),
): Promise<DryRun> {
  requirePermission(staff, 'tenant.configure')
  const { tenant } = staff
  const isReader = staff.permissions.has('cases.read')
  const when = isReader ? wanted : { ...wanted, words: [], places: [] }
  // A rule that looks for words hears nothing of cases that the person does not read.
  const isSeen = readsWords(when) ? reads : sees
  const { settings } = await ports.tenants.get(tenant)
  const now = ports.now()
  const since = plusMilliseconds(now, -LOOKS_BACK)
  const until = milliseconds() + WAITS_FOR
  const found: Complaint[] = []
  let after: string | null = null
  let last: Instant = now
  do {
    const page: Awaited<ReturnType<typeof ports.complaints.list>> = await ports.complaints.list(tenant, {
      ...queryFor(when, isReader ? categoriesOf(staff, 'cases.read') : null),
      ...{ range: { from: since }, order: 'descending', limit: AT_ONCE },
      ...(after && { after }),
    })
    for (const complaint of page.items) {
      last = complaint.receivedAt
      const mayCount = isReader ? isSeen(staff, complaint) : complaint.guard === null
      if (mayCount && (await wouldAct(ports, complaint, when, settings, now))) found.push(complaint)
    }
    after = page.nextCursor
  } while (after && milliseconds() < until)
  return {
    cases: found.length,
    shown: isReader ? found.slice(0, MOST_SHOWN).map(({ id, receivedAt }) => ({ id, receivedAt })) : [],
    since: after ? last : since,
    isCut: after !== null,
    withoutWords: !isReader && readsWords(wanted),
  }
}

/** The cases of few channels are found by them, as there are fewest. */
function queryFor({ channels, categories }: RuleWhen, read: readonly string[] | null) {
  const category = categories.length > 0 ? categories : read
  const also = category ? { also: { category } } : {}
  return channels.length > 0
    ? ({ index: 'channel', where: { channel: channels }, ...also } as const)
    : ({ index: 'received', ...also } as const)
}

async function wouldAct(
  ports: Office,
  complaint: Complaint,
  when: RuleWhen,
  settings: TenantSettings,
  now: Instant,
): Promise<boolean> {
  if (complaint.destroyed || complaint.imported || !happened[when.event](complaint, settings, now)) return false
  return fits(when, factsOf(await readable(ports, complaint, [{ when }])))
}

/** The default number of working days before a date at which staff are alerted. */
const NEAR_WORKING_DAYS = 1

const happened: Readonly<Record<RuleEvent, (complaint: Complaint, settings: TenantSettings, now: Instant) => boolean>> =
  {
    filed: () => true,
    verified: ({ dossier }) => dossier.history.some(({ event, by }) => event === 'in_progress' && by.kind === 'staff'),
    reporter_wrote: ({ dossier }) => dossier.messages.some(({ by }) => by.kind === 'reporter'),
    clock_near: ({ clocks }, { calendar, notices }, now) =>
      clocks
        .filter(isOfficeClock)
        .some(
          ({ dueAt, stoppedAt, pausedAt }) =>
            dueAt <= nearUntil(stoppedAt ?? pausedAt ?? now, notices.nearWorkingDays ?? NEAR_WORKING_DAYS, calendar),
        ),
  }
