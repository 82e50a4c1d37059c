import { describe, expect, it, vi } from 'vitest'
import { guardCaseAgainst } from '../../../service/case/access/guarding.ts'
import { backOff, type CarrierAnswer } from '../../../service/offices/channels/notice-channel.ts'
import { markAlertsRead, openInboxStore } from '../../../service/offices/inbox/inbox.ts'
import { endpointsOf } from '../../../service/offices/staff/push-devices.ts'
import { PLATFORM_UNIT } from '../../../service/offices/staff/second-factor.ts'
import { DAY, HOUR, MINUTE } from '../../../service/shared/instant.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import {
  type AlertMailOffice,
  composeAlertMail,
  MOST_LINES,
  sendAlertMail,
} from '../../../service/telling/alerts/alert-mail.ts'
import { tellStaff } from '../../../service/telling/alerts/tell-staff.ts'
import { openWebhookStore } from '../../../service/telling/webhooks/webhook.ts'
import { aComplaint, aComplaintIn } from '../../support/a-complaint.ts'
import type { DeskPorts } from '../../support/a-desk.ts'
import { anOfficeOf } from '../../support/a-guarded-office.ts'
import { officeWith } from '../../support/office-with.ts'
import { organisasi } from '../../support/two-units.ts'

const pushAnswer = (url: string, status: number) =>
  ({ kind: 'answered', url, status, headers: {}, body: new Uint8Array(), isCut: false }) as const

const accepted: CarrierAnswer = { outcome: 'accepted', answer: '' }
const trouble: CarrierAnswer = { outcome: 'failed_for_now', reason: 'provider_trouble', answer: '' }

/** It is Monday at ten: digests go out on Tuesday at half past seven. */
async function anOffice() {
  const office = await anOfficeOf({ verifikator: { roles: ['verifier'] }, petugas: { roles: ['case_handler'] } })
  const { staff, vault } = office.ports
  await vault.addTenant(PLATFORM_UNIT)
  const ids = new Map<string, StaffId>()
  for (const id of ['verifikator', 'petugas']) {
    const email = `${id}@contoh.example`
    const draft = { id, email, name: id, operator: false, passwordHash: 'x', invitation: null }
    ids.set(id, (await staff.accountFor(draft)).id as StaffId)
  }
  const send = vi.fn<AlertMailOffice['send']>(async () => accepted)
  const callOutside = vi.fn<AlertMailOffice['callOutside']>(async ({ url }) => pushAnswer(url, 201))
  const onFault = vi.fn()
  const ports = officeWith<DeskPorts & AlertMailOffice>({
    ...office.ports,
    webhooks: await openWebhookStore(office.allOfStore, office.ports.vault, () => {}),
    inboxes: await openInboxStore(office.allOfStore),
    ring: () => {},
    publicUrl: 'https://aduan.example',
    hasher: (tenant: typeof organisasi) => office.ports.vault.hasher(tenant, 'notice'),
    callOutside,
    signPush: async (origin: string) => `vapid for ${origin}`,
    send,
  })
  return {
    ...office,
    ports,
    send,
    callOutside,
    onFault,
    /** Has a browser of somebody woken from now on. */
    async givePush(id: string, endpoint: string) {
      const account = (await staff.account(id))!
      const device = { id: endpoint, endpoint, device: 'Firefox', addedAt: office.ports.now() }
      await staff.replaceAccount({ ...account, pushDevices: [...(account.pushDevices ?? []), device] })
    },
    async devicesOf(id: string) {
      const account = await staff.account(id)
      return account ? Object.values(await endpointsOf(office.ports, account)) : []
    },
    inboxOf: (id: string) => ports.inboxes.read(organisasi, id as StaffId),
    async receive(...complaints: Parameters<typeof office.receive>) {
      const received = await office.receive(...complaints)
      await tellStaff(ports, onFault)
      return received
    },
    mail: (more: Partial<AlertMailOffice> = {}) => sendAlertMail({ ...ports, ...more }, onFault),
    keys: () => send.mock.calls.map(([{ idempotencyKey }]) => idempotencyKey),
  }
}
const dispatched = () =>
  aComplaintIn('in_progress', {
    handler: 'petugas' as StaffId,
    alerts: [
      {
        id: 'disposisi',
        kind: 'dispatched_to_me',
        duty: 'handling',
        at: aComplaint().receivedAt,
        by: null,
        to: 'petugas' as StaffId,
      },
    ],
  })

