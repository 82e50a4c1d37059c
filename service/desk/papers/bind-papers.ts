import { caseKeyOf } from '../../case/store/case-seals.ts'
import { complaintSpec } from '../../case/store/complaint-spec.ts'
import { contentAt, paperSpec } from '../../keeping/papers/paper-store.ts'
import type { Store } from '../../storage/collection.ts'
import { type KeyHolder, sealBinder, withoutOwnKeys } from '../../storage/key-holder.ts'
import type { Vault } from '../../storage/vault.ts'

/** Binds the seals of papers to their places; the text opens with the key of the case. */
export async function paperHolder(store: Store, vault: Vault): Promise<KeyHolder> {
  const papers = await store.collection(paperSpec)
  const cases = await store.collection(complaintSpec)
  const bindSome = sealBinder(papers, vault, async (paper, renewal) => {
    const complaint = paper.content && (await cases.get(paper.tenant, paper.number))
    if (!complaint || !paper.content) return paper
    return { ...paper, content: await renewal.seal(caseKeyOf(complaint), contentAt(paper), paper.content) }
  })
  return withoutOwnKeys(bindSome)
}
