import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { TAKE_BACK_FOR } from '../../service/case/timed-acts.ts'
import { carryOutTimed, orderTimed, withdrawTimed } from '../../service/desk/timed/timed-acts.ts'
import { actOrderOf } from '../../service/desk/waiting-order.ts'
import { roles } from '../../service/offices/vocabulary.ts'
import { DAY } from '../../service/shared/instant.ts'
import { aComplaintIn } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'
import { organisasi } from '../support/two-units.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`acts that wait on MongoDB (no server: ${server.missing})`, () => {})
} else {
  afterAll(() => server.stop())

  it('MongoDB: acts wait, are taken back whole, and are done once by two processes at the same time', async () => {
    const uri = server.databaseUri(`aduan_acts_${randomBytes(6).toString('hex')}`)
    const { ports, receive, member, goOn } = await anOfficeOf({ sari: { roles: [...roles] } }, () =>
      openMongoStore({ uri }),
    )
    const sari = await member('sari')
    const now = (number: string) => ports.complaints.get(organisasi, number)
    const filed = async () => (await receive(aComplaintIn('received'))).id
    const [verified, joined, leading, kept] = [await filed(), await filed(), await filed(), await filed()]
    const order = async (number: string, filled: { readonly act: string }) => {
      const { revision } = await now(number)
      const { dossier } = await orderTimed(ports, sari, { number, revision, order: actOrderOf(filled) })
      return dossier.timedActs.at(-1)?.id ?? ''
    }
    const before = await now(kept)
    await order(verified, { act: 'verify' })
    await order(joined, { act: 'merge', ...{ into: leading } })
    await withdrawTimed(ports, sari, { number: kept, id: await order(kept, { act: 'verify' }) })
    expect([(await now(verified)).status, (await now(leading)).dossier.joined]).toEqual(['received', []])

    goOn(TAKE_BACK_FOR / DAY)
    const faults: unknown[] = []
    const carry = () => carryOutTimed(ports, (cause) => faults.push(cause))
    await Promise.all([carry(), carry()])
    await carry()
    expect(faults).toEqual([])
    const [one, other, third] = [await now(verified), await now(joined), await now(leading)]
    expect([one.status, other.status, third.dossier.joined.length]).toEqual(['in_progress', 'merged', 1])
    expect([one, other].flatMap(({ dossier }) => dossier.timedActs)).toEqual([])
    expect(one.dossier.history.filter(({ event }) => event === 'in_progress')).toHaveLength(1)
    expect(other.dossier.history.filter(({ event }) => event === 'merged')).toHaveLength(1)
    const left = await now(kept)
    expect({ ...left, revision: 0, version: 0 }).toEqual({ ...before, revision: 0, version: 0 })
  })
}
