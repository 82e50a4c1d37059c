import { describe, expect, it } from 'vitest'
import { readAccountSecurity, renewRecoveryCodes } from '../../../service/offices/staff/account-security.ts'
import { beginTotp, confirmTotp, removeTotp } from '../../../service/offices/staff/authenticator-app.ts'
import { takeCode } from '../../../service/offices/staff/second-factor.ts'
import { withAnApp } from '../../support/a-guarded-account.ts'
import { aStaffRoom } from '../../support/a-staff-room.ts'
import { appCode } from '../../support/app-codes.ts'
import { laterRefusalOf } from '../../support/refused.ts'

describe('an authenticator app', () => {
  it('counts only once a code has shown that it has the secret', async () => {
    const room = await aStaffRoom()
    await room.account()
    const signedIn = await room.signIn()
    await beginTotp(room.ports, signedIn)
    expect((await room.signIn()).session.secondFactor).toBe(false)
    expect(await laterRefusalOf(confirmTotp(room.ports, signedIn, '000000'))).toBe('session/wrong-totp')
    expect((await readAccountSecurity(room.ports, signedIn)).totpSince).toBeNull()
  })

  it('is asked for at the door from then on, and only after the right password', async () => {
    const { signIn, code, ports } = await withAnApp()
    expect(await laterRefusalOf(signIn())).toBe('session/totp-needed')
    expect((await signIn(code())).session.secondFactor).toBe(true)
    expect(ports.now()).toBe('2026-11-23T03:01:00.000Z')
  })

  it('has each of its codes taken once, also by two at the same moment', async () => {
    const { signIn, code, goOn } = await withAnApp()
    const both = await Promise.allSettled([signIn(code()), signIn(code())])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await laterRefusalOf(signIn(code()))).toBe('session/wrong-totp')
    expect(await laterRefusalOf(signIn(code(-1)))).toBe('session/wrong-totp')
    goOn(0.5)
    await signIn(code())
  })

  it('whose set-up code was shown does not open the door with the same code', async () => {
    const room = await aStaffRoom()
    await room.account()
    const signedIn = await room.signIn()
    const { secret } = await beginTotp(room.ports, signedIn)
    const code = appCode(secret, 0, room.ports.now())
    await confirmTotp(room.ports, signedIn, code)
    expect(await laterRefusalOf(room.signIn(code))).toBe('session/wrong-totp')
  })

  it('is not replaced by beginning again', async () => {
    const { ports, signedIn, code, signIn } = await withAnApp()
    expect(await laterRefusalOf(beginTotp(ports, signedIn))).toBe('account/totp-exists')
    expect(await laterRefusalOf(confirmTotp(ports, signedIn, code()))).toBe('account/totp-not-begun')
    await signIn(code())
  })

  it('that is removed as the last factor takes the recovery codes and the standing of all sessions with it', async () => {
    const { ports, signedIn, signIn, code, asNow, recoveryCodes } = await withAnApp()
    const other = await signIn(code())
    await removeTotp(ports, signedIn)
    expect(await readAccountSecurity(ports, signedIn)).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 })
    expect([(await asNow(signedIn)).session.secondFactor, (await asNow(other)).session.secondFactor]).toEqual([
      false,
      false,
    ])
    expect(await takeCode(ports, signedIn.account.id, recoveryCodes[0]!)).toBe(false)
    expect((await signIn()).session.secondFactor).toBe(false)
  })

  it('keeps its secret sealed', async () => {
    const room = await aStaffRoom()
    await room.account()
    const signedIn = await room.signIn()
    const { secret } = await beginTotp(room.ports, signedIn)
    const kept = JSON.stringify(await room.ports.secondFactors.get('-platform', signedIn.account.id))
    expect(kept).not.toContain(secret)
  })
})

describe('recovery codes', () => {
  it('come in tens with the first factor, and each opens the door once, however it is typed', async () => {
    const { signIn, recoveryCodes, ports, signedIn } = await withAnApp()
    expect(recoveryCodes).toHaveLength(10)
    const [one, other] = recoveryCodes as [string, string]
    expect((await signIn(one)).session.secondFactor).toBe(true)
    expect(await laterRefusalOf(signIn(one))).toBe('session/wrong-totp')
    await signIn(other.toLowerCase().replaceAll('-', ' '))
    expect((await readAccountSecurity(ports, signedIn)).recoveryCodesLeft).toBe(8)
  })

  it('are not kept in a form that can be read', async () => {
    const { ports, signedIn, recoveryCodes } = await withAnApp()
    const kept = JSON.stringify(await ports.secondFactors.get('-platform', signedIn.account.id))
    for (const code of recoveryCodes) expect(kept).not.toContain(code.replaceAll('-', ''))
  })

  it('are void once there is a new set', async () => {
    const { ports, signedIn, signIn, recoveryCodes } = await withAnApp()
    const fresh = await renewRecoveryCodes(ports, signedIn)
    expect(await laterRefusalOf(signIn(recoveryCodes[0]!))).toBe('session/wrong-totp')
    await signIn(fresh[0]!)
  })

  it('are not made where there is no second factor', async () => {
    const room = await aStaffRoom()
    await room.account()
    expect(await laterRefusalOf(renewRecoveryCodes(room.ports, await room.signIn()))).toBe('account/no-second-factor')
  })
})
