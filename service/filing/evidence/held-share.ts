import { MOST_HELD } from '../../keeping/evidence/held-evidence.ts'
import { standardQuotas, type Tenant } from '../../offices/tenants/tenant.ts'
import { mostBytesOf } from './receive-evidence.ts'

export interface HeldShare {
  readonly ofUnit: number
  readonly ofAddress: number
}

export const unlimitedShare: HeldShare = { ofUnit: Number.POSITIVE_INFINITY, ofAddress: Number.POSITIVE_INFINITY }

const GIGABYTE = 1_000_000_000

/**
 * Returns a fiftieth of the tenant's evidence quota, at least all files of one complaint, and at most 2 GB. One address
 * may use a quarter of it, and always one file.
 */
export function heldShareOf({ quotas, settings }: Pick<Tenant, 'quotas' | 'settings'>): HeldShare {
  const quota = { ...standardQuotas, ...quotas }.evidenceGigabytes * GIGABYTE
  const oneFile = mostBytesOf(settings)
  const oneComplaint = oneFile * settings.evidence.maxFiles
  const ofUnit = Math.min(MOST_HELD, Math.max(quota / 50, oneComplaint))
  return { ofUnit, ofAddress: Math.max(ofUnit / 4, oneFile) }
}
