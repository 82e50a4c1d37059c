// A process that claims numbers in a store as fast as it can and tells of each on standard output.
// Usage: write-letters.ts FOLDER. Runs until it is killed or the store refuses.
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { aLetter, health, letterSpec } from '../storage/conformance/letters.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Which folder?')

const tell = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`)

async function claimWithoutEnd(): Promise<void> {
  const store = await openSqliteStore({ folder: folder ?? '' })
  const letters = await store.collection(letterSpec)
  const writers = Array.from({ length: 8 }, async () => {
    for (;;) {
      const { id } = await letters.insertNext('series', { tenant: health, series: '2026' }, (number) =>
        aLetter({ id: `2026-${number}`, series: '2026', number, body: 'x'.repeat(2_000) }),
      )
      tell({ acknowledged: id })
    }
  })
  await Promise.race(writers)
}

claimWithoutEnd().catch(({ name, message }: Error) => {
  tell({ failure: { name, message } })
  process.stdout.once('drain', () => process.exit(1))
  setImmediate(() => process.exit(1))
})
