import type { DeskPorts } from '../complaints/desk.ts'
import type { OpenedByCode } from '../complaints/follow-complaint.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import { identityOf } from '../identity/identity-of.ts'
import type { Identity } from '../identity/vault.ts'
import { holderOf } from './identity-holders.ts'

/** A complaint with the identity as its reporter gave it; `null` where none was given or it was withdrawn. */
export interface OwnData {
  readonly complaint: Complaint
  readonly identity: Identity | null
}

/** All that the office keeps about a reporter, for nobody but who holds the code. */
export async function readOwnData({ complaints, vault }: DeskPorts, opened: OpenedByCode): Promise<OwnData> {
  const complaint = await complaints.whole(await complaints.get(opened.tenant, opened.number))
  return { complaint, identity: await identityOf(vault, holderOf({ ...opened, complaint })) }
}
