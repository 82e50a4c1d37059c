import { caseKeyOf, identityKeyOf } from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import { letterPlace, letterSpec } from '../../keeping/letters/letter-store.ts'
import type { Store } from '../../storage/collection.ts'
import { type KeyHolder, sealBinder, withoutOwnKeys } from '../../storage/key-holder.ts'
import type { Vault } from '../../storage/vault.ts'
import { markOf } from './letter-access.ts'

/** Binds the seals of letters to their places: texts open with the key of their case, papers with the identity's. */
export async function letterHolder(store: Store, vault: Vault): Promise<KeyHolder> {
  const letters = await store.collection(letterSpec)
  const cases = await store.collection(complaintSpec)
  const bindSome = sealBinder(letters, vault, async (letter, renewal) => {
    const { content, approved } = letter
    const complaint = content && (await cases.get(letter.tenant, letter.number))
    if (!complaint) return letter
    const { identity } = complaint
    const words = await renewal.seal(caseKeyOf(complaint), letterPlace(letter, 'content'), content)
    // The paper of an identity that was corrected since opens with no key any more.
    if (!approved?.paper || !identity || approved.addressMark !== markOf(identity)) return { ...letter, content: words }
    const paper = await renewal.seal(identityKeyOf(complaint, identity), letterPlace(letter, 'paper'), approved.paper)
    return { ...letter, content: words, approved: { ...approved, paper } }
  })
  return withoutOwnKeys(bindSome)
}
