import {
  type CaseReminders,
  caseReminders,
  ownReminders,
  reminderParam,
  setReminder as setSchema,
} from '../../contract/reminders.ts'
import {
  changeReminder,
  endReminder,
  listReminders,
  listRemindersOn,
  type ReminderPorts,
  setReminder,
} from '../../keeping/reminders/reminders.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { parseDay } from '../../shared/instant.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { ownReminderViews, reminderView } from '../views/reminder-view.ts'
import type { CaseViewPorts } from '../views/show-case.ts'

const oneParams = caseParams.extend(reminderParam.shape)

const own = route.get('/reminders', {
  summary: 'One’s own reminders on all cases that one sees',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, ownReminders, 'The earliest day first'),
})
const ofCase = route.get('/cases/{number}/reminders', {
  summary: 'One’s own reminders on a case, and days to choose from',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, caseReminders, 'The earliest day first'),
})
const set = route.post('/cases/{number}/reminders', {
  summary: 'Be reminded of a case',
  description:
    'Sealed with the case, for this person alone, without a line in history or log. It ends when it is done, with the case, or when the person leaves.',
  ...forStaff('cases.read'),
  request: { params: caseParams, ...jsonBody(setSchema) },
  responses: answers(200, caseReminders, 'One’s reminders on the case as they are now'),
})
const change = route.put('/cases/{number}/reminders/{id}', {
  summary: 'Put a reminder off, or say its reason anew',
  ...forStaff('cases.read'),
  request: { params: oneParams, ...jsonBody(setSchema) },
  responses: answers(200, caseReminders, 'One’s reminders on the case as they are now'),
})
const end = route.delete('/cases/{number}/reminders/{id}', {
  summary: 'End a reminder that is done',
  ...forStaff('cases.read'),
  request: { params: oneParams },
  responses: answers(200, caseReminders, 'One’s reminders on the case as they are now'),
})

export function reminderRoutes(ports: CaseViewPorts & ReminderPorts & { readonly newId: () => string }) {
  const api = newApi()
  const listed = async (staff: StaffMember, number: string): Promise<CaseReminders> => {
    const { items, proposed } = await listRemindersOn(ports, staff, number)
    return { items: items.map(reminderView), proposed }
  }
  api.openapi(own, async (c) => {
    const [staff, { calendar }] = [c.get('staff'), c.get('tenant').settings]
    const found = await listReminders(ports, staff, 'all')
    const items = await ownReminderViews(ports, staff, found, { calendar, language: c.get('language') })
    return c.json({ items }, 200)
  })
  api.openapi(ofCase, async (c) => c.json(await listed(c.get('staff'), c.req.valid('param').number), 200))
  api.openapi(set, async (c) => {
    const [staff, { number }, { day, reason }] = [c.get('staff'), c.req.valid('param'), c.req.valid('json')]
    await setReminder(ports, staff, number, { day: parseDay(day), reason })
    return c.json(await listed(staff, number), 200)
  })
  api.openapi(change, async (c) => {
    const [staff, place, { day, reason }] = [c.get('staff'), c.req.valid('param'), c.req.valid('json')]
    await changeReminder(ports, staff, place, { day: parseDay(day), reason })
    return c.json(await listed(staff, place.number), 200)
  })
  api.openapi(end, async (c) => {
    const [staff, place] = [c.get('staff'), c.req.valid('param')]
    await endReminder(ports, staff, place)
    return c.json(await listed(staff, place.number), 200)
  })
  return api
}
