import { describe, expect, it } from 'vitest'
import type { InvitedStaffView } from '../../service/contract/account.ts'
import type { ApprovalView } from '../../service/contract/keeping.ts'
import type { DutiesView } from '../../service/contract/staff.ts'
import type { Role } from '../../service/offices/vocabulary.ts'
import { agreeToCustody, enteredBy, knock, password, vouchFor } from '../support/a-colleague.ts'
import { aMailOffice, patience } from '../support/a-mail-office.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { refusalIn } from '../support/a-problem.ts'
import { accept, anAddress, anInvitingUnit, tokenIn } from '../support/an-inviting-unit.ts'
import { aFiling } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)
const slug = 'bagian-organisasi'
const unit = anInvitingUnit(service, slug)
const path = (rest: string) => `/tenants/${slug}${rest}`

/** Somebody whose address only the admin knows, and who passed the link on to themself. */
async function aPuppet(roles: readonly Role[]) {
  const email = anAddress()
  const { staff, setUpUrl } = await unit.invite(email, roles)
  const here = await enteredBy(service, accept(service, tokenIn({ setUpUrl })))
  return {
    ...here,
    id: staff.id,
    email,
    at: (method: string, rest: string, body?: object) => here.call(method, path(rest), body),
  }
}

const waitingIn = async (mailbox: string) => {
  const { people } = (await (await unit.call('GET', '/duties', undefined, mailbox)).json()) as DutiesView
  return new Map(people.map(({ id, vouching }) => [id, vouching]))
}

describe('an account whose address only its inviter knows', () => {
  it.each<Role>(['intake_officer', 'verifier', 'case_handler', 'unit_head', 'internal_auditor', 'parent_head'])(
    'as %s reads no case, opens no identity and is no second person',
    async (role) => {
      const { number } = await service.unit().file(aFiling())
      const puppet = await aPuppet([role])
      expect(await refusalIn(puppet.at('GET', `/cases/${number}`))).toBe('403 staff/not-permitted')
      expect(await refusalIn(puppet.at('GET', '/cases'))).toBe('403 staff/not-permitted')
      expect(await refusalIn(puppet.at('POST', `/cases/${number}/identity/reveal`, { reason: 'Perlu tahu' }))).toBe(
        '403 staff/not-permitted',
      )
      const asked = await (await service.staff('kepala')).post('/approvals', { act: 'export-register', reason: 'Uji' })
      const { id } = (await asked.json()) as ApprovalView
      const decided = puppet.at('POST', `/approvals/${id}/decision`, { granted: true, because: 'Setuju' })
      expect(await refusalIn(decided)).toBe('403 staff/not-permitted')
    },
  )

  it('does its work as soon as the head says that they know the person', async () => {
    const { number } = await service.unit().file(aFiling())
    const person = await aPuppet(['verifier'])
    expect(await unit.member(person.email)).toMatchObject({ state: 'active', isUnvouched: true })
    await vouchFor(service, person.id)
    expect(await unit.member(person.email)).not.toHaveProperty('isUnvouched')
    expect((await person.at('GET', `/cases/${number}`)).status).toBe(200)
    expect(await refusalIn((await service.staff('kepala')).post(`/staff/${person.id}/vouching`, {}))).toBe(
      '409 staff/vouched-already',
    )
  })

  it('is vouched for by neither its inviter, itself nor another puppet, nor by whoever has no such duty', async () => {
    const puppet = await aPuppet(['unit_head'])
    const other = await aPuppet(['unit_head', 'internal_auditor'])
    const vouch = (mailbox: string) => unit.call('POST', `/staff/${puppet.id}/vouching`, {}, mailbox)
    for (const mailbox of ['admin', 'verifikator', 'petugas']) {
      expect(await refusalIn(vouch(mailbox))).toBe('403 staff/not-permitted')
    }
    for (const one of [puppet, other]) {
      expect(await refusalIn(one.at('POST', `/staff/${puppet.id}/vouching`, {}))).toBe('403 staff/not-permitted')
    }
    // A puppet that somebody let through is still whom the same admin invited.
    await vouchFor(service, other.id)
    expect(await refusalIn(other.at('POST', `/staff/${puppet.id}/vouching`, {}))).toBe('403 staff/cannot-vouch')
    expect((await waitingIn('admin')).get(puppet.id)).toBe('waits')
    expect((await waitingIn('kustodian')).get(puppet.id)).toBe('may')
    expect((await vouch('inspektorat')).status).toBe(204)
  })

  it('is not vouched for before the person accepted, and a new invitation needs a new word', async () => {
    const invited = await unit.invite(anAddress(), ['verifier'])
    const vouching = `/staff/${invited.staff.id}/vouching`
    expect(await refusalIn(unit.call('POST', vouching, {}, 'kepala'))).toBe('404 staff/unknown')
    await enteredBy(service, accept(service, tokenIn(invited)))
    await vouchFor(service, invited.staff.id)
    await unit.remove(invited.staff.id)
    await unit.invite(invited.staff.email, ['verifier'])
    expect(await unit.member(invited.staff.email)).toMatchObject({ isUnvouched: true })
  })

  it('gets nothing as deputy, and is no custodian either', async () => {
    const puppet = await aPuppet(['observer', 'identity_custodian'])
    await agreeToCustody(service, puppet.email)
    const today = officeDay()
    const head = (await service.staff('kepala')).session.staff.id
    const absences = [{ firstDay: today, lastDay: today, deputy: puppet.id, title: 'plh' }]
    expect((await unit.call('PUT', `/duties/absences/${head}`, { absences }, 'kepala')).status).toBe(200)
    expect(await refusalIn(puppet.at('GET', '/cases'))).toBe('403 staff/not-permitted')
    expect((await unit.call('PUT', `/duties/absences/${head}`, { absences: [] }, 'kepala')).status).toBe(200)
  })
})

