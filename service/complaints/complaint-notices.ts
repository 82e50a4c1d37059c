import { dueIn, leased, type Notice } from '../notices/notice.ts'
import type { NoticeQueue } from '../notices/notice-queue.ts'
import type { Collection } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptComplaint } from './complaint-store.ts'

/** How many waiting cases a deliverer looks at, so that several deliverers do not all reach for the first. */
const CANDIDATES = 3

/** The notices that lie in complaints, as a queue. It opens no dossier: what it needs is in the outline. */
export function complaintNotices(kept: Collection<KeptComplaint>): NoticeQueue {
  return {
    async claimDue(line, now, leaseUntil) {
      const { items } = await kept.findAcrossTenants({
        index: 'noticeDue',
        where: { noticeLine: line },
        range: { to: now },
        limit: CANDIDATES,
      })
      for (const complaint of items) {
        const due = dueIn(complaint.notices, line, now)
        if (!due) continue
        const saved = await kept.replace(withNotice(complaint, due.id, (notice) => leased(notice, leaseUntil)))
        if (!saved) continue
        const { language, noticeChannels, identity, privacy, status, clocks, key, dossier } = saved
        const told = { privacy, status, clocks, key, dossier }
        const tenant = saved.tenant as TenantId
        return { tenant, number: saved.id, language, noticeChannels, identity, told, notice: due }
      }
      return null
    },

    waitingIn: (tenant, line, paging) =>
      kept.find(tenant, { index: 'noticeWaiting', where: { noticeLine: line }, ...paging }),

    async record(tenant, number, noticeId, change) {
      for (;;) {
        const complaint = await kept.get(tenant, number)
        if (!complaint) return
        if (await kept.replace(withNotice(complaint, noticeId, change))) return
      }
    },
  }
}

const withNotice = (complaint: KeptComplaint, id: string, change: (notice: Notice) => Notice): KeptComplaint => ({
  ...complaint,
  notices: complaint.notices.map((notice) => (notice.id === id ? change(notice) : notice)),
})
