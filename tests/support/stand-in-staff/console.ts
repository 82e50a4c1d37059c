import { Hono } from 'hono'
import type {
  AnnounceInput,
  AnnouncementListView,
  OperatorLogView,
  TaskListView,
} from '../../../service/contract/installation.ts'
import type { InviteOperatorInput, OperatorListView } from '../../../service/contract/staff.ts'
import { fromNow } from './cases.ts'

type Announcement = AnnouncementListView['items'][number]

const first: Announcement = {
  id: 'pembaruan',
  text: {
    id: 'Layanan berhenti sebentar Sabtu pukul 20.00 untuk pembaruan.',
    en: 'The service stops for a while on Saturday at 8 p.m. for an update.',
  },
  level: 'warning',
  from: fromNow(-1),
  until: fromNow(2),
  units: null,
  madeAt: fromNow(-1),
  madeBy: 'Rani Contoh',
}

const lines: OperatorLogView['items'] = [
  { at: fromNow(-0.1), by: 'Rani Contoh', act: 'widget.withdrawn', subject: '1.0.0', detail: null },
  { at: fromNow(-1), by: 'Rani Contoh', act: 'unit.opened', subject: 'bagian-contoh', detail: null },
  { at: fromNow(-2), by: 'system', act: 'backup.taken', subject: null, detail: null },
]

const tasks: TaskListView = {
  isOnDuty: true,
  disk: { room: 'enough', free: 80e9, reserve: 2e9 },
  untrustedProxy: false,
  lacksSecurityContact: false,
  items: [
    {
      name: 'alert-mail',
      everySeconds: 5,
      isForOne: true,
      last: { endedAt: fromNow(0), milliseconds: 12, hasFailed: false },
      lastFailure: null,
      nextAt: fromNow(0),
    },
    {
      name: 'erasures',
      everySeconds: 5,
      isForOne: true,
      last: { endedAt: fromNow(0), milliseconds: 4, hasFailed: true },
      lastFailure: { at: fromNow(0), fault: 'StoreUnavailable' },
      nextAt: fromNow(0),
    },
  ],
}

/** What the operator announces, and what operators did: the last line was changed by somebody. */
export function operatorConsole(): Hono {
  let items: readonly Announcement[] = [first]
  let operators: OperatorListView['items'] = [
    { id: 'budi', name: 'Budi Misal', email: 'budi@pengelola.example', state: 'invited', isSelf: false },
    { id: 'rani', name: 'Rani Contoh', email: 'rani@pengelola.example', state: 'active', isSelf: true },
  ]
  return new Hono()
    .get('/announcements', (c) => c.json({ items }))
    .post('/announcements', async (c) => {
      const asked = await c.req.json<AnnounceInput>()
      const made = {
        ...asked,
        text: { id: asked.text.id, en: asked.text.en ?? '' },
        id: 'baru',
        madeAt: fromNow(0),
        madeBy: 'Rani Contoh',
      }
      items = [made, ...items]
      return c.json({ items }, 201)
    })
    .post('/announcements/:id/end', (c) => {
      items = items.map((one) => (one.id === c.req.param('id') ? { ...one, until: fromNow(0) } : one))
      return c.json({ items })
    })
    .get('/requests', (c) => c.json({ items: [] }))
    .get('/requests', (c) => c.json({ items: [] }))
    .get('/operators', (c) => c.json({ items: operators }))
    .post('/operators', async (c) => {
      const asked = await c.req.json<InviteOperatorInput>()
      const invited = { ...asked, id: asked.email, state: 'invited', isSelf: false } as const
      operators = [...operators.filter(({ email }) => email !== asked.email), invited]
      return c.json({ items: operators, setUpUrl: 'https://aduan.example/admin/#/invitation/sekali' }, 201)
    })
    .delete('/operators/:id', (c) => {
      operators = operators.filter(({ id }) => id !== c.req.param('id'))
      return c.json({ items: operators })
    })
    .get('/tasks', (c) => c.json(tasks))
    .get('/log', (c) => {
      const { by, act } = c.req.query()
      const found = lines.filter((line) => (!by || line.by === 'Rani Contoh') && (!act || line.act === act))
      const operators = [{ id: 'rani', name: 'Rani Contoh' }]
      return c.json({ items: found, nextCursor: null, operators, chain: { entries: 3, faults: 0 } })
    })
}
