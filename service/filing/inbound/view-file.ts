import type { HeldEvidence } from '../../keeping/evidence/held-evidence.ts'
import {
  COPY_TYPE,
  type CopyPicture,
  type FileGiven,
  hasViewingCopy,
  type OpenEvidencePorts,
  unsealFile,
} from '../../keeping/evidence/opened-evidence.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import { type ArrivalPorts, openArrival } from './arrival-access.ts'

export interface ViewFilePorts extends ArrivalPorts, OpenEvidencePorts {
  readonly heldEvidence: Collection<HeldEvidence>
  readonly copyPicture: CopyPicture
}

/**
 * Shows a picture of a message, rendered. Other files are given out only on a case, where they are scanned and each
 * access is logged.
 * @throws Refusal `staff/not-permitted`, `inbound/unknown`, `evidence/unknown`
 */
export async function viewArrivedFile(
  ports: ViewFilePorts,
  staff: StaffMember,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<FileGiven> {
  const { copyPicture, heldEvidence } = ports
  const arrival = await openArrival(ports, staff, id)
  const named = arrival.content.files.find((one) => one.id === file)
  const held = named && (await heldEvidence.get(arrival.tenant, file))
  const unknown = new Refusal('not-found', 'evidence/unknown')
  if (!named || !held || !hasViewingCopy(held)) throw unknown
  const original = await unsealFile(ports, arrival.tenant, held)
  const copy = await copyPicture(original, null)
  if (!copy) throw unknown
  return { name: named.name, type: COPY_TYPE, size: copy.length, bytes: copy }
}
