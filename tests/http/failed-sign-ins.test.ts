import { expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import type { OperatorLogView } from '../../service/contract/installation.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { knock } from '../support/a-colleague.ts'
import { aFolderForData, aRunningService, demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { anOperator, operator, withOperator } from '../support/an-operator.ts'

const GUESS = 'tebakan-rahasia'
const SAID = ['session/wrong-credentials']

it('failures to sign in are told to the person, stand in the log of their unit, and a flood makes it no longer', async () => {
  const DATA_DIR = await aFolderForData()
  const environment = { DATA_DIR, LIMITS: 'off', ...withOperator }
  const first = await aRunningService(environment)
  const email = 'petugas@bagian-organisasi.demo'
  const enter = async (address: string, password: string) => {
    const answer = await knock(first, '/session', { email: address, password })
    return (await answer.json()) as SessionView & { code?: string }
  }
  const addresses: readonly string[] = [
    ...Array(7).fill(email),
    operator.email,
    ...Array.from({ length: 40 }, (_, n) => `bukan${n}@contoh.example`),
  ]
  const tried: (string | undefined)[] = []
  // More at once from one address would wait too long, and be asked to come again.
  for (let from = 0; from < addresses.length; from += 16)
    for (const said of await Promise.all(addresses.slice(from, from + 16).map((address) => enter(address, GUESS))))
      tried.push(said.code)
  expect([...new Set(tried)]).toEqual(SAID)
  expect((await enter(email, demoPassword)).failures).toMatchObject({ count: 7 })
  const { staff, failures } = await enter(email, demoPassword)
  expect(failures).toBeUndefined()
  await first.stop()

  const again = await aRunningService(environment)
  const logOf = async (unit: string) => {
    const { items }: LogView = await (await (await unitAt(again.url, unit).signIn('kepala')).get('/log')).json()
    return items.filter(({ act }) => act === 'sign-in.failed')
  }
  const lines = await logOf('bagian-organisasi')
  expect(lines).toMatchObject([{ by: 'system', subject: staff.id, detail: '7' }])
  expect(JSON.stringify(lines)).not.toMatch(/127\.0\.0\.1|tebakan|@/)
  expect(await logOf('dinas-contoh')).toEqual([])
  const { call } = await anOperator(again)
  const ofOperators: OperatorLogView = await (await call('GET', '/operator/log?act=sign-in.failed')).json()
  expect(ofOperators.items).toMatchObject([{ by: 'system', detail: '1' }])
})
