import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { countsSpec, createSharedRates, slidingRate } from '../../service/http/rates.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { aFolder } from '../support/a-folder.ts'

function aRate() {
  let time = 0
  const rate = slidingRate(1_000, () => time)
  const at = (milliseconds: number) => {
    time = milliseconds
  }
  return { rate, at }
}

describe('how often an address came lately', () => {
  it('is counted for each address by itself, and asking does not count', () => {
    const { rate } = aRate()
    expect([rate.add('a'), rate.add('a'), rate.add('b'), rate.count('a'), rate.count('c')]).toEqual([1, 2, 1, 2, 0])
  })

  it('is forgotten little by little', () => {
    const { rate, at } = aRate()
    for (let times = 0; times < 10; times++) rate.add('a')
    at(1_000)
    expect(rate.count('a')).toBe(10)
    at(1_500)
    expect(rate.count('a')).toBe(5)
    at(2_000)
    expect(rate.count('a')).toBe(0)
  })

  it('is forgotten whole after a long silence', () => {
    const { rate, at } = aRate()
    rate.add('a')
    at(10_000)
    expect(rate.add('a')).toBe(1)
  })
})

it('processes count together, take back together, and one that starts later hears what was counted before', async () => {
  const store = await openSqliteStore({ folder: await aFolder() })
  const kept = await store.collection(countsSpec)
  let time = Date.parse('2026-11-26T08:00:00Z')
  const now = () => instantOf(new Date(time))
  const hash = (text: string) => `hash of ${text.length}`
  const aProcess = (process: string) => createSharedRates({ kept, process, hash, now, windowLength: 600_000 })
  const [one, other] = [aProcess('one'), aProcess('other')]
  const [here, there] = [one.rate('guesses'), other.rate('guesses')]
  for (let times = 0; times < 3; times++) here.add('192.0.2.1')
  there.add('192.0.2.1')
  for (const each of [one, other, one, other]) await each.exchange()
  expect([here.count('192.0.2.1'), there.count('192.0.2.1')]).toEqual([4, 4])

  here.takeBack('192.0.2.1')
  time += 2_000
  for (const each of [one, other]) await each.exchange()
  expect([here.count('192.0.2.1'), there.count('192.0.2.1')]).toEqual([3, 3])
  expect(JSON.stringify((await kept.find(PLATFORM, { index: 'at', limit: 9 })).items)).not.toContain('192.0.2.1')

  const later = aProcess('later')
  const late = later.rate('guesses')
  await later.exchange()
  expect(late.count('192.0.2.1')).toBe(3)

  time += 11 * 60_000
  expect(await one.sweep()).toBe(3)
  await store.close()
})
