import { setTimeout } from 'node:timers/promises'
import { type CollectionSpec, type Kept, StoreUnavailable } from '../../storage/collection.ts'
import { shapeOf, TRIED_AGAIN_AFTER, type Underived } from '../../storage/migrations.ts'
import type { Upgrade } from './begin-upgrade.ts'
import { keysOfRow } from './sqlite-rows.ts'
import { tableOf } from './sqlite-schema.ts'
import type { StoreThread } from './sqlite-thread.ts'
import type { FoundRow } from './thread-orders.ts'
import type { Writer } from './writer.ts'

/** Others write between two batches, and wait no longer than one takes. */
const BATCH = 100

export interface RunningUpgrade {
  readonly underived: Underived
  /** Resolves once it has stopped; a later start goes on from there. */
  stop(): Promise<void>
}

interface UpgradeParts {
  readonly writer: Writer
  readonly lists: StoreThread
  readonly onEnd: () => void
  readonly onFault: (cause: unknown) => void
}

/** Makes what is missing step by step while the collection is used. Each step is whole, so it can be killed anywhere. */
export function runUpgrade<D extends Kept>(
  spec: CollectionSpec<D>,
  { older, indexes }: Upgrade,
  { writer, lists, onEnd, onFault }: UpgradeParts,
): RunningUpgrade {
  const missing = new Set(indexes.flatMap(({ name }) => name ?? []))
  const keys = new Set(older?.keys)
  const counted = new Set(older?.uncounted)
  const stopping = new AbortController()
  const { signal } = stopping

  const left = [...indexes]
  let after = older?.after ?? 0

  async function makeIndexes(): Promise<void> {
    for (let [next] = left; next && !signal.aborted; [next] = left) {
      await writer.write({ act: 'change', statements: [next.statement] })
      if (next.name !== null) missing.delete(next.name)
      left.shift()
    }
  }

  async function deriveKeys(): Promise<void> {
    if (!older) return
    const sql = `SELECT "row", "id", "version", "body" FROM ${tableOf(spec.name)}
      WHERE "row" > ? AND "row" <= ? ORDER BY "row" LIMIT ${BATCH}`
    while (!signal.aborted) {
      const [found = []] = await lists.ask({ act: 'select', selects: [{ sql, values: [after, older.until] }] })
      if (found.length === 0 && (await finish())) return
      const rows = found.map((one) => derivedRow(spec, one))
      if (rows.length > 0) await writer.write({ act: 'derive', collection: spec.name, rows })
      after = rows.at(-1)?.row ?? after
    }
  }

  /** A row that was deleted may have left its number to a new one meanwhile. */
  async function finish(): Promise<boolean> {
    const isDone = await writer.write({ act: 'finish', collection: spec.name, statements: lastStatements(spec) })
    if (isDone) {
      keys.clear()
      counted.clear()
    }
    return isDone
  }

  async function untilDone(): Promise<void> {
    while (!signal.aborted) {
      try {
        await makeIndexes()
        await deriveKeys()
        if (!signal.aborted) onEnd()
        return
      } catch (cause) {
        if (signal.aborted) return
        onFault(cause)
        // Documents that break a unique index will not be others by waiting.
        if (!(cause instanceof StoreUnavailable)) return
        await setTimeout(TRIED_AGAIN_AFTER, undefined, { ref: false, signal }).catch(() => {})
      }
    }
  }

  const running = untilDone()

  return {
    underived: { keys, indexes: missing, counted },
    stop() {
      stopping.abort()
      return running
    },
  }
}

function lastStatements<D extends Kept>(spec: CollectionSpec<D>): readonly string[] {
  const name = quoted(spec.name)
  return [
    `UPDATE "aduan_collection" SET "shape" = ${quoted(shapeOf(spec))} WHERE "name" = ${name}`,
    `DELETE FROM "aduan_upgrade" WHERE "name" = ${name}`,
  ]
}

const derivedRow = <D extends Kept>(spec: CollectionSpec<D>, { row, id = null, version, body }: FoundRow) => ({
  ...{ row: Number(row), id, version: Number(version) },
  keys: keysOfRow(spec, JSON.parse(String(body))),
})

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
