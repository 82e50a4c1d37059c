import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { internationalNumber } from '../../shared/telephone.ts'
import type { Collection, IndexRow, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { SealedIdentity, Vault } from '../../storage/vault.ts'
import type { Dossier } from '../shape/complaint.ts'
import { tagOf } from './case-seals.ts'
import { contactOf } from './identity-of.ts'
import type { KeptComplaint } from './kept-complaint.ts'

export const hasProvenPhone = (identity: SealedIdentity | null, dossier: Dossier): boolean =>
  hasProvenContact(identity, dossier, 'sms')

/** WhatsApp and SMS share the number, so a code on either confirms both. */
export const hasProvenContact = (
  identity: SealedIdentity | null,
  { contactChecks }: Pick<Dossier, 'contactChecks'>,
  channel: NoticeChannel,
): boolean =>
  identity !== null &&
  contactChecks.some(
    (check) => (check.channel === 'email') === (channel === 'email') && check.confirmedAt !== null && !check.replaced,
  )

/** The token differs for every sealing of a contact. */
export const contactToken = (identity: SealedIdentity | null): string | null =>
  identity ? tagOf(identity.contact) : null

const MOST_REMEMBERED = 50_000
const PAGE = 500

/**
 * Finds open cases whose reporter confirmed a number. The store does not reveal which cases share one: each contact is
 * opened once, and only a hash is kept in memory.
 */
export function casesByPhone(kept: Collection<KeptComplaint>, vault: Vault) {
  const remembered = new Map<string, string | null>()

  async function markOf(tenant: TenantId, { id, values }: IndexRow, hash: (text: string) => string) {
    const name = `${tenant} ${id} ${values[1]}`
    const known = remembered.get(name)
    if (known !== undefined) return known
    const found = await kept.get(tenant, id)
    const contact = found && (await contactOf(vault, { ...found, tenant }))
    const number = contact?.phone ? internationalNumber(contact.phone) : null
    const mark = number && hash(`confirmed phone\n${number}`)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(name, mark)
    return mark
  }

  /**
   * The newest case comes first.
   * @param phone country code and digits
   */
  return async (tenant: TenantId, phone: string, limit: number): Promise<readonly string[]> => {
    const hash = await vault.hasher(tenant, 'notice')
    const wanted = hash(`confirmed phone\n${phone}`)
    const found: string[] = []
    let after: string | null = null
    do {
      const query = { index: 'provenPhone', order: 'descending', limit: PAGE, ...(after && { after }) } as const
      const page: Page<IndexRow> = await kept.rows(tenant, query)
      for (const row of page.items) {
        if (found.length < limit && (await markOf(tenant, row, hash)) === wanted) found.push(row.id)
      }
      after = page.nextCursor
    } while (after && found.length < limit)
    return found
  }
}
