import { createHash } from 'node:crypto'
import type { Inventories } from '../offices/tenants/tenant-directory.ts'
import type { UnitCollection } from './unit-collections.ts'

/** What a tenant has here, kind by kind, to be compared between two installations. */
export async function takeInventory(collections: readonly UnitCollection[], unit: string): Promise<Inventories> {
  const found: Record<string, { count: number; ids: string }> = {}
  for (const collection of collections) {
    const ids: string[] = []
    for await (const { id } of collection.walk(unit)) ids.push(id)
    const digest = createHash('sha256').update(ids.sort().join('\n')).digest('hex')
    found[collection.name] = { count: ids.length, ids: digest }
  }
  return found
}
