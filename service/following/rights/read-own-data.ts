import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import type { Identity } from '../../storage/vault.ts'
import type { OpenedByCode } from '../follow-complaint.ts'
import { holderOf } from './identity-holders.ts'

/** `identity` is `null` if none was given or it was withdrawn. */
export interface OwnData {
  readonly complaint: Complaint
  readonly identity: Identity | null
}

/** Only for the holder of the code. */
export async function readOwnData({ complaints, vault }: CaseActionPorts, opened: OpenedByCode): Promise<OwnData> {
  const complaint = await complaints.whole(await complaints.get(opened.tenant, opened.number))
  return { complaint, identity: await identityOf(vault, holderOf({ ...opened, complaint })) }
}
