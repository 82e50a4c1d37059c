import { expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { createLease, LASTS, leaseSpec } from '../../service/storage/lease.ts'
import { aFolder } from '../support/a-folder.ts'

it('one process has the turn, keeps it while it says so, and gives it on when it stops or falls silent', async () => {
  const store = await openSqliteStore({ folder: await aFolder() })
  let time = Date.parse('2026-11-26T08:00:00Z')
  const leases = await store.collection(leaseSpec)
  const aProcess = (holder: string) =>
    createLease('jobs', holder, {
      leases,
      now: () => instantOf(new Date(time)),
      milliseconds: () => time,
      onFault: () => {},
    })
  const [one, other, third] = [aProcess('one'), aProcess('other'), aProcess('third')]
  const held = () => [one, other, third].map((lease) => lease.isHeld())
  await Promise.all([one.look(), other.look()])
  expect(held().filter(Boolean)).toHaveLength(1)
  const [first, second] = one.isHeld() ? [one, other] : [other, one]

  time += LASTS - 1
  await first.look()
  time += LASTS - 1
  await second.look()
  expect([first.isHeld(), second.isHeld()]).toEqual([true, false])

  time += 1
  expect(first.isHeld()).toBe(false)
  await second.look()
  await first.look()
  expect([first.isHeld(), second.isHeld()]).toEqual([false, true])

  await second.release()
  await third.look()
  await second.look()
  expect([first, second, third].map((lease) => lease.isHeld())).toEqual([false, false, true])
  await Promise.all([first.release(), third.release()])
  await store.close()
})
