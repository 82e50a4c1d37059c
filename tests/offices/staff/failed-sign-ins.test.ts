import { describe, expect, it } from 'vitest'
import type { RecordAccess } from '../../../service/offices/log/access-log.ts'
import {
  createFailedSignIns,
  type FailedSignInPorts,
  MOST_LINES,
  untoldFailuresSpec,
} from '../../../service/offices/staff/failed-sign-ins.ts'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { signIn } from '../../../service/offices/staff/sessions.ts'
import { mintTenantId } from '../../../service/storage/place.ts'
import { aStaffRoom, password } from '../../support/a-staff-room.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

/** Counts in a real store for a staff room whose people work in these units. */
async function aCounter(unitsOf: (account: string) => readonly string[]) {
  const room = await aStaffRoom()
  const { store } = await anOpenHouse()
  const lines: { unit: string; subject: string | null; detail: string | null }[] = []
  const unknown: number[] = []
  const record: RecordAccess = async (unit, { subject, detail }) => void lines.push({ unit, subject, detail })
  const ports: FailedSignInPorts = {
    untoldFailures: await store.collection(untoldFailuresSpec),
    staff: {
      account: room.ports.staff.account,
      membershipsOf: async (account) =>
        unitsOf(account).map((tenant) => ({
          ...{ tenant: mintTenantId(tenant), id: account, version: 1, name: '', email: '', position: '', roles: [] },
        })),
    },
    record,
    countUnknown: (failures) => unknown.push(failures),
    now: room.ports.now,
  }
  const failedSignIns = createFailedSignIns(ports)
  return { room, failedSignIns, lines, unknown, ports: { ...room.ports, failedSignIns } }
}

describe('failures to sign in', () => {
  it('stand in the log of each unit in which the account counts, as one line at each writing', async () => {
    const { failedSignIns, lines } = await aCounter(() => [organisasi, dinas])
    for (let time = 0; time < 7; time++) failedSignIns.note('akun')
    await failedSignIns.flush()
    await failedSignIns.flush()
    expect(lines).toEqual([organisasi, dinas].map((unit) => ({ unit, subject: 'akun', detail: '7' })))
  })

  it('of an operator stand in the operators’ own log', async () => {
    const { room, failedSignIns, lines } = await aCounter(() => [])
    const account = await room.account()
    await room.ports.staff.replaceAccount({ ...account, operator: true })
    failedSignIns.note(account.id)
    await failedSignIns.flush()
    expect(lines).toEqual([{ unit: PLATFORM_UNIT, subject: account.id, detail: '1' }])
  })

  it('at many accounts make a log longer by so many lines and no more, and the numbers add up', async () => {
    const { failedSignIns, lines } = await aCounter(() => [organisasi])
    for (let account = 0; account < 200; account++) {
      for (let time = 0; time <= account; time++) failedSignIns.note(`akun-${account}`)
    }
    await failedSignIns.flush()
    expect(lines).toHaveLength(MOST_LINES + 1)
    expect(lines[0]).toMatchObject({ subject: 'akun-199', detail: '200' })
    expect(lines.at(-1)?.subject).toBeNull()
    expect(lines.reduce((sum, { detail }) => sum + Number(detail), 0)).toBe((200 * 201) / 2)
  })

  it('at addresses that nobody has stand in no log, and are only counted', async () => {
    const { failedSignIns, lines, unknown, ports } = await aCounter(() => [organisasi])
    for (const email of ['siapa@contoh.example', 'lain@contoh.example']) {
      const tried = signIn(ports, { email, password: 'tebakan', device: null })
      expect(await laterRefusalOf(tried)).toBe('session/wrong-credentials')
    }
    await failedSignIns.flush()
    expect([lines, unknown]).toEqual([[], [2]])
  })

  it('are told to the person at the next sign-in, once, whether they were written down before or not', async () => {
    const { room, failedSignIns, ports } = await aCounter(() => [organisasi])
    const { email } = await room.account()
    const enter = (given: string) => signIn(ports, { email, password: given, device: null })
    const began = ports.now()
    for (let time = 0; time < 3; time++) await laterRefusalOf(enter('tebakan'))
    await failedSignIns.flush()
    room.goOn(30)
    await laterRefusalOf(enter('tebakan'))
    expect((await enter(password)).session.failures).toEqual({ count: 4, since: began })
    await failedSignIns.flush()
    expect((await enter(password)).session.failures).toBeUndefined()
  })
})
