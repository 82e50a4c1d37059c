import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import { enteredBy, knock } from '../support/a-colleague.ts'
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
