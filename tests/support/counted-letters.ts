import { isDeepStrictEqual } from 'node:util'
import { createConnection } from 'mongoose'
import { mongoCollection } from '../../service/adapters/mongo/mongo-collection.ts'
import { modelOf } from '../../service/adapters/mongo/mongo-documents.ts'
import type { CountingMark } from '../../service/adapters/mongo/mongo-errors.ts'
import type { CountedDocuments } from '../../service/adapters/mongo/mongo-reads.ts'
import { bringUp } from '../../service/adapters/mongo/mongo-upgrade.ts'
import { keepSums, type SumKeeper } from '../../service/adapters/mongo/sum-keeping.ts'
import type { Collection } from '../../service/storage/collection.ts'
import { aLetter, health, type Letter, letterSpec } from '../storage/conformance/letters.ts'

export interface CountedLetters {
  readonly letters: Collection<Letter>
  readonly sums: SumKeeper
  readonly counted: CountedDocuments<Letter>
  readonly mark: CountingMark
  close(): Promise<void>
}

/**
 * Letters with the keeper of their sums, which a store keeps to itself.
 * @param sent takes the name of each command to the server
 * @param atOnce of so many letters all are brought up before they are used
 */
export async function countedLetters(uri: string, sent: string[] = [], atOnce = 100): Promise<CountedLetters> {
  const connection = await createConnection(uri, { monitorCommands: true }).asPromise()
  connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName))
  const documents = modelOf(connection, letterSpec)
  const raise = (fault: unknown) => {
    throw fault
  }
  const { mark } = await bringUp(documents, letterSpec, { connection, onFault: raise, tell: () => {}, atOnce })
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

/** Files, changes or deletes one of these letters, while others do the same. */
export async function changeSomething(letters: Collection<Letter>, ids: readonly string[]): Promise<void> {
  const id = oneOf(ids)
  const found = await letters.get(health, id)
  const next = { status: oneOf(statuses), category: oneOf([null, 'service', 'bribe']) }
  if (!found) await letters.insert(aLetter({ id, series: id, ...next })).catch(() => {})
  else if (Math.random() < 0.2) await letters.delete(health, id)
  else await letters.replace({ ...found, ...next })
}

/** The counts as they follow from the letters themselves. */
export const walked = async (letters: Collection<Letter>): Promise<Counts> => countsOf(await allOf(letters))

export const kept = async (letters: Collection<Letter>): Promise<Counts> => ({
  status: await letters.countBy(health, 'status'),
  category: await letters.countBy(health, 'category'),
})

/**
 * The counts that are kept and those that follow from the letters, of one moment: they are read again where a letter
 * changed meanwhile. A server may still carry out the last command of a process that was killed.
 */
export async function keptAndWalked(letters: Collection<Letter>): Promise<readonly [Counts, Counts]> {
  for (;;) {
    const before = await allOf(letters)
    const counts = await kept(letters)
    if (isDeepStrictEqual(await allOf(letters), before)) return [counts, countsOf(before)]
  }
}

type Counts = Record<'status' | 'category', object>

const allOf = (letters: Collection<Letter>) => letters.walk(health, null, 10_000)

function countsOf(all: readonly Letter[]): Counts {
  const by = (key: 'status' | 'category') => {
    const counts: Record<string, number> = {}
    for (const one of all) if (one[key] !== null) counts[one[key]] = (counts[one[key]] ?? 0) + 1
    return counts
  }
  return { status: by('status'), category: by('category') }
}
