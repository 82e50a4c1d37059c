import { describe, expect, it } from 'vitest'
import {
  addPasskey,
  askForOwnPasskey,
  askForPasskey,
  beginPasskey,
  confirmSession,
  removePasskey,
  signInWithPasskey,
  sweepChallenges,
} from '../../../service/offices/staff/account-security.ts'
import { withAPasskey } from '../../support/a-guarded-account.ts'
import { aStaffRoom, site } from '../../support/a-staff-room.ts'
import { anAuthenticator } from '../../support/an-authenticator.ts'
import { laterRefusalOf } from '../../support/refused.ts'

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
