import { describe, expect, it } from 'vitest'
import type { ApprovalList, ApprovalView } from '../../service/contract/keeping.ts'
import type { StaffRequestListView } from '../../service/contract/staff.ts'
import { aColleague, agreeToCustody, enteredBy } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { accept, anAddress, anInvitingUnit, tokenIn } from '../support/an-inviting-unit.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)
const unit = anInvitingUnit(service, 'bagian-organisasi')

const askedFor = async (email: string, mailbox = 'kepala'): Promise<ApprovalView> => {
  const { items } = (await (await unit.call('GET', '/approvals', undefined, mailbox)).json()) as ApprovalList
  return items.find(({ person }) => person?.email === email)!
}
const decide = (id: string, mailbox: string, granted = true) =>
  unit.call('POST', `/approvals/${id}/decision`, { granted, because: 'Sesuai surat tugas' }, mailbox)

const theAdmin = async () => (await unit.member('admin@bagian-organisasi.demo'))!

describe('an admin', () => {
  it.each(['intake_officer', 'verifier', 'case_handler', 'unit_head', 'identity_custodian', 'internal_auditor'])(
    'does not make themself %s, be it by changing or inviting themself',
    async (role) => {
      const { id, name, position, email } = await theAdmin()
      const place = { name, position, roles: ['tenant_admin', role] }
      expect(await refusalIn(unit.call('PATCH', `/staff/${id}`, place))).toBe('403 staff/own-role')
      expect(await refusalIn(unit.call('POST', '/staff', { ...place, email }))).toBe('403 staff/own-role')
      expect(await theAdmin()).toMatchObject({ roles: ['tenant_admin'] })
    },
  )

  it('does not widen limits of their own, nor change under whom they stand', async () => {
    const limits = { verifier: ['maladministration'] }
    const other = await aColleague(service, ['tenant_admin', 'verifier'], undefined, { reportsTo: null, limits })
    const { id, name } = other.session.staff
    const place = { name, position: 'Petugas', roles: ['tenant_admin', 'verifier'] }
    const change = (more: object) =>
      other.call('PATCH', `/tenants/bagian-organisasi/staff/${id}`, { ...place, limits, ...more })
    expect(await refusalIn(change({ limits: {} }))).toBe('403 staff/own-role')
    expect(await refusalIn(change({ limits: { verifier: ['illegal_levy'] } }))).toBe('403 staff/own-role')
    expect(await refusalIn(change({ reportsTo: (await theAdmin()).id }))).toBe('403 staff/own-place')
    expect((await change({})).status).toBe(200)
  })

  it.each([
    ['name', { name: 'Orang Lain' }],
    ['position', { position: 'Kepala Bagian Lain' }],
  ])('does not change their own %s, be it by changing or inviting themself', async (_, more) => {
    const { id, name, position, email, roles } = await theAdmin()
    const place = { name, position, roles, ...more }
    expect(await refusalIn(unit.call('PATCH', `/staff/${id}`, place))).toBe('403 staff/own-place')
    expect(await refusalIn(unit.call('POST', '/staff', { ...place, email }))).toBe('403 staff/own-place')
    expect(await theAdmin()).toMatchObject({ name, position })
  })

  it('makes nobody a custodian alone: the role waits until the head agrees', async () => {
    const email = anAddress()
    const invited = await unit.invite(email, ['observer', 'identity_custodian'], { reason: 'Menggantikan Pak Eko' })
    expect(invited).toMatchObject({ staff: { roles: ['observer'] }, asked: ['identity_custodian'] })
    const asked = await askedFor(email)
    expect(asked).toMatchObject({
      act: 'grant-custody',
      reason: 'Menggantikan Pak Eko',
      mayDecide: true,
      person: { role: 'identity_custodian', addressConfirmed: false },
    })
    expect((await askedFor(email, 'admin')).mayDecide).toBe(false)
    expect(await refusalIn(decide(asked.id, 'admin'))).toMatch(/^403 approval\/own-request|^404/)
    expect((await decide(asked.id, 'kepala')).status).toBe(200)
    expect(await unit.member(email)).toMatchObject({ roles: ['observer', 'identity_custodian'] })
    expect(await askedFor(email)).toMatchObject({ state: 'used' })
  })

  it('asks once, however often they save, and a no gives nothing', async () => {
    const email = anAddress()
    const { staff } = await unit.invite(email, ['observer', 'identity_custodian'])
    const place = { name: staff.name, position: staff.position, roles: ['observer', 'identity_custodian'] }
    expect(await (await unit.call('PATCH', `/staff/${staff.id}`, place)).json()).toMatchObject({ roles: ['observer'] })
    const { items } = (await (await unit.call('GET', '/approvals', undefined, 'kepala')).json()) as ApprovalList
    expect(items.filter(({ person }) => person?.email === email)).toHaveLength(1)
    await decide((await askedFor(email)).id, 'kepala', false)
    expect(await unit.member(email)).toMatchObject({ roles: ['observer'] })
  })

  it('gains nothing by a head whom they made for it, nor by a custodian who decides on themself', async () => {
    const puppet = await aColleague(service, ['unit_head'])
    const email = anAddress()
    await unit.invite(email, ['identity_custodian'])
    const { id } = await askedFor(email)
    const decision = { granted: true, because: 'Setuju' }
    const path = `/tenants/bagian-organisasi/approvals/${id}/decision`
    expect(await refusalIn(puppet.call('POST', path, decision))).toBe('403 approval/too-new')
    expect(await unit.member(email)).toMatchObject({ roles: [] })
  })

  it('does not have a role carried over to whoever takes the place of the person', async () => {
    const email = anAddress()
    const invited = await unit.invite(email, ['observer', 'identity_custodian'])
    await enteredBy(service, accept(service, tokenIn(invited)))
    const { id } = await askedFor(email)
    await unit.remove(invited.staff.id)
    await unit.invite(email, ['observer'])
    expect(await refusalIn(decide(id, 'kepala'))).toBe('409 approval/lapsed')
    expect(await unit.member(email)).toMatchObject({ roles: ['observer'] })
  })
})

