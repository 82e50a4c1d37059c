import type { CheckableChannel, NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import type { Collection, IndexRow, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { SealedIdentity, Vault } from '../../storage/vault.ts'
import type { Dossier } from '../shape/complaint.ts'
import { contactOf, tagOf } from './case-seals.ts'
import type { KeptComplaint } from './kept-complaint.ts'

/** The stored field is called after the telephone, which was all that counted at first. */
export const hasProvenPhone = (identity: SealedIdentity | null, dossier: Dossier): boolean =>
  hasProvenContact(identity, dossier, 'sms') || hasProvenContact(identity, dossier, 'email')

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

/** An address in lower case, or country code and digits. */
export interface SenderContact {
  readonly channel: CheckableChannel
  readonly address: string
}

interface Marks {
  readonly email: string | null
  readonly phone: string | null
}

/**
 * Finds open cases by an address or number that their reporter gave. The store does not reveal which cases share one:
 * each contact is opened once, and only hashes, keyed by the tenant, are kept in memory. Whether it was confirmed is
 * left to the caller, who has the case.
 */
export function casesByContact(kept: Collection<KeptComplaint>, vault: Vault) {
  const remembered = new Map<string, Marks>()

  async function marksOf(tenant: TenantId, { id, values }: IndexRow, hash: (text: string) => string): Promise<Marks> {
    const name = `${tenant} ${id} ${values[1]}`
    const known = remembered.get(name)
    if (known) return known
    const found = await kept.get(tenant, id)
    const contact = found && (await contactOf(vault, { ...found, tenant }))
    const number = contact?.phone ? internationalNumber(contact.phone) : null
    const marks = {
      email: contact?.email ? hash(markText('email', contact.email.toLowerCase())) : null,
      phone: number && hash(markText('sms', number)),
    }
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(name, marks)
    return marks
  }

  /** The newest case comes first. */
  return async (tenant: TenantId, { channel, address }: SenderContact, limit: number): Promise<readonly string[]> => {
    const hash = await vault.hasher(tenant, 'notice')
    const wanted = hash(markText(channel, address))
    const found: string[] = []
    let after: string | null = null
    do {
      const query = { index: 'provenPhone', order: 'descending', limit: PAGE, ...(after && { after }) } as const
      const page: Page<IndexRow> = await kept.rows(tenant, query)
      for (const row of page.items) {
        if (found.length >= limit) break
        const { email, phone } = await marksOf(tenant, row, hash)
        if ((channel === 'email' ? email : phone) === wanted) found.push(row.id)
      }
      after = page.nextCursor
    } while (after && found.length < limit)
    return found
  }
}

const markText = (channel: CheckableChannel, address: string): string =>
  channel === 'email' ? `confirmed email\n${address}` : `confirmed phone\n${address}`
