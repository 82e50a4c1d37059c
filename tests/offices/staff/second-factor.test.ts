import { describe, expect, it } from 'vitest'
import { newRecoveryCode } from '../../../service/adapters/node-crypto/secrets.ts'
import { totpCodes } from '../../../service/adapters/otpauth/totp-codes.ts'
import { withRecoveryCodeSpent, withStepTaken } from '../../../service/offices/staff/second-factor.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import type { Sealed, WrappedKey } from '../../../service/storage/vault.ts'
import { appCode, wrongCode } from '../../support/app-codes.ts'

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
