import { ownKeyIn } from '../identity/own-key.ts'
import type { LaidKey } from '../identity/vault.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { EvidenceItem } from './evidence.ts'

export const keyOfFile = (tenant: TenantId, { id, key }: Pick<EvidenceItem, 'id' | 'key'>): LaidKey =>
  ownKeyIn('evidence')({ tenant, id, key })
