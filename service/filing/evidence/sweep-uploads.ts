import type { EvidenceStore } from '../../case/evidence.ts'
import { BEFORE_ALL, type Clock } from '../../shared/instant.ts'
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
  let ended = 0
  for (const upload of items) {
    // A part that began to come before may have been kept meanwhile; from here on none can.
    if (!(await ports.openUploads.replace({ ...upload, expiresAt: BEFORE_ALL }))) continue
    await dropUpload(ports, upload)
    ended++
  }
  return ended
}
