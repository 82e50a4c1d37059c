import type { Instant } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import { scanDueAt } from '../evidence/scan.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import type { ScanQueue } from './scan-queue.ts'
import { dueFor } from './shared-queries.ts'

type WithEvidence = Pick<KeptComplaint, 'evidence'>

const withoutVerdict = ({ evidence }: WithEvidence) => evidence.filter((item) => scanDueAt(item) !== null)

/** These keys find and count cases with files to scan; they are `null` for every other case. */
export const scanKeys = {
  scanDueAt: (complaint: WithEvidence) => earliest(complaint.evidence.map(scanDueAt)),
  unscannedSince: (complaint: WithEvidence) => earliest(withoutVerdict(complaint).map(({ addedAt }) => addedAt)),
  unscannedFiles: (complaint: WithEvidence) => withoutVerdict(complaint).length || null,
}

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((first, moment) => (first === null || (moment !== null && moment < first) ? moment : first), null)

export function complaintScans(kept: Collection<KeptComplaint>): ScanQueue {
  return {
    async dueForScan(now, limit) {
      const { items } = await kept.findAcrossTenants({ ...dueFor('scanDueAt', now), limit })
      return items.map(({ tenant, id, evidence }) => ({
        tenant,
        number: id,
        items: evidence.filter((item) => isDue(scanDueAt(item), now)),
      }))
    },

    async unscannedSince() {
      const { items } = await kept.findAcrossTenants({ index: 'unscanned', limit: 1 })
      return items[0] ? scanKeys.unscannedSince(items[0]) : null
    },

    async countUnscanned(tenant) {
      const cases = await kept.countBy(tenant, 'unscannedFiles')
      return Object.entries(cases).reduce((sum, [files, count]) => sum + Number(files) * count, 0)
    },
  }
}

const isDue = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt <= now