describe('two heads invited a minute ago', () => {
  it('export no names together, also in a unit that was opened today', async () => {
    const [one, other] = [await aPuppet(['unit_head']), await aPuppet(['unit_head'])]
    const register = { profile: 'with_named_identity', from: null, to: null, category: null, status: [] }
    const ask = { act: 'export-register', reason: 'Uji', register }
    expect(await refusalIn(one.at('POST', '/approvals', ask))).toBe('403 staff/not-permitted')
    // Let through by the real head, they are still too new.
    for (const { id } of [one, other]) await vouchFor(service, id)
    const { id } = (await (await one.at('POST', '/approvals', ask)).json()) as ApprovalView
    const decision = { granted: true, because: 'Setuju' }
    expect(await refusalIn(other.at('POST', `/approvals/${id}/decision`, decision))).toBe('403 approval/too-new')
  })
})

describe('the first people of a unit', () => {
  it('need nobody’s word until the unit can work, and whoever comes later does', async () => {
    const young = await aNewUnit(service, 'desa-muda', 'DY')
    const head = await young.join('kepala', ['unit_head'])
    expect((await head.call('GET', young.path('/cases'))).status).toBe(200)
    const member = { name: 'Rani Misal', position: 'Staf', email: anAddress(), roles: ['case_handler'] }
    const invited = (await (await young.admin.call('POST', young.path('/staff'), member)).json()) as InvitedStaffView
    const rani = await enteredBy(
      service,
      knock(service, '/invitations/acceptance', { token: tokenIn(invited), password }),
    )
    expect(await refusalIn(rani.call('GET', young.path('/cases')))).toBe('403 staff/not-permitted')
    expect((await head.call('POST', young.path(`/staff/${invited.staff.id}/vouching`))).status).toBe(204)
    expect((await rani.call('GET', young.path('/cases'))).status).toBe(200)
  })
})

describe('where the operator named the mail domain of the offices', () => {
  const office = aMailOffice({ STAFF_MAIL_DOMAINS: 'kota.example' })
  const inviting = anInvitingUnit(office.service, slug)
  const linkTo = (email: string) =>
    office.smtp.delivered
      .filter(({ to }) => JSON.stringify(to).includes(`"${email}"`))
      .map(({ text }) => /#\/invitation\/(\S+)/.exec(text ?? '')?.[1] ?? '')[0]

  it.each([
    ['budi@kota.example', 200],
    ['budi@dinas.kota.example', 200],
    ['budi@surat.example', 403],
    ['budi@bukankota.example', 403],
  ])('whoever uses the link that was mailed to %s reads cases with %i', async (email, status) => {
    await inviting.invite(email)
    await expect.poll(() => linkTo(email), patience).toBeTruthy()
    const here = await enteredBy(office.service, accept(office.service, linkTo(email) ?? ''))
    expect(await inviting.opensFor(here)).toBe(status)
  })
})
