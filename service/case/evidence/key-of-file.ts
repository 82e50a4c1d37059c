import { ownKeyIn } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { LaidKey } from '../../storage/vault.ts'
import type { EvidenceItem } from '../shape/evidence.ts'

export const keyOfFile = (tenant: TenantId, { id, key }: Pick<EvidenceItem, 'id' | 'key'>): LaidKey =>
  ownKeyIn('evidence')({ tenant, id, key })
