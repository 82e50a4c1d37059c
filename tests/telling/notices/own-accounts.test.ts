import { expect, it, onTestFinished } from 'vitest'
import type { Carrier } from '../../../service/offices/channels/notice-channel.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { type AccountSecrets, openOwnAccounts } from '../../../service/telling/notices/own-accounts.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const at = '2026-11-26T03:00:00.000Z' as Instant
const admin = 'admin' as StaffId
const email: AccountSecrets = { channel: 'email', apiKey: 're_rahasia', from: 'kantor@kantor.example' }

/** Accounts, with the secrets that each way out was made from, and which were let go. */
async function accounts() {
  const { store, vault } = await anOpenHouse()
  onTestFinished(() => store.close())
  const [made, closed]: [AccountSecrets[], AccountSecrets[]] = [[], []]
  const own = await openOwnAccounts(store, vault, async (secrets): Promise<Carrier> => {
    made.push(secrets)
    const send: Carrier['send'] = async () => ({ outcome: 'accepted', answer: '' })
    return { channel: secrets.channel, reportsDelivery: false, send, close: () => closed.push(secrets) }
  })
  return { own, made, closed }
}

it('an account opens the way out of its unit alone, once for as long as it stays the same', async () => {
  const { own, made } = await accounts()
  await own.set(organisasi, email, admin, at)
  const first = await own.carrierOf(organisasi, 'email')
  expect(await own.carrierOf(organisasi, 'email')).toEqual(first)
  expect(made).toEqual([email])
  expect(first?.queue).toBe('email bagian-organisasi')
  expect(await own.carrierOf(dinas, 'email')).toBeNull()
  expect(await own.carrierOf(organisasi, 'whatsapp')).toBeNull()
})

it('a new key takes the place of the old one, whose connections are let go', async () => {
  const { own, made, closed } = await accounts()
  await own.set(organisasi, email, admin, at)
  await own.carrierOf(organisasi, 'email')
  const renewed = { ...email, apiKey: 're_baru' }
  await own.set(organisasi, renewed, admin, at)
  await own.carrierOf(organisasi, 'email')
  expect(made).toEqual([email, renewed])
  expect(closed).toEqual([email])
})

it('an account that is taken away leaves its line to be emptied, and no secret', async () => {
  const { own } = await accounts()
  await own.set(organisasi, email, admin, at)
  expect(await own.keyHolder.behind(organisasi, 2)).toBe(1)
  await own.remove(organisasi, 'email', admin, at)
  expect(await own.carrierOf(organisasi, 'email')).toBeNull()
  expect(await own.list(organisasi)).toEqual([])
  expect(await own.queues()).toEqual([{ queue: 'email bagian-organisasi', inUse: false }])
  expect(await own.keyHolder.behind(organisasi, 2)).toBe(0)
})
