import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { bringUpSchema, schemaSpec } from '../../service/storage/migrations.ts'
import { organisasi } from './two-units.ts'

// Migrates without an end until somebody kills it; says each step on stdout.
const [folder = ''] = process.argv.slice(2)
const store = await openSqliteStore({ folder })
const versions = await store.collection(schemaSpec)
const endless = {
  to: 2,
  what: 'Without an end',
  size: async () => 0,
  async step(_unit: string, after: string | null) {
    const next = Number(after ?? 0) + 1
    process.stdout.write(`${next}\n`)
    return { after: String(next), documents: 1 }
  },
}
await bringUpSchema({ versions, units: async () => [organisasi], migrations: [endless] }, () => ({
  add() {},
  end() {},
}))
