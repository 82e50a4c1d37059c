import { expect, it } from 'vitest'
import type { ChannelList, TrialAnswer } from '../../service/contract/messages.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

/** No provider is set up, as on the first start. */
const service = oneService({
  ...withOperator,
  NODE_ENV: 'production',
  PUBLIC_URL: 'http://127.0.0.1',
  DEMO_PASSWORD: '',
  LIMITS: 'on',
})
const tryOut = oneService()

it('a unit without a provider says of a notice that it was kept, not sent, and counts nobody as told', async () => {
  const { number } = await tryOut.unit().file()
  const verifier = await tryOut.staff('verifikator')
  const first = async () => (await verifier.case(number)).notices[0]
  await expect.poll(async () => (await first())?.standing).toBe('kept')
  expect(await first()).toMatchObject({
    state: 'kept',
    standingLabel: 'Disimpan di kotak percobaan, tidak dikirim',
    attempts: [{ outcome: 'kept', explanation: expect.stringMatching(/^Tidak dikirim, karena belum ada penyedia/) }],
  })
  expect((await verifier.case(number)).reach).toBe('kept')
})

it('staff read on which channel nothing leaves, and who can mend it', async () => {
  const { items } = (await (await (await tryOut.staff('verifikator')).get('/channels')).json()) as ChannelList
  expect(items).toMatchObject([
    {
      channel: 'email',
      keepsHere: true,
      down: false,
      advice: expect.stringMatching(/pengelola layanan, atau admin unit/),
    },
  ])
})

it('a trial says that it went nowhere', async () => {
  const response = await (await tryOut.staff('admin')).post('/channel-trials', { channel: 'email' })
  const answer = (await response.json()) as TrialAnswer
  expect(answer).toMatchObject({ outcome: 'kept', explanation: expect.stringMatching(/^Tidak dikirim/) })
})

it('in production no unit is opened where nothing leaves', async () => {
  const { call } = await anOperator(service)
  const unit = { slug: 'kecamatan-umpama', name: 'Kecamatan Umpama', shortName: 'Kecamatan', numberPrefix: 'KEC' }
  const admin = { name: 'Gita Misal', email: 'admin@kecamatan.example' }
  expect(await refusalIn(call('POST', '/operator/tenants', { ...unit, admin }))).toBe('409 tenant/nothing-leaves')
  expect((await fetch(service.unit('kecamatan-umpama').api)).status).toBe(404)
})
