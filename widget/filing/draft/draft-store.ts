import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { writeJson } from '../../service/exchange.ts'
import type { Draft } from './draft.ts'

export interface DraftStore {
  /** The name under which a draft can be kept on the device; left out on a shared device. */
  readonly keptAs?: string
  /** When the draft was last changed, by `Date.now()`; `undefined` where there is none. */
  readonly savedAt: number | undefined
  load(): Draft | undefined
  save(draft: Draft): void
  clear(): void
  /** Holds a receipt for this tab until the person leaves it, because a phone may close a tab in the background. */
  hold?(receipt?: ReceiptView): void
  held?(): ReceiptView | undefined
}

// If storage is blocked, full or unreadable, nothing on the screen is lost.
const withStorage = (use: (storage: Storage) => void): void => {
  try {
    use(sessionStorage)
  } catch {}
}

/** Says whether a draft is kept on the device. */
export function isKept({ keptAs = '' }: DraftStore): boolean {
  try {
    return keptAs in localStorage
  } catch {
    return false
  }
}

/** Names the place for number and code in the tab. */
export const nameFollowing = (name: string): string => `${name}:follow`

/** Removes draft, number and code of this unit from the tab. */
export function forgetTab(name: string): void {
  withStorage((kept) => {
    kept.removeItem(name)
    kept.removeItem(nameFollowing(name))
  })
}

/** A draft with its date, or a receipt. */
type Entry = ReceiptView & { readonly version?: number; readonly savedAt?: number; readonly draft?: Draft }

/**
 * Keeps the draft, with the identity, in the session storage of the tab. It survives a reload, and goes with the tab,
 * after sending, and by quick exit.
 */
export function openTabStore(name: string, now: () => number = Date.now): DraftStore {
  const read = (key: string) => {
    let entry: Entry | undefined
    withStorage((kept) => {
      entry = JSON.parse(kept.getItem(key) ?? '{}')
    })
    return entry
  }
  const write = (key: string, entry: unknown) => withStorage((kept) => kept.setItem(key, writeJson(entry)))
  const following = nameFollowing(name)
  return {
    keptAs: `${name}:kept`,
    get savedAt() {
      return read(name)?.savedAt
    },
    load() {
      const entry = read(name)
      return entry?.version === 1 ? entry.draft : undefined
    },
    save: (draft) => write(name, { version: 1, savedAt: now(), draft }),
    clear: () => withStorage((kept) => kept.removeItem(name)),
    hold: (receipt) => write(following, receipt ?? {}),
    held() {
      const receipt = read(following)
      return receipt?.followUpUrl ? receipt : undefined
    },
  }
}

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
