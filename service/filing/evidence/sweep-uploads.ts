import type { EvidenceStore } from '../../case/evidence/evidence-store.ts'
import type { Clock } from '../../shared/instant.ts'
import { dropUpload } from './continue-upload.ts'
import type { UploadPorts } from './open-upload.ts'

/**
 * Destroys uploads that were not finished in time.
 * @returns how many
 */
export async function sweepUploads(
  ports: UploadPorts & { readonly evidenceStore: EvidenceStore; readonly now: Clock },
): Promise<number> {
  const range = { to: ports.now() }
  const { items } = await ports.openUploads.findAcrossTenants({ index: 'expires', range, limit: 100 })
  for (const upload of items) await dropUpload(ports, upload)
  return items.length
}