describe('an e-mail to staff', () => {
  it('tells at once of a case that came to them: its number, the link, and not a word of it', async () => {
    const { receive, mail, send } = await anOffice()
    const { id } = await receive(dispatched())
    expect(await mail()).toBe(1)
    expect(await mail()).toBe(0)
    expect(send).toHaveBeenCalledOnce()
    const [{ to, subject, text, idempotencyKey }] = send.mock.calls[0]!
    expect(to).toBe('petugas@contoh.example')
    expect(subject).toBe(`Pengaduan ${id} ditugaskan kepada Anda`)
    expect(text).toContain(`https://aduan.example/admin/bagian-organisasi/cases/${id}`)
    expect(text).toContain('https://aduan.example/admin/bagian-organisasi/alerts')
    expect(`${subject}${text}`).not.toMatch(/Berkas tidak diproses|maladministra/i)
    expect(idempotencyKey).toMatch(/^[\w-]{20,64}$/)
    expect(idempotencyKey).not.toContain(id)
  })

  it('gathers what is not urgent into one in the morning', async () => {
    const { receive, mail, send, goOn } = await anOffice()
    const numbers = [(await receive(aComplaint())).id, (await receive(aComplaint())).id]
    expect(await mail()).toBe(0)
    goOn(1)
    expect(await mail()).toBe(1)
    const [{ to, subject, text }] = send.mock.calls[0]!
    expect([to, subject]).toEqual(['verifikator@contoh.example', '2 pemberitahuan pengaduan'])
    for (const number of numbers) expect(text).toContain(`/cases/${number}`)
  })

  it('tells nothing that was read before, and nothing of a case that is kept from them by now', async () => {
    const { receive, mail, send, goOn, ports, employ, member } = await anOffice()
    await employ('kepala', { roles: ['unit_head'] })
    await employ('verifikator', { roles: ['verifier'], reportsTo: 'kepala' })
    const read = await receive(aComplaint())
    const inbox = await ports.inboxes.read(organisasi, 'verifikator' as StaffId)
    const ids = inbox.alerts.map(({ id }) => id)
    await ports.inboxes.change(organisasi, 'verifikator' as StaffId, (one) => markAlertsRead(one, { ids }, ports.now()))
    const { id: number, revision } = await receive(aComplaint())
    const guard = { number, revision, staff: ['verifikator'], because: 'Ia yang dilaporkan.' }
    await guardCaseAgainst(ports, await member('kepala'), guard)
    goOn(1)
    await mail()
    expect(send.mock.calls.map(([{ to }]) => to)).not.toContain('verifikator@contoh.example')
    expect(read.id).not.toBe(number)
  })

  it('goes to nobody who has not accepted the invitation, and to nobody who left', async () => {
    const { receive, mail, send, ports, inboxOf } = await anOffice()
    const account = await ports.staff.account('petugas')
    await ports.staff.replaceAccount({ ...account!, passwordHash: null })
    await receive(dispatched())
    await mail()
    await ports.staff.removeMembership(organisasi, 'petugas')
    expect(await mail()).toBe(0)
    expect(send).not.toHaveBeenCalled()
    expect((await inboxOf('petugas')).mail).toBeNull()
  })

  it('is tried again as the same message when its process dies after sending, and never sent as two', async () => {
    const { receive, mail, goOn, keys, ports, onFault } = await anOffice()
    await receive(dispatched())
    let calls = 0
    const dying = {
      ...ports.inboxes,
      change: (...asked: Parameters<typeof ports.inboxes.change>) => {
        calls++
        return calls === 2 ? Promise.reject(new Error('mati')) : ports.inboxes.change(...asked)
      },
    }
    await mail({ inboxes: dying })
    expect(onFault).toHaveBeenCalledOnce()
    expect(await mail()).toBe(0)
    goOn((2 * MINUTE) / DAY)
    expect(await mail()).toBe(1)
    expect(new Set(keys()).size).toBe(1)
    expect(keys()).toHaveLength(2)
  })

  it('of two processes that look at once, one sends it', async () => {
    const { receive, mail, send } = await anOffice()
    await receive(dispatched())
    await Promise.all([mail(), mail()])
    expect(send).toHaveBeenCalledOnce()
  })

  it('is tried again later, then given up, and its end is told to them', async () => {
    const { receive, mail, send, goOn, inboxOf, keys } = await anOffice()
    send.mockImplementation(async () => trouble)
    await receive(dispatched())
    for (const wait of backOff) {
      await mail()
      goOn(wait / DAY)
    }
    await mail()
    expect(await inboxOf('petugas')).toMatchObject({ mail: null, lastMail: { reason: 'provider_trouble' } })
    expect(new Set(keys()).size).toBe(1)
  })

  it('waits without losing a try while the channel takes nothing', async () => {
    const { receive, mail, send, goOn, inboxOf } = await anOffice()
    send.mockImplementation(async () => ({ ...trouble, retryAfterMs: 10 * MINUTE }))
    await receive(dispatched())
    await mail()
    expect((await inboxOf('petugas')).mail).toMatchObject({ failures: 0 })
    expect(await mail()).toBe(0)
    send.mockImplementation(async () => accepted)
    goOn((10 * MINUTE) / DAY)
    expect(await mail()).toBe(1)
    expect(await inboxOf('petugas')).toMatchObject({ mail: null, lastMail: { reason: null } })
  })

  it('comes again for the same thing an hour later at the earliest', async () => {
    const { receive, mail, goOn, ports, send, onFault } = await anOffice()
    const { id } = await receive(dispatched())
    await mail()
    const again = (note: string) =>
      ports.complaints.change(organisasi, id, (one) => ({
        ...one,
        alerts: [{ ...dispatched().alerts[0]!, id: note, at: ports.now() }],
      }))
    await again('lagi')
    await tellStaff(ports, onFault)
    expect(await mail()).toBe(0)
    goOn(HOUR / DAY)
    expect(await mail()).toBe(1)
    expect(send).toHaveBeenCalledTimes(2)
  })
})

