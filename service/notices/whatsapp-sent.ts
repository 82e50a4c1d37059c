import { type Clock, DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
import { PLATFORM } from '../tenants/tenant-id.ts'

/** Longer than any case takes: an answer to an older message is a new message. */
const KNOWN_FOR = 730 * DAY

/** A WhatsApp message of ours. `id` is a keyed hash of the provider's, which spells the recipient's number. */
interface SentMessage extends Kept {
  readonly sentAt: Instant
  /** As `referenceOf` makes it. */
  readonly reference: string
}

const sentSpec: CollectionSpec<SentMessage> = {
  name: 'whatsappSent',
  keys: { sentAt: ({ sentAt }) => sentAt },
  indexes: { sent: { on: ['sentAt'], acrossTenants: true } },
}

/** By what an answer on WhatsApp finds its case: the message that it answers. */
export interface WhatsAppSent {
  remember(messageId: string, reference: string): Promise<void>
  /** The reference of a message of ours; `null` for any other. */
  referenceOf(messageId: string): Promise<string | null>
  sweep(): Promise<number>
}

export async function openWhatsAppSent(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<WhatsAppSent> {
  const kept = await store.collection(sentSpec)
  const idOf = async (messageId: string) => (await hasher())(`whatsapp message ${messageId}`)

  return {
    async remember(messageId, reference) {
      const id = await idOf(messageId)
      await kept.insert({ tenant: PLATFORM, id, sentAt: now(), reference }).catch((error: unknown) => {
        // Told by the answer and by a report: known already.
        if (!(error instanceof UniqueViolation)) throw error
      })
    },
    referenceOf: async (messageId) => (await kept.get(PLATFORM, await idOf(messageId)))?.reference ?? null,
    sweep: () => kept.deleteAcrossTenants('sent', { to: plusMilliseconds(now(), -KNOWN_FOR) }, 500),
  }
}
