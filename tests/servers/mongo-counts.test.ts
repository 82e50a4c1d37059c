import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { createConnection } from 'mongoose'
import { afterAll, describe, expect, it } from 'vitest'
import { modelOf } from '../../service/adapters/mongo/mongo-documents.ts'
import { countOpen } from '../../service/adapters/mongo/mongo-sums.ts'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { compareSums } from '../../service/adapters/mongo/sum-keeping.ts'
import { aLetter, health, letterSpec, permits } from '../storage/conformance/letters.ts'
import { AT_ONCE, earlierSpec } from '../storage/upgrade-conformance.ts'
import { builtProgram } from '../support/built-program.ts'
import { changeSomething, countedLetters, kept, keptAndWalked, walked } from '../support/counted-letters.ts'
import { startMongoServer } from '../support/mongo-server.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`counts on MongoDB (no server: ${server.missing})`, () => {})
} else {
  afterAll(() => server.stop())
  const anEmptyDatabase = () => server.databaseUri(`aduan_counts_${randomBytes(6).toString('hex')}`)

  /** Does something with the documents as a person or another program would. */
  async function inShell<T>(uri: string, work: (documents: ReturnType<typeof modelOf>) => Promise<T>): Promise<T> {
    const shell = await createConnection(uri).asPromise()
    try {
      return await work(modelOf(shell, letterSpec))
    } finally {
      await shell.close()
    }
  }

  const openDocuments = (uri: string) =>
    inShell(uri, (documents) => documents.collection.countDocuments({ counting: 'open' }))

  describe('storage: MongoDB keeps its counts', () => {
    it('reads a count with one command and no document, once what was written is counted', async () => {
      const uri = anEmptyDatabase()
      const sent: string[] = []
      const { letters, sums, close } = await countedLetters(uri, sent)
      const [first] = await Promise.all(
        ['received', 'received', 'closed'].map((status) => letters.insert(aLetter({ status }))),
      )
      await letters.insert(aLetter({ tenant: permits }))
      await sums.countAll()
      expect(await openDocuments(uri)).toBe(0)

      sent.length = 0
      expect(await letters.countBy(health, 'status')).toEqual({ received: 2, closed: 1 })
      expect(sent).toEqual(['find'])
      await letters.replace({ ...first!, status: 'closed' })
      sent.length = 0
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, closed: 2 })
      expect(sent).toEqual(['find'])
      await close()
    })

    it('counts exactly while two processes change, delete and file the same letters and both count', async () => {
      const uri = anEmptyDatabase()
      const [one, other] = [await countedLetters(uri), await countedLetters(uri)]
      const ids = Array.from({ length: 10 }, (_, at) => `raced-${at}`)
      const changes = async ({ letters }: typeof one) => {
        for (let times = 0; times < 40; times++) await changeSomething(letters, ids)
      }
      const counting = async ({ sums }: typeof one) => {
        for (let times = 0; times < 12; times++) await sums.countAll()
      }
      await Promise.all([one, one, other, other].map(changes).concat([one, other].map(counting)))

      const there = await walked(one.letters)
      expect([await kept(one.letters), await kept(other.letters)]).toEqual([there, there])
      await one.sums.countAll()
      expect(await openDocuments(uri)).toBe(0)
      expect([await kept(one.letters), await kept(other.letters)]).toEqual([there, there])
      expect(await compareSums(one.counted, 1)).toEqual([])
      await Promise.all([one.close(), other.close()])
    })

    it('neither loses nor doubles what a process counted that ended before it could mark it', async () => {
      const uri = anEmptyDatabase()
      const one = await countedLetters(uri)
      const first = await one.letters.insert(aLetter({ id: 'changed', status: 'received' }))
      await one.letters.insert(aLetter({ id: 'deleted', status: 'received' }))
      await one.letters.insert(aLetter({ id: 'filed again', status: '2026-09 verified' }))
      await one.sums.countAll()
      await one.letters.replace({ ...first, status: '2026-11 answered' })
      await one.letters.delete(health, 'deleted')
      await one.letters.delete(health, 'filed again')
      await one.letters.insert(aLetter({ id: 'new', status: 'closed' }))

      const { spec, documents, mark } = one.counted
      const ending = new Proxy(documents, {
        get: (target, name, receiver) =>
          name === 'updateMany' || name === 'deleteMany'
            ? () => {
                throw new Error('killed')
              }
            : Reflect.get(target, name, receiver),
      })
      const begun = await countOpen(spec, ending, mark, health, new Map())
      await expect(countOpen(spec, ending, mark, health, begun.sums)).rejects.toThrow('killed')
      expect(await openDocuments(uri)).toBe(4)
      const expected = { '2026-11 answered': 1, closed: 1 }
      expect(await one.letters.countBy(health, 'status')).toEqual(expected)

      // It goes on differently than the process that ended knew.
      await one.letters.insert(aLetter({ id: 'deleted', status: 'closed' }))
      await one.letters.insert(aLetter({ id: 'filed again', status: '2026-09 verified' }))
      const again = (await one.letters.get(health, 'changed'))!
      await one.letters.replace({ ...again, status: 'received' })
      await one.close()
      const next = await countedLetters(uri)
      await next.sums.countAll()
      expect(await openDocuments(uri)).toBe(0)
      expect(await next.letters.countBy(health, 'status')).toEqual({ received: 1, '2026-09 verified': 1, closed: 2 })
      await next.close()
    })

    it('is exact after kill -9 of processes that write and count', async () => {
      const uri = anEmptyDatabase()
      await (await countedLetters(uri)).close()
      for (let kills = 0; kills < 4; kills++) {
        const child = spawn(process.execPath, [builtProgram('change-letters'), uri], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        await once(child.stdout, 'data')
        await setTimeout(300 + Math.random() * 700)
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      const next = await countedLetters(uri)
      const [before, expectedBefore] = await keptAndWalked(next.letters)
      expect(before).toEqual(expectedBefore)
      const openAfterCounting = () => next.sums.countAll().then(() => openDocuments(uri))
      await expect.poll(openAfterCounting).toBe(0)
      const [after, expectedAfter] = await keptAndWalked(next.letters)
      expect(after).toEqual(expectedAfter)
      await next.close()
    })

    it('counts all anew, while another process serves, after an older version wrote', async () => {
      const uri = anEmptyDatabase()
      const serving = await countedLetters(uri)
      const [first] = await Promise.all(
        ['received', 'received', 'closed'].map((status, at) =>
          serving.letters.insert(aLetter({ id: `${at}`, status })),
        ),
      )
      await serving.sums.countAll()
      await inShell(uri, async ({ collection }) => {
        await collection.updateOne(
          { id: '1' },
          { $set: { shape: 'older', 'keys.status': 'answered' }, $inc: { version: 1 } },
        )
        await collection.updateOne({ id: '1' }, { $set: { 'fields.status': 'answered' } })
        await collection.deleteOne({ id: '2' })
      })
      expect(await serving.letters.countBy(health, 'status')).not.toEqual({ received: 1, answered: 1 })

      const starting = await countedLetters(uri)
      expect(await starting.letters.countBy(health, 'status')).toEqual({ received: 1, answered: 1 })
      expect(await serving.letters.replace({ ...first!, status: 'closed' })).toMatchObject({ version: 2 })
      const filed = await serving.letters.insert(aLetter({ id: 'filed meanwhile', status: 'received' }))
      const expected = { closed: 1, answered: 1, received: 1 }
      await starting.sums.countAll()
      await expect.poll(() => serving.letters.countBy(health, 'status')).toEqual(expected)
      await serving.letters.replace({ ...filed, status: 'closed' })
      await serving.sums.countAll()
      for (const { letters } of [serving, starting]) {
        expect(await letters.countBy(health, 'status')).toEqual({ closed: 2, answered: 1 })
      }
      expect(await openDocuments(uri)).toBe(0)
      await Promise.all([serving.close(), starting.close()])
    })

    it('neither counts nor keeps a letter that was deleted before an upgrade derived its keys', async () => {
      const uri = anEmptyDatabase()
      const earlier = await openMongoStore({ uri })
      const before = await earlier.collection(earlierSpec)
      const ids = Array.from({ length: AT_ONCE * 3 }, (_, at) => `${at}`)
      await Promise.all(ids.map((id) => before.insert(aLetter({ id, token: id, status: 'received' }))))
      await earlier.close()

      const { letters, sums, mark, close } = await countedLetters(uri, [], AT_ONCE)
      expect(await letters.delete(health, ids.at(-1)!)).toBe(true)
      await expect.poll(() => mark.isWhole).toBe(true)
      await sums.countAll()
      expect(await letters.countBy(health, 'status')).toEqual({ received: ids.length - 1 })
      expect(await openDocuments(uri)).toBe(0)
      await close()
    })

    it('counts a letter that was filed again by a process that did not know of a new count', async () => {
      const uri = anEmptyDatabase()
      const one = await countedLetters(uri)
      await one.letters.insert(aLetter({ id: 'filed again', status: 'received' }))
      const other = await countedLetters(uri)
      await other.mark.countAnew()
      await expect.poll(() => other.mark.isWhole).toBe(true)
      await other.sums.countAll()
      // As some seconds later, when sums forget what they counted each letter as.
      await inShell(uri, ({ collection }) => collection.updateMany({ counting: 'sum' }, { $set: { applied: {} } }))
      await one.letters.delete(health, 'filed again')
      await one.letters.insert(aLetter({ id: 'filed again', status: 'closed' }))
      await other.sums.countAll()
      for (const { letters } of [one, other]) expect(await letters.countBy(health, 'status')).toEqual({ closed: 1 })
      expect(await openDocuments(uri)).toBe(0)
      await Promise.all([one.close(), other.close()])
    })

    it('finds sums that somebody else made wrong, and counts anew', async () => {
      const uri = anEmptyDatabase()
      const { letters, sums, counted, mark, close } = await countedLetters(uri)
      for (const status of ['received', 'closed']) await letters.insert(aLetter({ status }))
      await sums.countAll()
      expect(await compareSums(counted, 1)).toEqual([])
      await inShell(uri, ({ collection }) =>
        collection.updateOne({ counting: 'sum', key: 'status' }, { $set: { 'counts.closed': 7 }, $inc: { rev: 1 } }),
      )
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, closed: 7 })
      expect(await compareSums(counted, 1)).toEqual([[health, 'status']])

      await mark.countAnew()
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, closed: 1 })
      await expect.poll(() => mark.isWhole).toBe(true)
      await sums.countAll()
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, closed: 1 })
      expect(await compareSums(counted, 1)).toEqual([])
      await close()
    })
  })
}
