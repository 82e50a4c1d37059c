import { type Clock, DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'

/** WhatsApp takes free text for this long after the person last wrote to us. */
const WINDOW_LASTS = DAY

/** `id` is a keyed hash of the number; nothing else of the person is kept, and that for a day. */
interface HeardFrom extends Kept {
  readonly heardAt: Instant
}

const heardSpec: CollectionSpec<HeardFrom> = {
  name: 'whatsappWindows',
  keys: { heardAt: ({ heardAt }) => heardAt },
  indexes: { heard: { on: ['heardAt'], acrossTenants: true } },
}

export interface WhatsAppWindows {
  /** @param number country code and digits */
  heardFrom(number: string, at: Instant): Promise<void>
  isOpen(number: string): Promise<boolean>
  sweep(): Promise<number>
}

export async function openWhatsAppWindows(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<WhatsAppWindows> {
  const kept = await store.collection(heardSpec)
  const idOf = async (number: string) => (await hasher())(`whatsapp ${number}`)

  return {
    async heardFrom(number, at) {
      const id = await idOf(number)
      const known = await kept.get(PLATFORM, id)
      if (known && known.heardAt >= at) return
      if (known) return void (await kept.replace({ ...known, heardAt: at }))
      await kept.insert({ tenant: PLATFORM, id, heardAt: at }).catch((error: unknown) => {
        // The same person wrote twice at once, and the window is open either way.
        if (!(error instanceof UniqueViolation)) throw error
      })
    },

    async isOpen(number) {
      const known = await kept.get(PLATFORM, await idOf(number))
      return known !== null && plusMilliseconds(known.heardAt, WINDOW_LASTS) > now()
    },

    sweep: () => kept.deleteAcrossTenants('heard', { to: plusMilliseconds(now(), -WINDOW_LASTS) }, 500),
  }
}
