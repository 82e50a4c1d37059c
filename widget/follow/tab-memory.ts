import { nameFollowing } from '../filing/draft/draft-store.ts'
import type { Credentials } from '../service/client.ts'
import { writeJson } from '../service/write-json.ts'

/** Keeps number and code in this tab, if the person wants that. Where storage is blocked, they are typed again. */
export function openTabMemory(name: string) {
  const key = nameFollowing(name)
  const storage = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      return use(sessionStorage)
    } catch {
      return undefined
    }
  }
  return {
    recall: (): Credentials | undefined => storage((kept) => JSON.parse(kept.getItem(key) ?? 'null')) ?? undefined,
    remember: (credentials: Credentials) => storage((kept) => kept.setItem(key, writeJson(credentials))),
    forget: () => storage((kept) => kept.removeItem(key)),
  }
}
