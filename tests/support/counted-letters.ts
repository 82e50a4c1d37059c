import { createConnection } from 'mongoose'
import type { CountingMark } from '../../service/adapters/mongo/counting-mark.ts'
import { keepSums, type SumKeeper } from '../../service/adapters/mongo/keep-sums.ts'
import { mongoCollection } from '../../service/adapters/mongo/mongo-collection.ts'
import type { CountedDocuments } from '../../service/adapters/mongo/mongo-counts.ts'
import { modelOf } from '../../service/adapters/mongo/mongo-documents.ts'
import { bringUp } from '../../service/adapters/mongo/mongo-upgrade.ts'
import type { Collection } from '../../service/storage/collection.ts'
import { aLetter, health, type Letter, letterSpec } from '../storage/conformance/letters.ts'

export interface CountedLetters {
  readonly letters: Collection<Letter>
  readonly sums: SumKeeper
  readonly counted: CountedDocuments<Letter>
  readonly mark: CountingMark
  close(): Promise<void>
}

/** Letters with the keeper of their sums, which a store keeps to itself. @param sent is told each command to the server */
export async function countedLetters(uri: string, sent: string[] = []): Promise<CountedLetters> {
  const connection = await createConnection(uri, { monitorCommands: true }).asPromise()
  connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName))
  const documents = modelOf(connection, letterSpec)
  const raise = (fault: unknown) => {
    throw fault
  }
  const mark = await bringUp(connection, documents, letterSpec, raise)
  const counted = { spec: letterSpec, documents, mark }
  const sums = keepSums(counted, raise)
  return {
    ...{ letters: mongoCollection(counted, sums), sums, counted, mark },
    async close() {
      sums.stop()
      await connection.close()
    },
  }
}

const statuses = ['received', '2026-10 verified', '2026-11 answered', 'closed']
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T

/** Files, changes or deletes one of these letters, whoever else does the same. */
export async function changeSomething(letters: Collection<Letter>, ids: readonly string[]): Promise<void> {
  const id = oneOf(ids)
  const found = await letters.get(health, id)
  const next = { status: oneOf(statuses), category: oneOf([null, 'service', 'bribe']) }
  if (!found) await letters.insert(aLetter({ id, series: id, ...next })).catch(() => {})
  else if (Math.random() < 0.2) await letters.delete(health, id)
  else await letters.replace({ ...found, ...next })
}

/** The counts as they follow from the letters themselves. */
export async function walked(letters: Collection<Letter>): Promise<Record<'status' | 'category', object>> {
  const all = await letters.walk(health, null, 10_000)
  const by = (key: 'status' | 'category') => {
    const counts: Record<string, number> = {}
    for (const one of all) if (one[key] !== null) counts[one[key]] = (counts[one[key]] ?? 0) + 1
    return counts
  }
  return { status: by('status'), category: by('category') }
}

export const kept = async (letters: Collection<Letter>): Promise<Record<'status' | 'category', object>> => ({
  status: await letters.countBy(health, 'status'),
  category: await letters.countBy(health, 'category'),
})
