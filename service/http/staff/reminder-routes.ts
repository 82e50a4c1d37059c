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
  setReminder,
} from '../../keeping/reminders/reminders.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { parseDay } from '../../shared/instant.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { ownReminderViews, reminderView } from '../views/reminder-view.ts'

const listed = async (office: Office, staff: StaffMember, number: string): Promise<CaseReminders> => {
  const { items, proposed } = await listRemindersOn(office, staff, number)
  return { items: items.map(reminderView), proposed }
}

export const reminderOperations = [
  op('GET /reminders', {
    summary: 'One’s own reminders on all cases that one sees',
    may: ['cases.read'],
    answer: json(ownReminders, 'The earliest day first'),
    does: async ({ office, staff, tenant, language }) => {
      const { calendar } = tenant.settings
      const found = await listReminders(office, staff, 'all')
      const items = await ownReminderViews(office, staff, found, { calendar, language: language })
      return { items }
    },
  }),
  op('GET /cases/{number}/reminders', {
    summary: 'One’s own reminders on a case, and days to choose from',
    may: ['cases.read'],
    answer: json(caseReminders, 'The earliest day first'),
    does: ({ office, staff, params }) => listed(office, staff, params.number),
  }),
  op('POST /cases/{number}/reminders', {
    summary: 'Be reminded of a case',
    description:
      'Sealed with the case, for this person alone, without a line in history or log. It ends when it is done, with the case, or when the person leaves.',
    may: ['cases.read'],
    body: setSchema,
    answer: json(caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params, body }) => {
      const { number } = params
      const { day, reason } = body
      await setReminder(office, staff, number, { day: parseDay(day), reason })
      return listed(office, staff, number)
    },
  }),
  op('PUT /cases/{number}/reminders/{id}', {
    summary: 'Put a reminder off, or say its reason anew',
    may: ['cases.read'],
    params: reminderParam.shape,
    body: setSchema,
    answer: json(caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params, body }) => {
      const { day, reason } = body
      await changeReminder(office, staff, params, { day: parseDay(day), reason })
      return listed(office, staff, params.number)
    },
  }),
  op('DELETE /cases/{number}/reminders/{id}', {
    summary: 'End a reminder that is done',
    may: ['cases.read'],
    params: reminderParam.shape,
    answer: json(caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params }) => {
      await endReminder(office, staff, params)
      return listed(office, staff, params.number)
    },
  }),
]
