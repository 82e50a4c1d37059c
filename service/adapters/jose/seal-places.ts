import { type Place, placeInWords } from '../../storage/place.ts'
import { SealRefused } from '../../storage/vault.ts'
import { headerIn, placeDigest } from './compact-jwe.ts'
import type { KeyRing } from './key-ring.ts'

/** Called for each seal that does not open in its place. */
export type TellRefused = (place: Place, document: string) => void

export interface SealPlaces {
  /** @throws Error for a seal of another place, and for one without a place once the tenant has none of those */
  refuseElsewhere(jwe: string, place: Place): Promise<void>
  /** Reports a seal that does not open, and returns the error to throw. */
  refusal(place: Place, document: string, cause: unknown): SealRefused
  /**
   * @param document holds the key; a case without a number yet uses its filing
   * @throws SealRefused where `open` throws
   */
  openInPlace<T>(place: Place, document: string, open: () => Promise<T>): Promise<T>
}

export function checkPlaces(ring: KeyRing, tellRefused?: TellRefused): SealPlaces {
  function refusal(place: Place, document: string, cause: unknown): SealRefused {
    tellRefused?.(place, document)
    return new SealRefused(place, document, { cause })
  }

  return {
    refusal,

    async refuseElsewhere(jwe, place) {
      const digest = headerIn(jwe).place
      if (digest === undefined ? await ring.takesUnbound(place.unit) : digest === placeDigest(placeInWords(place)))
        return
      throw new Error(digest === undefined ? 'The seal is bound to no place.' : 'The seal was made for another place.')
    },

    async openInPlace(place, document, open) {
      try {
        return await open()
      } catch (cause) {
        throw refusal(place, document, cause)
      }
    },
  }
}
