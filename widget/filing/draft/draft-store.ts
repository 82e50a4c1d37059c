import type { Draft } from './draft.ts'

export interface DraftStore {
  /** The name under which a draft can be kept on the device; left out on a shared device. */
  readonly keptAs?: string
  load(): Draft | undefined
  save(draft: Draft): void
  clear(): void
}

/** A forgotten tab on a shared computer must not tell the next person anything. */
const LIFETIME = 2 * 60 * 60 * 1000

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

/**
 * Keeps the draft, with the identity, in the session storage of the tab. It survives a reload, and goes with the tab,
 * after sending, by quick exit, and after two hours without a change.
 */
export function openTabStore(name: string, now: () => number = Date.now): DraftStore {
  return {
    keptAs: `${name}:kept`,
    load() {
      let draft: Draft | undefined
      withStorage((kept) => {
        const text = kept.getItem(name)
        const entry = text ? JSON.parse(text) : undefined
        if (entry?.version === 1 && now() - entry.savedAt < LIFETIME) draft = entry.draft
        else kept.removeItem(name)
      })
      return draft
    },
    save: (draft) => withStorage((kept) => kept.setItem(name, JSON.stringify({ version: 1, savedAt: now(), draft }))),
    clear: () => withStorage((kept) => kept.removeItem(name)),
  }
}
