import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '../../../service/keeping/accounts/accept-invitation.ts'
import {
  addPasskey,
  askForOwnPasskey,
  askForPasskey,
  beginPasskey,
  confirmSession,
  readAccountSecurity,
  removePasskey,
  renewRecoveryCodes,
  requireFreshConfirmation,
  signInWithPasskey,
  sweepChallenges,
} from '../../../service/offices/staff/account-security.ts'
import { inviteAccount } from '../../../service/offices/staff/add-member.ts'
import { beginTotp, confirmTotp, removeTotp } from '../../../service/offices/staff/authenticator-app.ts'
import { changePassword } from '../../../service/offices/staff/begin-anew.ts'
import { takeCode } from '../../../service/offices/staff/second-factor.ts'
import { findSession } from '../../../service/offices/staff/sessions.ts'
import { withAnApp, withAPasskey } from '../../support/a-guarded-account.ts'
import { aStaffRoom, password, site } from '../../support/a-staff-room.ts'
import { anAuthenticator } from '../../support/an-authenticator.ts'
import { appCode } from '../../support/app-codes.ts'
import { laterRefusalOf, refusalOf } from '../../support/refused.ts'

describe('a confirmation', () => {
  it('comes with signing in, holds for ten minutes, and is renewed by the password', async () => {
    const room = await aStaffRoom()
    await room.account()
    const signedIn = await room.signIn()
    const isFresh = async () => requireFreshConfirmation((await room.asNow(signedIn)).session, room.ports.now())
    room.goOn(9.99)
    await isFresh()
    room.goOn(0.01)
    expect(await laterRefusalOf(isFresh())).toBe('session/confirmation-needed')
    expect(await laterRefusalOf(confirmSession(room.ports, signedIn, { password: 'tebakan' }))).toBe(
      'session/wrong-password',
    )
    expect(await laterRefusalOf(isFresh())).toBe('session/confirmation-needed')
    await confirmSession(room.ports, signedIn, { password })
    await isFresh()
    room.goOn(10)
    expect(await laterRefusalOf(isFresh())).toBe('session/confirmation-needed')
  })

  it('is missing where somebody is looked up without a session', () => {
    expect(refusalOf(() => requireFreshConfirmation({}, '2026-11-23T03:00:00.000Z' as never))).toBe(
      'session/confirmation-needed',
    )
  })

  it('stands before every change of how an account is guarded', async () => {
    const { ports, signedIn, goOn, passkey } = await withAPasskey()
    goOn(11)
    const acts = [
      () => beginTotp(ports, signedIn),
      () => removeTotp(ports, signedIn),
      () => renewRecoveryCodes(ports, signedIn),
      () => beginPasskey(ports, signedIn),
      () => removePasskey(ports, signedIn, passkey.id),
    ]
    for (const act of acts) expect(await laterRefusalOf(act())).toBe('session/confirmation-needed')
  })

  it('by code or passkey says as well that a second factor was shown', async () => {
    const app = await withAnApp()
    const plain = await app.ports.sessions.replace({ ...app.signedIn.session, secondFactor: false })
    const byCode = await confirmSession(app.ports, { ...app.signedIn, session: plain! }, { totp: app.code() })
    expect(byCode.secondFactor).toBe(true)

    const { ports, signedIn, device } = await withAPasskey()
    const { options } = await askForOwnPasskey(ports, signedIn)
    const byKey = await confirmSession(ports, signedIn, { passkey: device.get(options) })
    expect([byKey.secondFactor, byKey.confirmedAt]).toEqual([true, ports.now()])
  })
})

describe('a session', () => {
  it('says when it was last used, by the minute', async () => {
    const room = await aStaffRoom()
    await room.account()
    const { token, session } = await room.signIn()
    room.goOn(0.9)
    expect((await room.find(token))?.session.lastUsedAt).toBe(session.startedAt)
    room.goOn(1)
    expect((await room.find(token))?.session.lastUsedAt).toBe(room.ports.now())
  })

  it('ends after an hour in which nobody asked for anything, and says so', async () => {
    const room = await aStaffRoom()
    await room.account()
    const { token } = await room.signIn()
    room.goOn(59)
    expect(await room.find(token)).not.toBeNull()
    room.goOn(59)
    expect(await room.find(token)).not.toBeNull()
    room.goOn(60)
    expect(await laterRefusalOf(room.find(token))).toBe('session/idle')
    const fresh = await room.signIn()
    const { sessions } = await readAccountSecurity(room.ports, fresh)
    expect(sessions.map(({ id }) => id)).toEqual([fresh.session.id])
  })

  it('is not kept from ending by a page that asks by itself', async () => {
    const room = await aStaffRoom()
    await room.account()
    const { token } = await room.signIn()
    for (let beats = 0; beats < 5; beats++) {
      room.goOn(11)
      await findSession(room.ports, token, false)
    }
    room.goOn(5)
    expect(await laterRefusalOf(findSession(room.ports, token, false))).toBe('session/idle')
  })

  it('is over after ten hours, however busy, and then is not listed', async () => {
    const room = await aStaffRoom()
    await room.account()
    const old = await room.signIn()
    for (let half = 0; half < 19; half++) {
      room.goOn(30)
      expect(await room.find(old.token)).not.toBeNull()
    }
    room.goOn(30)
    expect(await room.find(old.token)).toBeNull()
    const fresh = await room.signIn()
    const { sessions } = await readAccountSecurity(room.ports, fresh)
    expect(sessions.map(({ id }) => id)).toEqual([fresh.session.id])
  })

  it('ends with the password that opened it, unless it is the one that changes it', async () => {
    const room = await aStaffRoom()
    await room.account()
    const [here, there] = [await room.signIn(), await room.signIn()]
    expect(await laterRefusalOf(changePassword(room.ports, here, { present: 'tebakan', next: 'x' }))).toBe(
      'session/wrong-password',
    )
    await changePassword(room.ports, here, { present: password, next: 'sandi-lain-sekali' })
    expect(await room.find(here.token)).not.toBeNull()
    expect(await room.find(there.token)).toBeNull()
    expect(await laterRefusalOf(room.signIn())).toBe('session/wrong-credentials')
  })
})

