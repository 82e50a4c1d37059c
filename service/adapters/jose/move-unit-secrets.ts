import { type Store, UniqueViolation } from '../../storage/collection.ts'
import { secretSpec } from './wrapped-secret.ts'

const PAGE = 200

/**
 * Earlier versions kept the secrets among the cases; this moves them into a store of their own, and continues after a
 * crash.
 */
export async function moveUnitSecrets(from: Store, to: Store): Promise<void> {
  const [before, kept] = await Promise.all([from.collection(secretSpec), to.collection(secretSpec)])
  for (;;) {
    const { items } = await before.findAcrossTenants({ index: 'everywhere', limit: PAGE })
    if (items.length === 0) return
    for (const { version: _, ...secret } of items) {
      await kept.insert(secret).catch(unlessTaken)
      await before.delete(secret.tenant, secret.id)
    }
    await from.purge()
  }
}

function unlessTaken(cause: unknown): void {
  if (!(cause instanceof UniqueViolation)) throw cause
}
