import { describe, expect, it } from 'vitest'
import { aColleague, password } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { wrongCode } from '../support/app-codes.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

describe('somebody with an authenticator app', () => {
  it('is asked for its code after the right password only', async () => {
    const person = await aColleague(service)
    const { code } = await person.addApp()
    expect(await refusalIn(person.knock())).toBe('401 session/totp-needed')
    const guess = { password: 'tebakan', totp: code(1) }
    expect(await refusalIn(person.knock(guess))).toBe('401 session/wrong-credentials')
    expect((await person.knock({ totp: code(1) })).status).toBe(200)
  })

  it('gets in with each code once', async () => {
    const person = await aColleague(service)
    const { secret, code } = await person.addApp()
    expect(await refusalIn(person.knock({ totp: wrongCode(secret) }))).toBe('401 session/wrong-totp')
    expect(await refusalIn(person.knock({ totp: code(0) }))).toBe('401 session/wrong-totp')
    expect((await person.knock({ totp: code(1) })).status).toBe(200)
    const replayed = await person.knock({ totp: code(1) })
    expect(replayed.headers.get('set-cookie')).toBeNull()
    expect(await refusalIn(replayed)).toBe('401 session/wrong-totp')
  })

  it('gets in with a recovery code in the same field, once', async () => {
    const person = await aColleague(service)
    const { recoveryCodes } = await person.addApp()
    expect(recoveryCodes).toHaveLength(10)
    const there = await person.signIn({ totp: recoveryCodes[3] })
    expect(await there.account()).toMatchObject({ recoveryCodesLeft: 9 })
    expect(await refusalIn(person.knock({ totp: recoveryCodes[3] }))).toBe('401 session/wrong-totp')
  })

  it('can have new recovery codes, and then the old ones are void', async () => {
    const person = await aColleague(service)
    const { recoveryCodes: old } = await person.addApp()
    const { recoveryCodes } = await (await person.call('POST', '/account/recovery-codes')).json()
    expect(recoveryCodes).toHaveLength(10)
    expect(await refusalIn(person.knock({ totp: old[0] }))).toBe('401 session/wrong-totp')
    expect((await person.knock({ totp: recoveryCodes[0] })).status).toBe(200)
  })

  it('gets in by the password alone once the app is removed', async () => {
    const person = await aColleague(service)
    await person.addApp()
    expect((await person.call('DELETE', '/account/totp')).status).toBe(204)
    expect(await person.account()).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 })
    expect((await person.knock()).status).toBe(200)
  })
})

describe('setting up an authenticator app', () => {
  it('shows a picture to scan and the same to type, and takes no wrong code', async () => {
    const person = await aColleague(service)
    expect(await refusalIn(person.call('POST', '/account/totp/confirmation', { code: '123456' }))).toBe(
      '409 account/totp-not-begun',
    )
    const offer = (await (await person.call('POST', '/account/totp')).json()) as Record<string, string>
    expect(offer.address).toContain(`secret=${offer.secret}`)
    expect(offer.qr).toMatch(/^<svg /)
    const wrong = { code: wrongCode(offer.secret!) }
    expect(await refusalIn(person.call('POST', '/account/totp/confirmation', wrong))).toBe('401 session/wrong-totp')
    expect((await person.knock()).status).toBe(200)
  })

  it('a second time is refused', async () => {
    const person = await aColleague(service)
    await person.addApp()
    expect(await refusalIn(person.call('POST', '/account/totp'))).toBe('409 account/totp-exists')
  })

  it('and everything else of an account needs a session and its token', async () => {
    const person = await aColleague(service)
    const calls = [
      ['GET', '/account'],
      ['POST', '/account/password'],
      ['POST', '/account/totp'],
      ['POST', '/account/totp/confirmation'],
      ['DELETE', '/account/totp'],
      ['POST', '/account/recovery-codes'],
      ['POST', '/account/passkeys/options'],
      ['POST', '/account/passkeys'],
      ['DELETE', '/account/passkeys/x'],
      ['GET', '/account/push'],
      ['POST', '/account/push'],
      ['DELETE', '/account/push/x'],
      ['DELETE', '/account/sessions'],
      ['DELETE', '/account/sessions/x'],
      ['POST', '/session/confirmation'],
      ['POST', '/session/confirmation/passkey-options'],
    ] as const
    const { Cookie } = person.headers
    for (const [method, path] of calls) {
      const address = `${service.url}/api/v1${path}`
      expect([path, await refusalIn(fetch(address, { method }))]).toEqual([path, '401 session/required'])
      const forged = method === 'GET' ? null : await refusalIn(fetch(address, { method, headers: { Cookie } }))
      if (forged) expect([path, forged]).toEqual([path, '403 session/csrf-wrong'])
    }
    expect((await person.knock({ password })).status).toBe(200)
  })
})
