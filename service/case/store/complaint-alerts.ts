import type { Collection } from '../../storage/collection.ts'
import type { Vault } from '../../storage/vault.ts'
import { newsOfPassedDate } from '../case-news.ts'
import type { AlertQueue, CaseOutline } from './alert-queue.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { openGuard } from './kept-guard.ts'
import { fillInLater, laterInOutline } from './later-fields.ts'
import { skipUnreadable } from './unreadable-case.ts'

/** The queue of alerts lies in the complaints. It opens no dossier. */
export function complaintAlerts(kept: Collection<KeptComplaint>, vault: Pick<Vault, 'open'>): AlertQueue {
  async function outlineOf(complaint: KeptComplaint): Promise<CaseOutline> {
    const { id, category, handler, answeredBy } = complaint
    const guard = await openGuard(vault, complaint)
    return { number: id, category, guard, handler, answeredBy }
  }

  async function outlinesOf(cases: readonly KeptComplaint[]) {
    const found = cases.map((complaint) =>
      skipUnreadable(outlineOf(complaint).then((outline) => ({ complaint, outline }))),
    )
    return (await Promise.all(found)).filter((one) => one !== null)
  }

  return {
    async casesToTell(limit) {
      const { items } = await kept.findAcrossTenants({ index: 'alertsWait', limit })
      return (await outlinesOf(items)).map(({ complaint, outline }) => ({
        tenant: complaint.tenant,
        receivedAt: complaint.receivedAt,
        notes: complaint.alerts ?? laterInOutline.alerts,
        news: complaint.news ?? laterInOutline.news,
        ...outline,
      }))
    },

    async markAlerted(tenant, number, alerted) {
      const [ids, keys] = [new Set(alerted.notes.map(({ id }) => id)), new Set(alerted.news.map(({ key }) => key))]
      for (let isFresh = false; ; isFresh = true) {
        const complaint = await (isFresh ? kept.get(tenant, number) : kept.recall(tenant, number))
        if (!complaint) return
        const before = fillInLater(laterInOutline, complaint)
        const alerts = before.alerts.filter(({ id }) => !ids.has(id))
        const news = before.news.filter(({ key }) => !keys.has(key))
        const isThere = alerts.length < before.alerts.length || news.length < before.news.length
        // What this process remembers may be from before the alerts.
        if (!isThere && !isFresh) continue
        if (!isThere || (await kept.replace({ ...complaint, alerts, news }))) return
      }
    },

    async overUntold(now, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'overUntold', range: { to: now }, limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async nearUntold(tenant, until, limit) {
      const { items } = await kept.find(tenant, { index: 'nearUntold', range: { to: until }, limit })
      return items.map(({ id }) => id)
    },

    async longOverUntold(tenant, until, limit) {
      const { items } = await kept.find(tenant, { index: 'longOverUntold', range: { to: until }, limit })
      return items.map(({ id }) => id)
    },

    async tellOfClocks(tenant, number, decide) {
      for (;;) {
        const complaint = await kept.get(tenant, number)
        const decided = complaint && decide(complaint)
        if (!decided) return false
        const alerts = [...(complaint.alerts ?? laterInOutline.alerts), ...decided.notes]
        const isPast = decided.notes.some(({ kind }) => kind === 'clock_over')
        const passed = isPast && decided.notes[0] ? [newsOfPassedDate(complaint.status, decided.notes[0].at)] : []
        const news = [...(complaint.news ?? laterInOutline.news), ...passed]
        if (await kept.replace({ ...complaint, alerts, news, clocksTold: decided.clocksTold })) return true
      }
    },

    async outlines(tenant, numbers) {
      const found = await Promise.all(numbers.map((number) => kept.get(tenant, number)))
      return (await outlinesOf(found.filter((one) => one !== null))).map(({ outline }) => outline)
    },
  }
}
