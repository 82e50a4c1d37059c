import { describe, expect, it } from 'vitest'
import { newRecoveryCode } from '../../../service/adapters/node-crypto/secrets.ts'
import { totpCodes } from '../../../service/adapters/otpauth/totp-codes.ts'
import type { RecordAccess } from '../../../service/offices/log/access-log.ts'
import {
  createFailedSignIns,
  type FailedSignInPorts,
  MOST_LINES,
  untoldFailuresSpec,
} from '../../../service/offices/staff/failed-sign-ins.ts'
import { PLATFORM_UNIT, withRecoveryCodeSpent, withStepTaken } from '../../../service/offices/staff/second-factor.ts'
import { signIn } from '../../../service/offices/staff/sessions.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { mintTenantId, PLATFORM } from '../../../service/storage/place.ts'
import type { Sealed, WrappedKey } from '../../../service/storage/vault.ts'
import { aStaffRoom, password } from '../../support/a-staff-room.ts'
import { anOpenHouse } from '../../support/a-vault.ts'
import { appCode, wrongCode } from '../../support/app-codes.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const at = '2026-11-23T03:00:00.000Z' as Instant
const factors = {
  tenant: PLATFORM,
  id: 'fajar',
  totp: { key: 'kunci' as WrappedKey, secret: 'rahasia' as Sealed<string>, confirmedAt: at, lastStep: 100 },
  recoveryCodes: ['satu', 'dua', 'dua-lagi'],
}

describe('a code of the authenticator app', () => {
  it.each([101, 102, 5_000])('of a later step is taken: %i', (step) => {
    expect(withStepTaken(factors, step)?.totp?.lastStep).toBe(step)
  })

  it.each([100, 99, 0])('of a step that was taken, or an earlier one, is not: %i', (step) => {
    expect(withStepTaken(factors, step)).toBeNull()
  })

  it('is nothing where no app was set up', () => {
    expect(withStepTaken({ ...factors, totp: null }, 200)).toBeNull()
  })

  it('is known one step before and after its time, and no further', () => {
    const secret = totpCodes.newSecret()
    const present = totpCodes.stepOf(secret, appCode(secret, 0, at), at)!
    const stepOf = (steps: number) => totpCodes.stepOf(secret, appCode(secret, steps, at), at)
    expect([-2, -1, 0, 1, 2].map(stepOf)).toEqual([null, present - 1, present, present + 1, null])
  })

  it('may be typed with a gap, and is six digits', () => {
    const secret = totpCodes.newSecret()
    const code = appCode(secret, 0, at)
    expect(totpCodes.stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, at)).not.toBeNull()
    for (const other of [wrongCode(secret, at), '', code.slice(1), `${code}0`, 'abcdef']) {
      expect(totpCodes.stepOf(secret, other, at)).toBeNull()
    }
  })

  it('comes from a secret of 160 bits that is told to the app with the account’s name', () => {
    const secret = totpCodes.newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const address = new URL(totpCodes.address(secret, 'fajar@contoh.example'))
    expect(decodeURIComponent(address.pathname)).toContain('Aduan:fajar@contoh.example')
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      secret,
      issuer: 'Aduan',
      digits: '6',
      period: '30',
    })
  })
})

describe('a recovery code', () => {
  it('is taken once, and no other with it', () => {
    const left = withRecoveryCodeSpent(factors, 'dua')!
    expect(left.recoveryCodes).toEqual(['satu', 'dua-lagi'])
    expect(withRecoveryCodeSpent(left, 'dua')).toBeNull()
  })

  it('can be copied by hand: four groups, nothing that looks like something else', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode)
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    expect(new Set(codes).size).toBe(200)
  })
})

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
