import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '../../../service/keeping/accounts/accept-invitation.ts'
import {
  askForOwnPasskey,
  beginPasskey,
  confirmSession,
  readAccountSecurity,
  removePasskey,
  renewRecoveryCodes,
  requireFreshConfirmation,
} from '../../../service/offices/staff/account-security.ts'
import { inviteAccount } from '../../../service/offices/staff/add-member.ts'
import { beginTotp, removeTotp } from '../../../service/offices/staff/authenticator-app.ts'
import { changePassword } from '../../../service/offices/staff/begin-anew.ts'
import { findSession } from '../../../service/offices/staff/sessions.ts'
import { withAnApp, withAPasskey } from '../../support/a-guarded-account.ts'
import { aStaffRoom, password } from '../../support/a-staff-room.ts'
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