describe('an invitation', () => {
  it('holds for seven days', async () => {
    const { ports, goOn } = await aStaffRoom()
    const { token } = await inviteAccount(ports, { name: 'Hana Misal', email: 'hana@contoh.example', operator: false })
    goOn(7 * 24 * 60)
    const late = acceptInvitation(ports, { token: token!, password, device: null })
    expect(await laterRefusalOf(late)).toBe('invitation/unknown')
  })
})

describe('a passkey', () => {
  it('opens the door without a password, and counts as two factors', async () => {
    const { ports, device, signedIn, recoveryCodes } = await withAPasskey()
    const { options } = await askForPasskey(ports)
    const again = await signInWithPasskey(ports, device.get(options), 'Firefox, Windows')
    expect(again.account.id).toBe(signedIn.account.id)
    expect(again.session).toMatchObject({ secondFactor: true, device: 'Firefox, Windows' })
    expect(recoveryCodes).toHaveLength(10)
  })

  it('answers a challenge once, within five minutes', async () => {
    const { ports, device, goOn } = await withAPasskey()
    const first = await askForPasskey(ports)
    const answer = device.get(first.options)
    await signInWithPasskey(ports, answer, null)
    expect(await laterRefusalOf(signInWithPasskey(ports, answer, null))).toBe('session/wrong-passkey')
    const late = await askForPasskey(ports)
    goOn(5)
    expect(await laterRefusalOf(signInWithPasskey(ports, device.get(late.options), null))).toBe('session/wrong-passkey')
  })

  it('does not open the door with a challenge that was made for something else', async () => {
    const { ports, device, signedIn } = await withAPasskey()
    const { options } = await askForOwnPasskey(ports, signedIn)
    expect(await laterRefusalOf(signInWithPasskey(ports, device.get(options), null))).toBe('session/wrong-passkey')
    const invented = { challenge: 'a2FyYW5nYW4' }
    expect(await laterRefusalOf(signInWithPasskey(ports, device.get(invented), null))).toBe('session/wrong-passkey')
  })

  it('of somebody else confirms nothing', async () => {
    const { ports, account, signIn, device } = await withAPasskey()
    await account('gita@contoh.example')
    const gita = await signIn(undefined, 'gita@contoh.example')
    const { options } = await askForOwnPasskey(ports, gita)
    const proof = { passkey: device.get(options) }
    expect(await laterRefusalOf(confirmSession(ports, gita, proof))).toBe('session/wrong-passkey')
  })

  it('that counts fewer uses than before is a copy, and is refused', async () => {
    const { ports, device } = await withAPasskey()
    await signInWithPasskey(ports, device.get((await askForPasskey(ports)).options), null)
    device.forgetUses(1)
    const copy = device.get((await askForPasskey(ports)).options)
    expect(await laterRefusalOf(signInWithPasskey(ports, copy, null))).toBe('session/wrong-passkey')
  })

  it.each([
    ['made for a page that only looks like this one', { origin: 'https://aduan-contoh.example' }],
    ['that did not verify its user', { verifiesUser: false }],
  ])('%s is not taken', async (_, behaviour) => {
    const room = await aStaffRoom()
    await room.account()
    const signedIn = await room.signIn()
    const { options } = await beginPasskey(room.ports, signedIn)
    const answer = anAuthenticator(site, behaviour).create(options)
    expect(await laterRefusalOf(addPasskey(room.ports, signedIn, { name: 'Palsu', answer }))).toBe(
      'passkey/not-accepted',
    )
  })

  it('that is removed opens no door', async () => {
    const { ports, signedIn, device, passkey } = await withAPasskey()
    await removePasskey(ports, signedIn, passkey.id)
    const { options } = await askForPasskey(ports)
    expect(await laterRefusalOf(signInWithPasskey(ports, device.get(options), null))).toBe('session/wrong-passkey')
    expect(await laterRefusalOf(removePasskey(ports, signedIn, passkey.id))).toBe('passkey/unknown')
  })

  it('of another person is not there to be removed', async () => {
    const { ports, account, signIn, passkey } = await withAPasskey()
    await account('gita@contoh.example')
    const gita = await signIn(undefined, 'gita@contoh.example')
    expect(await laterRefusalOf(removePasskey(ports, gita, passkey.id))).toBe('passkey/unknown')
  })

  it('leaves no challenge behind that nobody answered', async () => {
    const { ports, goOn } = await withAPasskey()
    await askForPasskey(ports)
    expect(await sweepChallenges(ports)).toBe(0)
    goOn(5)
    expect(await sweepChallenges(ports)).toBe(1)
  })
})

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
