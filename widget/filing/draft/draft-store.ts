import type { Draft } from './draft.ts'

export interface DraftStore {
  /** Name under which a draft stays on the device, for who asks for it; left out where none may stay. */
  readonly keptAs?: string
  load(): Draft | undefined
  save(draft: Draft): void
  clear(): void
}

/** A forgotten tab on a shared computer must not tell the next person anything. */
const LIFETIME = 2 * 60 * 60 * 1000

// Blocked, full or unreadable storage loses nothing that is on the screen.
const withStorage = (use: (storage: Storage) => void): void => {
  try {
    use(sessionStorage)
  } catch {}
}

/** Whether a draft stays on the device. */
export function isKept({ keptAs = '' }: DraftStore): boolean {
  try {
    return keptAs in localStorage
  } catch {
    return false
  }
}

/** Where number and code stay when somebody asks for it. */
export const followName = (name: string): string => `${name}:follow`

/** Leaves nothing of this unit in the tab: no draft, no number, no code. */
export function forgetTab(name: string): void {
  withStorage((kept) => {
    kept.removeItem(name)
    kept.removeItem(followName(name))
  })
}

/**
 * Keeps the draft in the tab's session storage, identity included: nothing is lost on a reload, and it goes with the
 * tab, with the send, with quick exit, and after two hours untouched.
 */
export function tabDraftStore(name: string, now: () => number = Date.now): DraftStore {
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
