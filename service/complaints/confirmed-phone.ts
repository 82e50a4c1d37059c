import type { ContactPoints, Vault } from '../identity/vault.ts'
import { internationalNumber } from '../notices/channels/telephone.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Complaint, Dossier } from './complaint.ts'

/** By what a case is found whose reporter confirmed a number: a keyed hash, among the hashes of its words. */
export const phoneMark = async (vault: Vault, tenant: TenantId, phone: string): Promise<string> =>
  (await vault.hasher(tenant, 'notice'))(`confirmed phone\n${phone}`)

/** The mark of a number that a code proved to reach the reporter; none for any other, and none once it is forgotten. */
export async function confirmedPhoneMark(
  vault: Vault,
  { tenant, identity }: Pick<Complaint, 'tenant' | 'identity'>,
  { contactChecks }: Pick<Dossier, 'contactChecks'>,
): Promise<readonly string[]> {
  const isProven = contactChecks.some(({ channel, confirmedAt }) => channel !== 'email' && confirmedAt !== null)
  if (!identity || !isProven) return []
  const { phone } = (await vault.open(tenant, identity.key, identity.contact)) as ContactPoints
  const number = phone && internationalNumber(phone)
  return number ? [await phoneMark(vault, tenant, number)] : []
}
