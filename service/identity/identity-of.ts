import type { Complaint } from '../complaints/complaint.ts'
import type { Identity, Vault } from './vault.ts'

/** Who the reporter is, for the machine alone, to compare words with; nobody is shown it. */
export async function identityOf(
  vault: Vault,
  { tenant, identity }: Pick<Complaint, 'tenant' | 'identity'>,
): Promise<Identity | null> {
  return identity && ((await vault.open(tenant, identity.key, identity.identity)) as Identity)
}
