import { describe, expect, it, vi } from 'vitest'
import { guardCaseAgainst } from '../../../service/case/access/guarding.ts'
import type { AlertedCase } from '../../../service/case/store/first-notices.ts'
import { answer, verify } from '../../../service/desk/decisions.ts'
import { isUnread, openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import {
  type GuardMark,
  grantsOfRoles,
  limitsIn,
  type StaffMember,
} from '../../../service/offices/staff/permissions.ts'
import type { Role } from '../../../service/offices/vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { type AlertOffice, alertsOf, unreadOf } from '../../../service/telling/alerts/alerts.ts'
import { recipientsOf, tellStaff } from '../../../service/telling/alerts/tell-staff.ts'
import { openWebhookStore } from '../../../service/telling/webhooks/webhook.ts'
import { aComplaint, aComplaintIn, aMoment, head, verifier } from '../../support/a-complaint.ts'
import { type DeskPorts, staffWith } from '../../support/a-desk.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { officeWith } from '../../support/office-with.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const refuse = (cause: unknown) => {
  throw cause
}

async function anOffice() {
  const office = await anOfficeOf({
    verifikator: { roles: ['verifier'] },
    rekan: { roles: ['verifier'] },
    kepala: { roles: ['unit_head'] },
  })
  const ring = vi.fn()
  const ports = officeWith<DeskPorts & AlertOffice>({
    ...office.ports,
    webhooks: await openWebhookStore(office.allOfStore, office.ports.vault, () => {}),
    inboxes: await openInboxStore(office.allOfStore),
    ring,
  })
  const inboxOf = async (id: string, tenant = organisasi) => {
    const { alerts } = await ports.inboxes.read(tenant, id as StaffId)
    return alerts.map(({ kind, number, times }) => `${kind} ${number} ${times}`)
  }
  return { ...office, ports, ring, inboxOf, tell: () => tellStaff(ports, refuse) }
}

describe('what waits in a case', () => {
  it('comes to each whom it is for, rings, and waits no more', async () => {
    const { receive, tell, inboxOf, ring } = await anOffice()
    const { id } = await receive(aComplaint())
    expect(await tell()).toBe(1)
    expect(await inboxOf('verifikator')).toEqual([`new_case ${id} 1`])
    expect(await inboxOf('rekan')).toEqual([`new_case ${id} 1`])
    expect(await inboxOf('kepala')).toEqual([])
    expect(ring.mock.calls).toEqual([
      [organisasi, 'rekan'],
      [organisasi, 'verifikator'],
    ])
    expect(await tell()).toBe(0)
  })

  it('comes to nobody of another unit', async () => {
    const { receive, tell, inboxOf } = await anOffice()
    await receive(aComplaint(), dinas)
    expect(await tell()).toBe(1)
    expect(await inboxOf('verifikator')).toEqual([])
    expect(await inboxOf('verifikator', dinas)).toEqual([])
  })

  it('is neither lost nor doubled by a process that dies before it took the note out', async () => {
    const { receive, ports, inboxOf } = await anOffice()
    const { id } = await receive(aComplaint())
    const dying = { ...ports.complaints, markAlerted: () => Promise.reject(new Error('mati')) }
    const fault = vi.fn()
    await tellStaff({ ...ports, complaints: dying }, fault)
    expect(fault).toHaveBeenCalledOnce()
    await Promise.all([tellStaff(ports, refuse), tellStaff(ports, refuse)])
    expect(await inboxOf('verifikator')).toEqual([`new_case ${id} 1`])
  })

  it('vanishes from the list of who may not see the case any more, and stays in the others’', async () => {
    const { receive, tell, ports, member, inboxOf } = await anOffice()
    const { id: number, revision } = await receive(aComplaint())
    await tell()
    const seen = async (id: string) => (await alertsOf(ports, await member(id))).map((alert) => alert.number)
    expect(await seen('rekan')).toEqual([number])
    const verifikator = await member('verifikator')
    await guardCaseAgainst(ports, verifikator, { number, revision, staff: ['rekan'], because: 'Ia yang dilaporkan.' })
    expect(await seen('rekan')).toEqual([])
    expect(await seen('verifikator')).toEqual([number])
    await tell()
    expect(await inboxOf('kepala')).toEqual([`dispatched_to_me ${number} 1`])
  })

  it('of a case that was filed before there were alerts is nothing, and its next act is told', async () => {
    const { receive, tell, store, ports, inboxOf } = await anOffice()
    const { id: number } = await receive(aComplaintIn('in_progress'))
    const kept = await store.complaints.get(organisasi, number)
    await store.complaints.replace(JSON.parse(JSON.stringify({ ...kept, alerts: undefined, news: undefined })))
    expect(await tell()).toBe(0)
    expect((await ports.complaints.get(organisasi, number)).alerts).toEqual([])
    expect(await inboxOf('verifikator')).toEqual([])
  })
})

describe('after eight weeks', () => {
  it('only what still waits is unread, although nobody ever marked an alert as read', async () => {
    const { receive, tell, ports, member } = await anOffice()
    const cases: string[] = []
    for (let day = 0; day < 40; day++) {
      const { id } = await receive(aComplaint())
      await tell()
      cases.push(id)
      const before = cases[day - 2]
      if (before === undefined) continue
      await ports.complaints.change(organisasi, before, (one) =>
        answer(
          verify(one, undefined, 'open', verifier, aMoment(1)),
          { outcome: 'substantiated', text: 'Sudah.' },
          head,
          aMoment(2),
        ),
      )
      await tell()
    }
    const verifikator = await member('verifikator')
    expect((await ports.inboxes.read(organisasi, verifikator.id)).alerts.length).toBe(40)
    expect((await unreadOf(ports, verifikator)).alerts.map(({ number }) => number)).toEqual(cases.slice(-2).reverse())
    expect((await alertsOf(ports, verifikator)).filter(isUnread).length).toBe(2)
    expect((await ports.inboxes.read(organisasi, verifikator.id)).alerts.filter(isUnread).length).toBe(2)
  })
})

const person = (id: string, roles: readonly Role[], more: Partial<StaffMember> = {}): StaffMember => ({
  ...staffWith(roles, organisasi, id),
  ...more,
})
const mark = 'tanda' as GuardMark
const office = [
  person('verifikator', ['verifier']),
  person('petugas', ['case_handler']),
  person('kepala', ['unit_head']),
  person('kustodian', ['identity_custodian']),
  person('pengamat', ['observer']),
  person('admin', ['tenant_admin']),
]
const aCase = (details: Partial<AlertedCase> = {}): AlertedCase => ({
  category: 'maladministration',
  guard: null,
  handler: null,
  answeredBy: null,
  ...details,
})
const toldOf = (
  note: Partial<Parameters<typeof recipientsOf>[0]> & Pick<Parameters<typeof recipientsOf>[0], 'duty'>,
  details: Partial<AlertedCase> = {},
  members: readonly StaffMember[] = office,
  superiors: readonly string[] = [],
) => recipientsOf({ kind: 'reporter_answered', by: null, to: null, ...note }, aCase(details), members, superiors)

describe('a new complaint', () => {
  it('is told to verifiers, and to the head only where nobody else verifies', () => {
    expect(toldOf({ kind: 'new_case', duty: 'verification' })).toEqual(['verifikator'])
    const alone = office.filter(({ id }) => id !== 'verifikator')
    expect(toldOf({ kind: 'new_case', duty: 'verification' }, {}, alone)).toEqual(['kepala'])
  })

  it('is not told to the officer who took it in', () => {
    expect(toldOf({ kind: 'new_case', duty: 'verification', by: 'verifikator' as StaffId })).toEqual([])
  })

  it('is not told to a verifier of other categories', () => {
    const limits = limitsIn(grantsOfRoles(['verifier'], { verifier: ['illegal_levy'] }, {}))
    const members = [person('terbatas', ['verifier'], { limits }), ...office]
    expect(toldOf({ kind: 'new_case', duty: 'verification' }, {}, members)).toEqual(['verifikator'])
  })
})

describe('a case that is kept from somebody', () => {
  const concerned = new Set([mark])
  const guard = { marks: [mark], steward: 'kepala' as StaffId }

  it('is never told of to them, whatever their duty', () => {
    const members = office.map((one) => (one.id === 'kepala' ? one : { ...one, guardMarks: concerned }))
    const duties = ['verification', 'handling', 'approval', 'custody', 'rights'] as const
    for (const duty of duties) {
      for (const kind of ['new_case', 'reporter_answered', 'clock_over'] as const) {
        const told = toldOf({ kind, duty }, { guard, handler: 'petugas' as StaffId }, members)
        expect(told.filter((id) => id !== 'kepala')).toEqual([])
      }
    }
    expect(toldOf({ duty: 'handling', to: 'petugas' as StaffId }, { guard }, members)).toEqual([])
  })

  it('is told of to its steward, whatever their roles', () => {
    const steward = person('pengawas', ['internal_auditor'])
    const told = toldOf({ duty: 'approval' }, { guard: { marks: [mark], steward: steward.id } }, [steward])
    expect(told).toEqual(['pengawas'])
  })
})

describe('what the reporter writes', () => {
  it('is told to who handles the case, and before there is one to verifiers', () => {
    expect(toldOf({ duty: 'handling' }, { handler: 'petugas' as StaffId })).toEqual(['petugas'])
    expect(toldOf({ duty: 'handling' })).toEqual(['verifikator'])
  })

  it('does not get lost with a handler who left the unit', () => {
    expect(toldOf({ duty: 'handling' }, { handler: 'pensiunan' as StaffId })).toEqual(['verifikator'])
  })

  it('in objection is told to a head other than the one who answered', () => {
    const heads = [...office, person('wakil', ['unit_head'])]
    expect(toldOf({ duty: 'approval' }, { answeredBy: 'kepala' as StaffId }, heads)).toEqual(['wakil'])
    expect(toldOf({ duty: 'approval' }, { answeredBy: 'kepala' as StaffId })).toEqual(['kepala'])
  })
})

describe('while somebody is away', () => {
  const awayUntil = '2026-11-30T00:00:00.000Z' as Instant
  const absent = (id: string) => office.map((one) => (one.id === id ? { ...one, awayUntil } : one))

  it('their cases are told of to their deputy, and without one to verifiers', () => {
    const handled = { handler: 'petugas' as StaffId }
    const deputized = absent('petugas').map((one) =>
      one.id === 'kustodian' ? { ...one, standsInFor: ['petugas' as StaffId] } : one,
    )
    expect(toldOf({ duty: 'handling' }, handled, deputized)).toEqual(['kustodian'])
    expect(toldOf({ duty: 'handling', to: 'petugas' as StaffId }, handled, deputized)).toEqual(['kustodian'])
    expect(toldOf({ duty: 'handling' }, handled, absent('petugas'))).toEqual(['verifikator'])
  })

  it('what nobody else can do is still told to them', () => {
    expect(toldOf({ duty: 'custody' }, {}, absent('kustodian'))).toEqual(['kustodian'])
  })
})

describe('an objection to the only head’s answer', () => {
  it('is told to the Inspektorat, but an answer that waits for approval is not', () => {
    const members = [...office, person('inspektorat', ['internal_auditor'])]
    const answered = { answeredBy: 'kepala' as StaffId }
    expect(toldOf({ duty: 'approval' }, answered, members)).toEqual(['inspektorat'])
    expect(toldOf({ kind: 'approval_waits', duty: 'approval' }, answered, members)).toEqual(['kepala'])
  })
})

describe('a case that somebody opened for a reason', () => {
  it('is told to the head, and what the head opened to those above', () => {
    const members = [...office, person('inspektorat', ['internal_auditor'])]
    const opened = { kind: 'case_opened', duty: 'approval' } as const
    expect(toldOf({ ...opened, by: 'inspektorat' as StaffId }, {}, members)).toEqual(['kepala'])
    expect(toldOf({ ...opened, by: 'kepala' as StaffId }, {}, members)).toEqual(['inspektorat'])
  })
})

describe('a date that has passed', () => {
  it('is told to the head besides who should have acted', () => {
    expect(toldOf({ kind: 'clock_over', duty: 'handling' }, { handler: 'petugas' as StaffId })).toEqual([
      'petugas',
      'kepala',
    ])
    expect(toldOf({ kind: 'clock_over', duty: 'verification' })).toEqual(['verifikator', 'kepala'])
    expect(toldOf({ kind: 'clock_near', duty: 'verification' })).toEqual(['verifikator'])
  })
})

describe('a date that passed long ago', () => {
  const above = ['sekda', 'inspektorat']
  const members = [...office, person('sekda', ['unit_head']), person('inspektorat', ['internal_auditor'])]
  const escalated = { kind: 'clock_escalated', duty: 'handling' } as const

  it('is told to who stands above the head and sees the case, and to nobody else', () => {
    const details = { handler: 'petugas' as StaffId }
    expect(toldOf(escalated, details, members, ['sekda'])).toEqual(['sekda'])
    expect(toldOf(escalated, details, members, ['pengamat', 'admin'])).toEqual([])
    expect(toldOf(escalated, details, members, [])).toEqual([])
  })

  it('is not told to a superior from whom the case is kept', () => {
    const guard = { marks: [mark], steward: null }
    const kept = members.map((one) => (one.id === 'sekda' ? { ...one, guardMarks: new Set([mark]) } : one))
    expect(toldOf(escalated, { guard }, kept, above)).toEqual(['inspektorat'])
  })
})
