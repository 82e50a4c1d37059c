import { contactOf } from '../identity/identity-of.ts'
import type { Vault } from '../identity/vault.ts'
import { internationalNumber } from '../notices/channels/telephone.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Complaint, Dossier } from './complaint.ts'

/** By what a case is found whose reporter confirmed a number: a keyed hash, among the hashes of its words. */
export const phoneMark = async (vault: Vault, tenant: TenantId, phone: string): Promise<string> =>
  (await vault.hasher(tenant, 'notice'))(`confirmed phone\n${phone}`)

/** The mark of a number that a code proved to reach the reporter; none for any other, and none once it is forgotten. */
export async function confirmedPhoneMark(
  vault: Vault,
  complaint: Pick<Complaint, 'tenant' | 'identity' | 'filing'>,
  { contactChecks }: Pick<Dossier, 'contactChecks'>,
): Promise<readonly string[]> {
  const isProven = contactChecks.some(({ channel, confirmedAt }) => channel !== 'email' && confirmedAt !== null)
  const contact = isProven ? await contactOf(vault, complaint) : null
  const number = contact?.phone && internationalNumber(contact.phone)
  return number ? [await phoneMark(vault, complaint.tenant, number)] : []
}