interface AlertItems {
  readonly items: readonly {
    readonly kind: string
    readonly about?: { readonly name: string; readonly role: string }
  }[]
}

it.each(['kepala', 'kustodian', 'inspektorat'])(
  '%s is told at once who becomes a custodian or is none any more',
  async (mailbox) => {
    const email = anAddress()
    const name = `Kustodian Baru ${mailbox}`
    const { staff } = await unit.invite(email, ['identity_custodian'], { name })
    await agreeToCustody(service, email)
    await unit.remove(staff.id)
    const { items } = (await (await unit.call('GET', '/alerts', undefined, mailbox)).json()) as AlertItems
    const told = items.filter(({ about }) => about?.name === name).map(({ kind, about }) => `${kind} ${about?.role}`)
    const gone = 'role_taken identity_custodian'
    expect(told.sort()).toEqual(mailbox === 'kepala' ? [gone] : ['role_granted identity_custodian', gone])
  },
)

it.each(['kepala', 'kustodian', 'inspektorat'])(
  '%s is told at once who gets a role that reads cases or opens identities',
  async (mailbox) => {
    const name = `Petugas Baru ${mailbox}`
    const roles = ['intake_officer', 'verifier', 'case_handler'] as const
    await unit.invite(anAddress(), [...roles], { name })
    const { items } = (await (await unit.call('GET', '/alerts', undefined, mailbox)).json()) as AlertItems
    const told = items.filter(({ about }) => about?.name === name).map(({ kind, about }) => `${kind} ${about?.role}`)
    expect(told.sort()).toEqual(roles.map((role) => `role_granted ${role}`).sort())
  },
)

describe('whoever runs the service', () => {
  const newUnit = { slug: 'desa-mandiri', name: 'Desa Mandiri', shortName: 'Mandiri', numberPrefix: 'DM' }

  it('is the second person in a unit that has none, and in no other', async () => {
    const operator = await anOperator(service)
    const email = anAddress()
    const opened = await operator.call('POST', '/operator/tenants', {
      ...newUnit,
      admin: { name: 'Hadi Misal', email },
    })
    const token = tokenIn((await opened.json()) as { setUpUrl: string })
    const admin = await enteredBy(service, accept(service, token))
    const custodian = anAddress()
    const place = { name: 'Joko Misal', position: 'Sekretaris', email: custodian, roles: ['identity_custodian'] }
    expect((await admin.call('POST', '/tenants/desa-mandiri/staff', place)).status).toBe(201)

    await unit.invite(anAddress(), ['identity_custodian'])
    const waiting = (await (await operator.call('GET', '/operator/requests')).json()) as StaffRequestListView
    expect(waiting.items.map(({ tenant }) => tenant)).toEqual(['desa-mandiri'])
    const [asked] = waiting.items
    expect(asked).toMatchObject({ act: 'grant-custody', unit: 'Desa Mandiri', person: { email: custodian } })
    const decision = { granted: true, because: 'Sesuai surat desa' }
    const decided = await operator.call('POST', `/operator/requests/desa-mandiri/${asked!.id}/decision`, decision)
    expect(await decided.json()).toEqual({ items: [] })
    const { items } = (await (await admin.call('GET', '/tenants/desa-mandiri/staff')).json()) as { items: object[] }
    expect(items).toContainEqual(expect.objectContaining({ email: custodian, roles: ['identity_custodian'] }))
  })

  it('does not decide where the unit can', async () => {
    const email = anAddress()
    await unit.invite(email, ['identity_custodian'])
    const { id } = await askedFor(email)
    const operator = await anOperator(service)
    const path = `/operator/requests/bagian-organisasi/${id}/decision`
    const answer = operator.call('POST', path, { granted: true, because: 'Setuju' })
    expect(await refusalIn(answer)).toBe('403 approval/unit-decides')
  })
})
