import type { Draft } from './draft.ts'
import type { DraftStore } from './draft-store.ts'

/** Keeps a draft in memory and nowhere else: not even a crash leaves it to the next person. */
export function memoryDraftStore(): DraftStore {
  let kept: Draft | undefined
  return {
    load: () => kept,
    save: (draft) => {
      kept = draft
    },
    clear: () => {
      kept = undefined
    },
  }
}
