import { followName } from '../filing/draft/draft-store.ts'
import type { Credentials } from '../service/client.ts'

/** Keeps number and code in this tab, only where the person asked for it. Blocked storage means: type again. */
export function tabMemory(name: string) {
  const key = followName(name)
  const storage = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      return use(sessionStorage)
    } catch {
      return undefined
    }
  }
  return {
    recall: (): Credentials | undefined => storage((kept) => JSON.parse(kept.getItem(key) ?? 'null')) ?? undefined,
    remember: (credentials: Credentials) => storage((kept) => kept.setItem(key, JSON.stringify(credentials))),
    forget: () => storage((kept) => kept.removeItem(key)),
  }
}
