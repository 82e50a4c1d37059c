import type { Hono } from 'hono'
import type { DutiesView } from '../../../service/contract/staff.ts'
import { fromNow, handlers } from './cases.ts'
import { letterExample } from './letters.ts'
import { rolesTable, UNIT, unitView } from './office.ts'
import { type Office, problem, type Stage, unit } from './stage.ts'
import { otherUnits } from './transfers.ts'
import { countedViews, savedList, todayOf } from './views.ts'

export function mountUnit(app: Hono, stage: Stage): void {
  app.get(unit, (c) => c.json(unitView(stage.office.settings, c.req.header('Accept-Language') === 'en' ? 'en' : 'id')))
  app.get(`${unit}/handlers`, (c) =>
    c.json({ items: handlers.map((one) => ({ ...one, email: '', roles: [], state: 'active' })) }),
  )
  app.get(`${unit}/colleagues`, (c) =>
    c.json({ items: handlers.map(({ id, name, position }) => ({ id, name, position })) }),
  )
}

export function mountLists(app: Hono, stage: Stage): void {
  app.get(`${unit}/other-units`, (c) => c.json({ items: otherUnits }))
  app.get(`${unit}/channels`, (c) => c.json({ items: [] }))
  app.get(`${unit}/channel-accounts`, (c) => c.json({ items: [] }))
  app.get(`${unit}/undelivered-notices`, (c) => c.json({ items: [], nextCursor: null }))
  app.get(`${unit}/views`, (c) => c.json(countedViews(stage.office.views, [...stage.office.cases.values()])))
  app.put(`${unit}/views/:whose`, async (c) => {
    const whose = c.req.param('whose') === 'shared' ? 'shared' : 'own'
    stage.office.views = { ...stage.office.views, [whose]: savedList(await c.req.json()) }
    return c.json(countedViews(stage.office.views, [...stage.office.cases.values()]))
  })
  app.get(`${unit}/today`, (c) => c.json(todayOf([...stage.office.cases.values()], c.req.query('kind'))))
  app.get(`${unit}/today/counts`, (c) => {
    const { cases, pages } = todayOf([...stage.office.cases.values()], undefined)
    return c.json({ cases, pages, reminders: 0 })
  })
  app.get(`${unit}/late`, (c) => c.json({ items: [], paused: [], nextCursor: null }))
}

export function mountSettings(app: Hono, stage: Stage): void {
  app.get(`${unit}/settings`, (c) => c.json(stage.office.settings))
  app.post(`${unit}/settings/calendar/preview`, (c) =>
    c.json({ days: [{ day: '2026-12-09', name: null, open: [['08:00', '16:00']] }], everyWeek: false, movedCases: 12 }),
  )
  app.post(`${unit}/settings/calendar/holidays`, (c) =>
    c.json({
      days: [{ day: '2027-01-01', name: 'Tahun Baru Masehi', kind: 'national' }],
      leftOut: [{ name: 'Rapat mingguan', reason: 'repeats' }],
    }),
  )
  app.post(`${unit}/settings/letters/preview`, (c) => c.json(letterExample))
  app.put(`${unit}/settings`, async (c) => {
    const written = await c.req.json<Office['settings']>()
    if (written.revision !== stage.office.settings.revision) return problem(c, 409, 'tenant/changed-meanwhile')
    stage.office.settings = { ...written, revision: written.revision + 1 }
    return c.json(stage.office.settings)
  })
}

export function mountStaff(app: Hono, stage: Stage): void {
  app.get(`${unit}/staff`, (c) => c.json({ items: stage.office.staff }))
  app.get(`${unit}/staff/roles`, (c) => c.json(rolesTable))
  const noGaps: DutiesView = { duties: [], people: [], awaitsStaff: false }
  app.get(`${unit}/duties`, (c) => c.json(noGaps))
  app.post(`${unit}/staff`, async (c) => {
    const words = await c.req.json<Omit<Office['staff'][number], 'id' | 'state'>>()
    const invitation = { at: fromNow(0), by: 'Budi Misal', mail: null, account: null }
    const staff = { id: `baru-${stage.office.staff.length}`, ...words, state: 'invited' as const, invitation }
    stage.office.staff.push(staff)
    return c.json({ staff, setUpUrl: 'http://127.0.0.1/admin/#/invitation/sekali-pakai', asked: [] }, 201)
  })
  app.patch(`${unit}/staff/:id`, async (c) => {
    const words = await c.req.json<Partial<Office['staff'][number]>>()
    stage.office.staff = stage.office.staff.map((one) => (one.id === c.req.param('id') ? { ...one, ...words } : one))
    return c.json({ ...stage.office.staff.find(({ id }) => id === c.req.param('id')), asked: [] })
  })
  app.delete(`${unit}/staff/:id`, (c) => {
    stage.office.staff = stage.office.staff.filter(({ id }) => id !== c.req.param('id'))
    return c.body(null, 204)
  })
}

export function mountMailbox(app: Hono): void {
  app.get(`${unit}/mailbox`, (c) =>
    c.json({
      items: [
        'Undangan ke ruang petugas',
        'Pengaduan BO-2026-000124 diterima',
        'Pengaduan BO-2026-000123 diterima',
      ].map((subject, position) => ({
        id: `surat-${position}`,
        at: fromNow(-position * 5),
        subject,
        text: `${subject}.\n\nIkuti di http://127.0.0.1/t/${UNIT}/follow\n\nSurat ini dikirim otomatis.`,
      })),
      nextCursor: null,
    }),
  )
}
