import { describe, expect, it } from 'vitest'
import { enteredBy, knock } from '../../support/a-colleague.ts'
import { refusalIn } from '../../support/a-problem.ts'
import { aFolderForData, aRunningService, demoPassword } from '../../support/a-running-service.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { appCode } from '../../support/app-codes.ts'
import { patience } from '../../support/patience.ts'

const password = 'sandi-yang-baru-sekali'
const at = (mailbox: string) => `${mailbox}@bagian-organisasi.demo`
const tokenIn = (said: string): string => /#\/reset\/(\S+)/.exec(said)?.[1] ?? ''

describe('aduan reset-sign-in', { timeout: patience(300_000) }, () => {
  it('lets somebody back in by a link that works once: old sessions end, and the unit’s log names both steps', async () => {
    const environment = { DATA_DIR: await aFolderForData(), LIMITS: 'off' }
    const before = await aRunningService(environment)
    const { headers } = await unitAt(before.url).signIn('verifikator')
    await before.stop()

    const unknown = await aduan(environment, 'reset-sign-in', 'siapa@contoh.example')
    expect([unknown.code, unknown.out, unknown.err]).toEqual([1, '', 'There is no account siapa@contoh.example.\n'])
    const made = await aduan(environment, 'reset-sign-in', at('verifikator'))
    expect([made.code, made.err, made.out]).toEqual([0, '', expect.stringContaining(at('verifikator'))])
    const later = await aduan(environment, 'reset-sign-in', at('verifikator'))

    const service = await aRunningService(environment)
    const use = (token: string) => knock(service, '/account-links/password', { token, password })
    // A later link takes the place of the earlier one.
    expect(await refusalIn(use(tokenIn(made.out)))).toBe('404 invitation/unknown')
    const opens = () => fetch(`${unitAt(service.url).api}/cases`, { headers })
    expect((await opens()).status).toBe(200)
    expect((await use(tokenIn(later.out))).status).toBe(204)
    expect(await refusalIn(use(tokenIn(later.out)))).toBe('404 invitation/unknown')
    expect((await opens()).status).toBe(401)
    const signIn = (one: string) => knock(service, '/session', { email: at('verifikator'), password: one })
    expect((await signIn(demoPassword)).status).toBe(401)
    expect((await signIn(password)).status).toBe(200)

    const log = (await (await (await unitAt(service.url).signIn('kepala')).get('/log')).json()) as {
      items: { act: string }[]
    }
    expect(log.items.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['staff.link_made', 'account.password_reset']),
    )
  })

  it('with --second-factor takes only the second factor away, and only with the password', async () => {
    const environment = { DATA_DIR: await aFolderForData(), LIMITS: 'off' }
    const before = await aRunningService(environment)
    const enter = (service: { readonly url: string }) =>
      knock(service, '/session', { email: at('kepala'), password: demoPassword })
    const head = await enteredBy(before, enter(before))
    const { secret } = (await (await head.call('POST', '/account/totp')).json()) as { secret: string }
    const confirmed = await head.call('POST', '/account/totp/confirmation', { code: appCode(secret, 0, Date.now()) })
    expect(confirmed.status).toBe(200)
    await before.stop()

    const { out } = await aduan(environment, 'reset-sign-in', at('kepala'), '--second-factor')
    const service = await aRunningService(environment)
    expect(await refusalIn(enter(service))).toBe('401 session/totp-needed')
    const use = (path: string, one: string) => knock(service, path, { token: tokenIn(out), password: one })
    expect(await refusalIn(use('/account-links/password', password))).toBe('404 invitation/unknown')
    expect(await refusalIn(use('/account-links/second-factor', 'bukan-sandinya'))).toBe('401 session/wrong-password')
    expect((await use('/account-links/second-factor', demoPassword)).status).toBe(204)
    const back = await enteredBy(service, enter(service))
    const { api } = unitAt(service.url)
    expect((await fetch(`${api}/cases`, { headers: back.headers })).status).toBe(403)
  })
})
