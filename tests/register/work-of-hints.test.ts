import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { concerning, planGuard } from '../../service/case/guard.ts'
import { similarTo } from '../../service/register/find-similar.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { countReads, type Reads } from '../support/count-reads.ts'
import { organisasi } from '../support/two-units.ts'

const people = {
  kepala: { roles: ['unit_head'] },
  vera: { roles: ['verifier'], reportsTo: 'kepala' },
  terbatas: { roles: ['verifier'], limits: { verifier: ['maladministration'] } },
} as const

const asked = 'Saptarana menagih wiradarma di kedungrejo'
const others = 'Bramantya menutup gendhisari di karangploso'

type Hidden = 'guarded' | 'of another category'

/** An office where cases that are hidden from who asks have these words. */
async function anOfficeHiding(hidden: Hidden, words: string) {
  let reads: Reads | undefined
  const office = await anOfficeOf(people as never, async (folder) => {
    const counted = countReads(await openSqliteStore({ folder }))
    reads = counted.reads
    return counted.store
  })
  if (!reads) throw new Error('The office opened no store.')
  const told = (subject: string) => {
    const one = aComplaint()
    return { ...one, category: 'maladministration', dossier: { ...one.dossier, subject, chronology: subject } }
  }
  const { id } = await office.receive(told(asked))
  await office.receive(told(`${asked} lagi`))
  for (let at = 0; at < 12; at++) await office.receive(told(`Berkas antrean nomor ${'abcdefghijkl'[at]} hilang`))
  for (let at = 0; at < 8; at++) {
    const category = hidden === 'guarded' ? 'maladministration' : 'illegal_levy'
    const plan = await planGuard(
      office.ports.staff,
      organisasi,
      concerning(hidden === 'guarded' ? ['vera'] : []),
      category,
    )
    const one = told(words)
    const { guard, concerns } = plan
    await office.receive({ ...one, category, guard, dossier: { ...one.dossier, concerns } })
  }
  return { office, number: id, reads }
}

describe('hints of similar cases cost the same work whatever hidden cases are about', () => {
  it.each<[Hidden, string]>([
    ['guarded', 'vera'],
    ['of another category', 'terbatas'],
  ])('%s', async (hidden, who) => {
    const workFor = async (words: string) => {
      const { office, number, reads } = await anOfficeHiding(hidden, words)
      const person = await office.member(who)
      const hints = async () => (await similarTo(office.ports, person, number)).map(({ complaint }) => complaint.id)
      const first = await hints()
      reads.take()
      expect(await hints()).toEqual(first)
      return { hints: first.length, reads: reads.take() }
    }
    const alike = await workFor(asked)
    expect(alike.hints).toBe(1)
    expect(alike.reads.length).toBeGreaterThan(0)
    expect(await workFor(others)).toEqual(alike)
  })
})
