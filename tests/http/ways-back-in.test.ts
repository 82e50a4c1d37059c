import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import type { ApprovalList } from '../../service/contract/keeping.ts'
import { aColleague, enteredBy, knock } from '../support/a-colleague.ts'
import { aMailOffice, patience } from '../support/a-mail-office.ts'
import { refusalIn } from '../support/a-problem.ts'
import {
  accept,
  acceptIn,
  anAddress,
  anInvitingUnit,
  signInWith,
  tokenIn,
  unitsIn,
} from '../support/an-inviting-unit.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
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
    await unit.vouch((await unit.member(email))?.id ?? '')
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
    await second.vouch(session.staff.id)
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

// No mail is set up here: an inviter is shown the link, and could use it themself.
const service = oneService(withOperator)
const first = anInvitingUnit(service, 'dinas-contoh')
const second = anInvitingUnit(service, 'bagian-organisasi')
const password = 'sandi-penyusup-itu'

/** An admin of the first unit invites an address that is not theirs and sets the password themself. */
async function aSquatter(email: string) {
  const invited = await first.invite(email, ['observer'])
  const squatter = await enteredBy(service, accept(service, tokenIn(invited), password))
  return { ...squatter, id: invited.staff.id }
}

describe('who invites an address that is not theirs', () => {
  it('and leaves it again is thrown out when another unit invites that address', async () => {
    const email = anAddress()
    const squatter = await aSquatter(email)
    await first.remove(squatter.id)

    const invited = await second.invite(email, ['verifier', 'case_handler'])
    expect(invited.setUpUrl).toMatch(/\/admin\/#\/invitation\//)
    expect(await refusalIn(squatter.call('GET', '/session'))).toBe('401 session/required')
    expect(await refusalIn(knock(service, '/session', { email, password }))).toBe('401 session/wrong-credentials')

    const owner = await enteredBy(service, accept(service, tokenIn(invited)))
    await second.vouch(invited.staff.id)
    expect(await second.opensFor(owner)).toBe(200)
    expect(unitsIn(owner.session)).toEqual(['bagian-organisasi'])
  })

  it('and keeps it does not get into another unit that invites the address', async () => {
    const email = anAddress()
    const squatter = await aSquatter(email)
    const invited = await second.invite(email)
    expect(invited.staff).toMatchObject({
      state: 'invited',
      invitation: { mail: null, account: { name: 'Gita Umpama', otherUnits: 1 } },
    })
    expect(JSON.stringify(invited)).not.toContain('dinas-contoh')

    expect(await second.opensFor(squatter)).toBe(404)
    expect(await refusalIn(acceptIn(squatter, 'bagian-organisasi'))).toBe('403 invitation/link-needed')
    expect(await refusalIn(acceptIn(squatter, 'bagian-organisasi', 'salah'))).toBe('404 invitation/unknown')
    const again = await signInWith(service, email, password)
    expect(again.session.invitations).toEqual([])
    expect(unitsIn(again.session)).toEqual(['dinas-contoh'])
    expect(await second.opensFor(again)).toBe(404)
  })

  it('and uses the link only after another unit invited gets into the first unit alone', async () => {
    const email = anAddress()
    const early = await first.invite(email, ['observer'])
    const late = await second.invite(email)
    const squatter = await enteredBy(service, accept(service, tokenIn(early), password))
    expect(unitsIn(squatter.session)).toEqual(['dinas-contoh'])
    expect(await second.opensFor(squatter)).toBe(404)
    expect(await refusalIn(accept(service, tokenIn(late)))).toBe('409 invitation/sign-in-first')
    expect(await second.member(email)).toMatchObject({ state: 'invited' })
  })

  it('is not the admin of a unit that is opened with that address', async () => {
    const email = anAddress()
    const squatter = await aSquatter(email)
    const operator = await anOperator(service)
    const unit = { slug: 'kecamatan-baru', name: 'Kecamatan Baru', shortName: 'Baru', numberPrefix: 'KB' }
    const opened = await operator.call('POST', '/operator/tenants', { ...unit, admin: { name: 'Hadi Misal', email } })
    const { setUpUrl } = (await opened.json()) as { setUpUrl: string }
    const api = `${service.unit('kecamatan-baru').api}/settings`
    expect(await refusalIn(fetch(api, { headers: squatter.headers }))).toBe('404 tenant/unknown')
    expect(await refusalIn(acceptIn(squatter, 'kecamatan-baru'))).toBe('403 invitation/link-needed')
    expect(await refusalIn(accept(service, tokenIn({ setUpUrl }), password))).toBe('409 invitation/sign-in-first')
  })

  it('has a link that is dead once the place is taken away', async () => {
    const email = anAddress()
    const invited = await first.invite(email)
    await first.remove(invited.staff.id)
    expect(await refusalIn(accept(service, tokenIn(invited)))).toBe('404 invitation/unknown')
  })
})

describe('somebody who works for one unit and is invited by another', () => {
  async function aPersonInTwoUnits() {
    const email = anAddress()
    const person = await enteredBy(service, accept(service, tokenIn(await first.invite(email, ['observer']))))
    const invited = await second.invite(email)
    return { email, person, invited }
  }

  it('reads nothing there before they accept, signed in, with the link that this unit gave them', async () => {
    const { email, person, invited } = await aPersonInTwoUnits()
    expect(await second.opensFor(person)).toBe(404)
    const accepted = await acceptIn(person, 'bagian-organisasi', tokenIn(invited))
    expect(accepted.status).toBe(200)
    expect(unitsIn((await accepted.json()) as SessionView).sort()).toEqual(['bagian-organisasi', 'dinas-contoh'])
    await second.vouch(invited.staff.id)
    expect(await second.opensFor(person)).toBe(200)
    expect(await second.member(email)).toMatchObject({ state: 'active', invitation: null })
    expect(await refusalIn(acceptIn(person, 'bagian-organisasi', tokenIn(invited)))).toBe('404 invitation/unknown')
  })

  it('declines, and nothing is left of it', async () => {
    const { email, person, invited } = await aPersonInTwoUnits()
    expect((await person.call('POST', '/account/invitations/bagian-organisasi/refusal')).status).toBe(200)
    expect(await second.member(email)).toBeUndefined()
    expect(await refusalIn(acceptIn(person, 'bagian-organisasi', tokenIn(invited)))).toBe('404 invitation/unknown')
  })

  it('is not let in by a link that was sent once more or taken back', async () => {
    const { person, invited } = await aPersonInTwoUnits()
    const again = await second.call('POST', `/staff/${invited.staff.id}/invitation`)
    expect(again.status).toBe(201)
    expect(await refusalIn(acceptIn(person, 'bagian-organisasi', tokenIn(invited)))).toBe('404 invitation/unknown')
    await second.remove(invited.staff.id)
    const { setUpUrl } = (await again.json()) as { setUpUrl: string }
    expect(await refusalIn(acceptIn(person, 'bagian-organisasi', tokenIn({ setUpUrl })))).toBe('404 invitation/unknown')
    expect(await second.opensFor(person)).toBe(404)
  })

  it('shows the second factor first, where they have one', async () => {
    const { email, person, invited } = await aPersonInTwoUnits()
    const { secret } = (await (await person.call('POST', '/account/totp')).json()) as { secret: string }
    const { appCode } = await import('../support/app-codes.ts')
    await person.call('POST', '/account/totp/confirmation', { code: appCode(secret, 0, Date.now()) })
    const stolen = knock(service, '/session', { email, password: 'sandi-pilihan-sendiri' })
    expect(await refusalIn(stolen)).toBe('401 session/totp-needed')
    expect((await acceptIn(person, 'bagian-organisasi', tokenIn(invited))).status).toBe(200)
  })
})

it('a link says to whom and where it leads before it is used', async () => {
  const email = anAddress()
  const token = tokenIn(await second.invite(email))
  const shown = await (await knock(service, '/account-links/inspection', { token })).json()
  expect(shown).toMatchObject({
    purpose: 'invitation',
    email,
    signInFirst: false,
    unit: { tenant: 'bagian-organisasi' },
  })
  expect(await refusalIn(knock(service, '/account-links/inspection', { token: 'x' }))).toBe('404 invitation/unknown')
})

it('no link of an invitation stands in the built-in mailbox, which an admin reads', async () => {
  const token = tokenIn(await second.invite(anAddress()))
  expect(await (await second.call('GET', '/mailbox')).text()).not.toContain(token)
})
