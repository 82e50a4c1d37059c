import type { Complaint } from '../complaints/complaint.ts'
import type { DeskPorts } from '../complaints/desk.ts'
import type { ReporterAccess } from '../complaints/follow-complaint.ts'
import type { Identity } from '../identity/vault.ts'

/** A complaint with the identity as its reporter gave it; `null` where none was given or it was withdrawn. */
export interface OwnData {
  readonly complaint: Complaint
  readonly identity: Identity | null
}

/** All that the office keeps about a reporter, for nobody but who holds the code. */
export async function readOwnData(
  { complaints, vault }: DeskPorts,
  { tenant, number }: ReporterAccess,
): Promise<OwnData> {
  const complaint = await complaints.get(tenant, number)
  const { identity: sealed } = complaint
  const identity = sealed && ((await vault.open(tenant, sealed.key, sealed.identity)) as Identity)
  return { complaint, identity }
}