it('a long digest tells how many more there are, in the person’s language', () => {
  const alerts = Array.from(
    { length: MOST_LINES + 2 },
    (_, at) => ({ kind: 'clock_over', number: `BO-${at}`, times: 1 }) as const,
  )
  const at = { tenant: organisasi, office: 'Bagian Contoh', publicUrl: 'https://aduan.example' }
  const { subject, text } = composeAlertMail(alerts, { ...at, language: 'en' })
  expect(subject).toBe(`${MOST_LINES + 2} alerts about complaints`)
  expect(text).toContain('And 2 more in the staff room')
  expect(text.match(/is overdue/g)).toHaveLength(MOST_LINES)
  expect(
    composeAlertMail([{ kind: 'channel_dead', number: null, times: 1 }], { ...at, language: 'id' }).text,
  ).toContain('https://aduan.example/admin/bagian-organisasi/cases\n')
})

it('a mail about many dates at once tells how many more passed, and leads to all of them', () => {
  const at = {
    tenant: organisasi,
    office: 'Bagian Contoh',
    publicUrl: 'https://aduan.example',
    language: 'id',
  } as const
  const { subject, text } = composeAlertMail([{ kind: 'clock_over', number: null, times: 312 }], at)
  expect(subject).toBe('312 pengaduan lain melewati batas waktu')
  expect(text).toContain('https://aduan.example/admin/bagian-organisasi/cases?due=overdue\n')
})

describe('a push to the browsers of staff', () => {
  const phone = 'https://push.example/phone'

  it('goes out once with the mail, without a word in it, however often the mail is tried', async () => {
    const { receive, mail, callOutside, givePush, goOn } = await anOffice()
    await givePush('petugas', phone)
    await receive(dispatched())
    await mail({ send: async () => trouble })
    goOn((2 * MINUTE) / DAY)
    await mail()
    expect(callOutside).toHaveBeenCalledOnce()
    const [{ url, method, body, headers, redirects }] = callOutside.mock.calls[0]!
    expect([url, method, body, redirects]).toEqual([phone, 'POST', undefined, 0])
    expect(headers).toEqual({
      authorization: 'vapid for https://push.example',
      ttl: '43200',
      topic: expect.stringMatching(/^[\w-]{20,32}$/),
      'content-length': '0',
    })
  })

  it('waits for office hours as the mail does, and goes to nobody who read it meanwhile', async () => {
    const { receive, mail, callOutside, givePush, ports, inboxOf, goOn } = await anOffice()
    await givePush('verifikator', phone)
    await receive(aComplaint())
    await mail()
    expect(callOutside).not.toHaveBeenCalled()
    await ports.inboxes.change(organisasi, 'verifikator' as StaffId, (inbox) =>
      markAlertsRead(inbox, { until: ports.now() }, ports.now()),
    )
    goOn(1)
    await mail()
    expect(callOutside).not.toHaveBeenCalled()
    expect((await inboxOf('verifikator')).alerts).toHaveLength(1)
  })

  it.each([
    ['is gone', (url: string) => pushAnswer(url, 410)],
    ['is unknown', (url: string) => pushAnswer(url, 404)],
    ['leads inside the network now', (url: string) => ({ kind: 'refused', url, why: 'not_public' }) as const],
  ])('ends for a browser that %s, and for no other', async (_, answered) => {
    const { receive, mail, givePush, devicesOf, onFault } = await anOffice()
    await givePush('petugas', phone)
    await givePush('petugas', 'https://push.example/laptop')
    await receive(dispatched())
    await mail({ callOutside: async ({ url }) => (url === phone ? answered(url) : pushAnswer(url, 201)) })
    expect(await devicesOf('petugas')).toEqual(['https://push.example/laptop'])
    expect(onFault).not.toHaveBeenCalled()
  })

  it('that fails takes neither the mail nor the browser away', async () => {
    const { receive, mail, send, givePush, devicesOf } = await anOffice()
    await givePush('petugas', phone)
    await receive(dispatched())
    await mail({ callOutside: async ({ url }) => ({ kind: 'failed', url, why: 'too_slow' }) })
    expect(send).toHaveBeenCalledOnce()
    expect(await devicesOf('petugas')).toEqual([phone])
  })
})
