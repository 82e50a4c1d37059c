import { type Clock, DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'

/** It is longer than any case takes: an answer to an older message is a new message. */
const KNOWN_FOR = 730 * DAY

/** `id` is a keyed hash of the provider's id, which encodes the recipient's number. */
export interface SentMessage extends Kept {
  readonly sentAt: Instant
  /** `referenceOf` makes it. */
  readonly reference: string
}

export const whatsAppSentSpec: CollectionSpec<SentMessage> = {
  name: 'whatsappSent',
  keys: { sentAt: ({ sentAt }) => sentAt },
  indexes: { sent: { on: ['sentAt'], acrossTenants: true } },
}

/** Finds the case of an answer by the message that it refers to. */
export interface WhatsAppSent {
  remember(messageId: string, reference: string): Promise<void>
  /** It is `null` if the message is not ours. */
  referenceOf(messageId: string): Promise<string | null>
  sweep(): Promise<number>
}

export async function openWhatsAppSent(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<WhatsAppSent> {
  const kept = await store.collection(whatsAppSentSpec)
  const idOf = async (messageId: string) => (await hasher())(`whatsapp message ${messageId}`)

  return {
    async remember(messageId, reference) {
      const id = await idOf(messageId)
      await kept.insert({ tenant: PLATFORM, id, sentAt: now(), reference }).catch((error: unknown) => {
        // The answer and a report both announced it.
        if (!(error instanceof UniqueViolation)) throw error
      })
    },
    referenceOf: async (messageId) => (await kept.get(PLATFORM, await idOf(messageId)))?.reference ?? null,
    sweep: () => kept.deleteAcrossTenants('sent', { to: plusMilliseconds(now(), -KNOWN_FOR) }, 500),
  }
}
