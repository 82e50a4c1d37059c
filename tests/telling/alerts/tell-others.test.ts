import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { tellDeciders } from '../../../service/keeping/approvals/approvals.ts'
import { type ChannelHealth, failuresBeforePause, healthy } from '../../../service/offices/channels/notice-channel.ts'
import { openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { createChannelTeller } from '../../../service/telling/alerts/warnings.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

async function anOffice() {
  const office = await anOfficeOf({
    verifikator: { roles: ['verifier'] },
    kustodian: { roles: ['identity_custodian'] },
    rekan: { roles: ['identity_custodian'], reportsTo: 'verifikator' },
    admin: { roles: ['tenant_admin'] },
  })
  const ports = { ...office.ports, inboxes: await openInboxStore(office.allOfStore), ring: () => {} }
  const kindsOf = async (id: string, tenant = organisasi) =>
    (await ports.inboxes.read(tenant, id as StaffId)).alerts.map(({ kind, times }) => `${kind} ${times}`)
  const ask = (asker: string, { id: number, category }: Complaint) =>
    ports.approvals.add({
      tenant: organisasi,
      id: 'permintaan',
      act: 'open-identities',
      asker: asker as StaffId,
      askedAt: mondayAtTen,
      decision: null,
      usedAt: null,
      content: {
        askedBy: { kind: 'system' },
        reason: 'Saksi',
        ground: 'other',
        cases: [{ number, category }],
        decidedBy: null,
        because: null,
        opened: [],
      },
    })
  return { ...office, ports, kindsOf, ask }
}

describe('a request for a second person', () => {
  it('is told to who can be that person, once, and not to who asked', async () => {
    const { ports, receive, kindsOf, ask } = await anOffice()
    await ask('kustodian', await receive(aComplaint()))
    expect(await tellDeciders(ports)).toBe(1)
    expect(await tellDeciders(ports)).toBe(0)
    expect(await kindsOf('rekan')).toEqual(['approval_waits 1'])
    for (const id of ['kustodian', 'verifikator', 'admin']) expect([id, await kindsOf(id)]).toEqual([id, []])
  })

  it('about a case that is kept from somebody is not told to them', async () => {
    const office = await anOffice()
    const { ports, kindsOf, ask } = office
    await ask('verifikator', await aGuardedCase(office, 'rekan'))
    expect(await tellDeciders(ports)).toBe(1)
    expect(await kindsOf('kustodian')).toEqual(['approval_waits 1'])
    expect(await kindsOf('rekan')).toEqual([])
    expect(await kindsOf('verifikator')).toEqual([])
  })
})

describe('a channel that went down', () => {
  const down: ChannelHealth = { ...healthy, failuresInARow: failuresBeforePause, failingSince: mondayAtTen }
  const channels = (health: ChannelHealth) => () =>
    [{ channel: 'sms', queue: 'sms', reportsDelivery: false, keepsHere: false, health }] as const

  it('is told to admins of every unit, once an outage, also by two processes', async () => {
    const { ports, kindsOf, employ } = await anOffice()
    await employ('admin', { roles: ['tenant_admin'] })
    await ports.staff.saveMembership({
      ...(await ports.staff.membership(organisasi, 'admin'))!,
      tenant: dinas,
    })
    const look = createChannelTeller({ ...ports, deliverer: { channels: channels(down) } })
    const other = createChannelTeller({ ...ports, deliverer: { channels: channels(down) } })
    expect([await look(), await look(), await other()]).toEqual([2, 0, 2])
    expect(await kindsOf('admin')).toEqual(['channel_dead 1'])
    expect(await kindsOf('admin', dinas)).toEqual(['channel_dead 1'])
    expect(await kindsOf('verifikator')).toEqual([])
  })

  it('is told anew when it goes down another time, and not while it merely stumbles', async () => {
    const { ports, kindsOf } = await anOffice()
    const stumbling = { ...down, failuresInARow: 1 }
    await createChannelTeller({ ...ports, deliverer: { channels: channels(stumbling) } })()
    expect(await kindsOf('admin')).toEqual([])
    for (const since of ['2026-11-23T03:00:00.000Z', '2026-11-24T03:00:00.000Z'] as Instant[]) {
      await createChannelTeller({ ...ports, deliverer: { channels: channels({ ...down, failingSince: since }) } })()
    }
    expect(await kindsOf('admin')).toEqual(['channel_dead 2'])
  })
})
