import { describe, expect, it } from 'vitest'
import type { ApprovalList } from '../../service/contract/keeping.ts'
import { aColleague, knock } from '../support/a-colleague.ts'
import { aMailOffice, patience } from '../support/a-mail-office.ts'
import { refusalIn } from '../support/a-problem.ts'
import { accept, acceptIn, anAddress, anInvitingUnit, signInWith } from '../support/an-inviting-unit.ts'
import { oneService } from '../support/one-service.ts'

const fresh = 'sandi-yang-baru-sekali'

describe('where mail leaves the house', () => {
  const office = aMailOffice()
  const { service } = office
  const first = anInvitingUnit(service, 'dinas-contoh')
  const second = anInvitingUnit(service, 'bagian-organisasi')

  const mailsTo = (email: string) =>
    office.smtp.delivered.filter(({ to }) => JSON.stringify(to).includes(`"${email}"`)).map(({ text }) => text ?? '')
  const linksTo = (email: string) =>
    mailsTo(email).flatMap((text) => /#\/(?:invitation|reset)\/(\S+)/.exec(text)?.[1] ?? [])
  const mailed = async (email: string, count = 1): Promise<string> => {
    await expect.poll(() => linksTo(email).length, patience).toBe(count)
    return linksTo(email).at(-1)!
  }
  async function aMember(unit = second, roles = ['verifier']) {
    const email = anAddress()
    await unit.invite(email, roles)
    const token = await mailed(email)
    expect((await accept(service, token)).status).toBe(200)
    return { email, ...(await signInWith(service, email)) }
  }

  it('an invitation goes to the mailbox alone, names person, unit and inviter, and its inviter sees how it fares', async () => {
    const email = anAddress()
    const invited = await second.invite(email)
    expect(invited).toMatchObject({ setUpUrl: null, staff: { state: 'invited', invitation: { account: null } } })
    const token = await mailed(email)
    const [text] = mailsTo(email)
    for (const said of ['Gita Umpama', 'Bagian Organisasi', 'Ani Peraga']) expect(text).toContain(said)
    expect(JSON.stringify(invited)).not.toContain(token)
    expect(service.running.output()).not.toContain(token)
    await expect.poll(async () => (await second.member(email))?.invitation?.mail, patience).toBe('sent')
    expect(await refusalIn(second.call('POST', '/staff/tidak-ada/invitation'))).toBe('404 staff/unknown')
    expect((await second.call('POST', `/staff/${invited.staff.id}/invitation`)).status).toBe(201)
    const again = await mailed(email, 2)
    expect(await refusalIn(accept(service, token))).toBe('404 invitation/unknown')
    expect((await accept(service, again)).status).toBe(200)
  })

  it('a person whose mailbox is confirmed accepts a second unit on their account page', async () => {
    const person = await aMember(first)
    await second.invite(person.email)
    const { session } = await signInWith(service, person.email)
    expect(session.invitations).toMatchObject([{ tenant: 'bagian-organisasi', by: 'Ani Peraga' }])
    expect((await acceptIn(person, 'bagian-organisasi')).status).toBe(200)
    expect(await second.opensFor(person)).toBe(200)
  })

  it('a forgotten password is set anew by a mailed link, once; sessions end, and the person is told', async () => {
    const person = await aMember()
    expect((await knock(service, '/session/forgotten-password', { email: person.email })).status).toBe(202)
    const token = await mailed(person.email, 2)
    const shown = await (await knock(service, '/account-links/inspection', { token })).json()
    expect(shown).toMatchObject({ purpose: 'password', email: person.email })
    expect((await knock(service, '/account-links/password', { token, password: fresh })).status).toBe(204)
    expect(await second.opensFor(person)).toBe(401)
    await signInWith(service, person.email, fresh)
    const again = knock(service, '/account-links/password', { token, password: 'sandi-orang-lain' })
    expect(await refusalIn(again)).toBe('404 invitation/unknown')
    await expect
      .poll(() => mailsTo(person.email).some((text) => text.includes('baru saja diganti')), patience)
      .toBe(true)
  })

  it('asking for a new password says the same of an address that has no account, and floods no mailbox', async () => {
    const { email } = await aMember()
    const ask = async (address: string) => {
      const answer = await knock(service, '/session/forgotten-password', { email: address })
      return [answer.status, await answer.text()]
    }
    expect(await ask(email)).toEqual(await ask('bukan-siapa-siapa@kantor.example'))
    await mailed(email, 2)
    for (let times = 0; times < 5; times++) await ask(email)
    // A mail that is asked for later and has come shows that nothing was left on the way.
    const later = await aMember()
    await ask(later.email)
    await mailed(later.email, 2)
    expect(linksTo(email)).toHaveLength(2)
  })

  it('a new password does not take the place of the second factor', async () => {
    const person = await aMember()
    const { secret } = (await (await person.call('POST', '/account/totp')).json()) as { secret: string }
    const { appCode } = await import('../support/app-codes.ts')
    await person.call('POST', '/account/totp/confirmation', { code: appCode(secret, 0, Date.now()) })
    await knock(service, '/session/forgotten-password', { email: person.email })
    await knock(service, '/account-links/password', { token: await mailed(person.email, 2), password: fresh })
    const tried = knock(service, '/session', { email: person.email, password: fresh })
    expect(await refusalIn(tried)).toBe('401 session/totp-needed')

    const { items } = (await (await second.call('GET', '/staff')).json()) as { items: { id: string; email: string }[] }
    const id = items.find((one) => one.email === person.email)?.id
    const asking = { factor: 'second-factor', reason: 'Ponselnya hilang' }
    expect((await second.call('POST', `/staff/${id}/reset`, asking)).status).toBe(204)
    const { items: asked } = (await (
      await second.call('GET', '/approvals', undefined, 'kepala')
    ).json()) as ApprovalList
    const request = asked.find(({ person: one }) => one?.email === person.email)!
    const yes = { granted: true, because: 'Sudah bertemu langsung' }
    expect(await refusalIn(second.call('POST', `/approvals/${request.id}/decision`, yes))).toBe(
      '403 approval/own-request',
    )
    expect((await second.call('POST', `/approvals/${request.id}/decision`, yes, 'kepala')).status).toBe(200)
    const token = await mailed(person.email, 3)
    const use = (password: string) => knock(service, '/account-links/second-factor', { token, password })
    expect(await refusalIn(use('bukan-sandinya'))).toBe('401 session/wrong-password')
    expect((await use(fresh)).status).toBe(204)
    const back = await signInWith(service, person.email, fresh)
    expect(await second.opensFor(back)).toBe(403)
    const renewed = (await (await back.call('POST', '/account/totp')).json()) as { secret: string }
    await back.call('POST', '/account/totp/confirmation', { code: appCode(renewed.secret, 0, Date.now()) })
    expect(await second.opensFor(back)).toBe(200)
  })
})

describe('where no mail leaves the house', () => {
  const service = oneService()
  const unit = anInvitingUnit(service, 'bagian-organisasi')
  const reason = 'Lupa kata sandi setelah cuti'

  it('an admin lets somebody back in after the head agreed, by a link that works once', async () => {
    const person = await aColleague(service, ['verifier'])
    const id = person.session.staff.id
    expect((await unit.call('POST', `/staff/${id}/reset`, { factor: 'password', reason })).status).toBe(204)
    const { items } = (await (await unit.call('GET', '/approvals', undefined, 'kepala')).json()) as ApprovalList
    const asked = items.find((one) => one.person?.email === person.email)!
    const link = () => unit.call('POST', `/approvals/${asked.id}/reset-link`)
    expect(await refusalIn(link())).toBe('403 approval/not-granted')
    await unit.call('POST', `/approvals/${asked.id}/decision`, { granted: true, because: 'Benar orangnya' }, 'kepala')
    const { resetUrl } = (await (await link()).json()) as { resetUrl: string }
    expect(await refusalIn(link())).toBe('409 approval/used')
    const token = resetUrl.split('/').at(-1)!
    expect((await knock(service, '/account-links/password', { token, password: fresh })).status).toBe(204)
    expect(await unit.opensFor(person)).toBe(401)
    await signInWith(service, person.email, fresh)
  })

  it('nobody asks for themself, and an account that counts elsewhere is for whoever runs the service', async () => {
    const { items } = (await (await unit.call('GET', '/staff')).json()) as { items: { id: string; email: string }[] }
    const self = items.find(({ email }) => email.startsWith('admin@'))!.id
    const own = unit.call('POST', `/staff/${self}/reset`, { factor: 'second-factor', reason })
    expect(await refusalIn(own)).toBe('403 approval/own-request')

    const person = await aColleague(service, ['verifier'])
    const other = anInvitingUnit(service, 'dinas-contoh')
    const { setUpUrl } = await other.invite(person.email, ['observer'])
    expect((await acceptIn(person, 'dinas-contoh', setUpUrl!.split('/').at(-1)!)).status).toBe(200)
    await unit.call('POST', `/staff/${person.session.staff.id}/reset`, { factor: 'password', reason })
    const { items: asked } = (await (await unit.call('GET', '/approvals', undefined, 'kepala')).json()) as ApprovalList
    const { id, mayDecide } = asked.find((one) => one.person?.email === person.email)!
    expect(mayDecide).toBe(false)
    const yes = unit.call('POST', `/approvals/${id}/decision`, { granted: true, because: 'Benar' }, 'kepala')
    expect(await refusalIn(yes)).toBe('403 approval/operator-decides')
  })

  it('a forgotten password is answered alike, and no link is in the built-in mailbox', async () => {
    const { email } = await aColleague(service, ['verifier'])
    expect((await knock(service, '/session/forgotten-password', { email })).status).toBe(202)
    expect(await (await unit.call('GET', '/mailbox')).text()).not.toContain('/reset/')
  })
})
