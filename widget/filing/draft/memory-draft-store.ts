import type { Draft } from './draft.ts'
import type { DraftStore } from './draft-store.ts'

/** Keeps a draft in memory alone, so that not even a crash leaves it to the next person. */
export function openMemoryStore(): DraftStore {
  let kept: Draft | undefined
  return {
    savedAt: undefined,
    load: () => kept,
    save: (draft) => {
      kept = draft
    },
    clear: () => {
      kept = undefined
    },
  }
}
