import type { DiskRoom } from '../../shared/free-room.ts'
import type { QuotaGuard } from './guard-quotas.ts'

/**
 * The disk is checked before the tenant's own quota.
 * @param evidenceOnDisk whether files go to that disk too
 */
export const keepRoom = (quotas: QuotaGuard, disk: DiskRoom, evidenceOnDisk: boolean): QuotaGuard => ({
  async beforeFiling(tenant, sender) {
    await disk.beforeFiling()
    await quotas.beforeFiling(tenant, sender)
  },
  async beforeUpload(tenant) {
    if (evidenceOnDisk) await disk.beforeFile()
    await quotas.beforeUpload(tenant)
  },
})
