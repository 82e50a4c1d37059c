import type { RuleStore } from '../../offices/rules.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { ruleDuesNearClock } from '../case-rules.ts'
import { type ClockNews, pressesStaff } from '../clock-alerts.ts'
import { newsOfPassedDate } from '../news.ts'
import { fillInLater, laterInOutline, type OpeningVault } from './case-seals.ts'
import {
  type AlertQueue,
  type CaseInWork,
  type CaseOutline,
  type CaseToTell,
  type FirstNotices,
  omitAlerted,
} from './first-notices.ts'
import { dueFor, type KeptComplaint, skipUnreadable, untoldUntil, withNews } from './kept-complaint.ts'
import { replaceNotices } from './open-complaint.ts'
import { openGuard } from './tenant-guards.ts'

interface AlertParts {
  readonly kept: Collection<KeptComplaint>
  readonly vault: OpeningVault
  readonly first: FirstNotices
  readonly rules: Pick<RuleStore, 'on'>
}

/** The queue of alerts lies in the complaints. It opens no dossier. */
export function complaintAlerts({ kept, vault, first, rules }: AlertParts): AlertQueue {
  async function outlineOf(complaint: KeptComplaint): Promise<CaseOutline> {
    const { id, category, handler, answeredBy } = complaint
    const guard = await openGuard(vault, complaint)
    return { number: id, category, guard, handler, answeredBy }
  }

  async function omit(tenant: TenantId, number: string, alerted: Pick<CaseToTell, 'notes' | 'news'>): Promise<void> {
    for (let isFresh = false; ; isFresh = true) {
      const complaint = await (isFresh ? kept.get(tenant, number) : kept.recall(tenant, number))
      if (!complaint) return
      const after = omitAlerted(complaint, alerted)
      const isThere =
        after.alerts.length < (complaint.alerts ?? []).length || after.news.length < (complaint.news ?? []).length
      // What this process remembers may be from before the alerts.
      if (!isThere && !isFresh) continue
      if (!isThere || (await replaceNotices({ kept, vault }, complaint, after))) return
    }
  }

  async function outlinesOf(cases: readonly KeptComplaint[]) {
    const found = cases.map((complaint) =>
      skipUnreadable(outlineOf(complaint).then((outline) => ({ complaint, outline }))),
    )
    return (await Promise.all(found)).filter((one) => one !== null)
  }

  return {
    async casesToTell(limit) {
      // Their writes share a commit.
      await Promise.all(first.takeLate().map(([tenant, number, alerted]) => omit(tenant, number, alerted)))
      const found = await kept.findAcrossTenants({ ...withNews('alertsSince'), limit: limit + first.alerted })
      const items = found.items.filter(first.hasUnalerted).slice(0, limit).map(first.withoutAlerted)
      return (await outlinesOf(items)).map(({ complaint, outline }) => ({
        tenant: complaint.tenant,
        receivedAt: complaint.receivedAt,
        notes: complaint.alerts ?? laterInOutline.alerts,
        news: complaint.news ?? laterInOutline.news,
        ...outline,
      }))
    },

    async markAlerted(tenant, number, alerted) {
      if (!first.keepAlerted(tenant, number, alerted)) await omit(tenant, number, alerted)
    },

    async overdueUnalerted(now, limit) {
      const { items } = await kept.findAcrossTenants({ ...dueFor('overUntoldAt', now), limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async nearUnalerted(tenant, until, limit) {
      const { items } = await kept.find(tenant, { ...untoldUntil('nearUntoldAt', until), limit })
      return items.map(({ id }) => id)
    },

    async longOverdueUnalerted(tenant, until, limit) {
      const { items } = await kept.find(tenant, { ...untoldUntil('longOverUntoldAt', until), limit })
      return items.map(({ id }) => id)
    },

    async tellOfClocks(tenant, number, decide) {
      for (;;) {
        const complaint = await kept.get(tenant, number)
        const decided = complaint && decide(complaint)
        if (!decided) return false
        if (await kept.replace({ ...complaint, ...(await alertedOf(rules, complaint, decided)) })) return true
      }
    },

    async casesInWork(tenant, numbers) {
      return (await outlinesOf(await kept.several(tenant, numbers))).map(inWork)
    },

    async outlines(tenant, numbers) {
      return (await outlinesOf(await kept.several(tenant, numbers))).map(({ outline }) => outline)
    },
  }
}

/** What a case has after its dates were looked at; rules may act on one that is near. */
async function alertedOf(rules: Pick<RuleStore, 'on'>, complaint: KeptComplaint, { notes, clocksTold }: ClockNews) {
  const isPast = notes.some(({ kind }) => kind === 'clock_over')
  const passed = isPast && notes[0] ? [newsOfPassedDate(complaint.status, notes[0].at)] : []
  const near = notes.find(({ kind }) => kind === 'clock_near')
  const dues = near ? ruleDuesNearClock(await rules.on(complaint.tenant), complaint, near.at) : []
  const { alerts, news, rulesDue } = fillInLater(laterInOutline, complaint)
  return { alerts: [...alerts, ...notes], news: [...news, ...passed], rulesDue: [...rulesDue, ...dues], clocksTold }
}

const decides = (clock: string): boolean => clock.startsWith('handling') || clock === 'objection_decision'

function decidedAt({ clocks }: Pick<KeptComplaint, 'clocks'>): Instant | null {
  const stopped = clocks.flatMap(({ clock, stoppedAt }) => (decides(clock) && stoppedAt ? [stoppedAt] : []))
  return stopped.sort().at(-1) ?? null
}

const inWork = ({ complaint, outline }: { complaint: KeptComplaint; outline: CaseOutline }): CaseInWork => ({
  ...outline,
  status: complaint.status,
  decidedAt: decidedAt(complaint),
  dataRequested: Boolean(complaint.dataRequestDueAt),
  unanswered: Boolean(complaint.unansweredSince),
  isPressing: pressesStaff(complaint),
})
