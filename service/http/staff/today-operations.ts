import { listAs } from '../../case/access/cover-for.ts'
import { countByStatus, sumByStatus } from '../../case/access/visible-counts.ts'
import * as registerWire from '../../contract/register.ts'
import { leaveCase, notePresence } from '../../desk/presence/presence.ts'
import * as reminding from '../../keeping/reminders/reminders.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { countTasks, listToday } from '../../register/list-today.ts'
import { countPageTasks, listWork } from '../../register/own-work.ts'
import { listViews, saveViews, type ViewLists } from '../../register/saved-views.ts'
import { parseDay } from '../../shared/instant.ts'
import type { ApiOffice } from '../office.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { sealedWrongIn } from '../views/case-parts.ts'
import { caseLine } from '../views/case-view.ts'
import { byName } from '../views/common-views.ts'
import { ownReminderViews, reminderView } from '../views/series-view.ts'
import { viewContextOf } from '../views/show-case.ts'

const listed = async (office: ApiOffice, staff: StaffMember, number: string): Promise<registerWire.CaseReminders> => {
  const { items, proposed } = await reminding.listRemindersOn(office, staff, number)
  return { items: items.map(reminderView), proposed }
}

export const reminderOperations = [
  op('GET /reminders', {
    summary: 'One’s own reminders on all cases that one sees',
    may: ['cases.read'],
    answer: json(registerWire.ownReminders, 'The earliest day first'),
    does: async ({ office, staff, tenant, language }) => {
      const { calendar } = tenant.settings
      const found = await reminding.listReminders(office, staff, 'all')
      const items = await ownReminderViews(office, staff, found, { calendar, language: language })
      return { items }
    },
  }),
  op('GET /cases/{number}/reminders', {
    summary: 'One’s own reminders on a case, and days to choose from',
    may: ['cases.read'],
    answer: json(registerWire.caseReminders, 'The earliest day first'),
    does: ({ office, staff, params }) => listed(office, staff, params.number),
  }),
  op('POST /cases/{number}/reminders', {
    summary: 'Be reminded of a case',
    description:
      'Sealed with the case, for this person alone, without a line in history or log. It ends when it is done, with the case, or when the person leaves.',
    may: ['cases.read'],
    body: registerWire.setReminder,
    answer: json(registerWire.caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params, body }) => {
      const { number } = params
      const { day, reason } = body
      await reminding.setReminder(office, staff, number, { day: parseDay(day), reason })
      return listed(office, staff, number)
    },
  }),
  op('PUT /cases/{number}/reminders/{id}', {
    summary: 'Put a reminder off, or say its reason anew',
    may: ['cases.read'],
    params: registerWire.reminderParam.shape,
    body: registerWire.setReminder,
    answer: json(registerWire.caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params, body }) => {
      const { day, reason } = body
      await reminding.changeReminder(office, staff, params, { day: parseDay(day), reason })
      return listed(office, staff, params.number)
    },
  }),
  op('DELETE /cases/{number}/reminders/{id}', {
    summary: 'End a reminder that is done',
    may: ['cases.read'],
    params: registerWire.reminderParam.shape,
    answer: json(registerWire.caseReminders, 'One’s reminders on the case as they are now'),
    does: async ({ office, staff, params }) => {
      await reminding.endReminder(office, staff, params)
      return listed(office, staff, params.number)
    },
  }),
]

/** Open screens poll these. */
export const presenceOperations = [
  op('POST /cases/{number}/presence', {
    summary: 'Say that one has a case open, and hear who else has and whether it changed',
    description: 'A screen says it every few seconds; who says nothing more is gone within fifteen.',
    may: ['cases.read'],
    body: registerWire.presenceRequest,
    answer: json(registerWire.surroundingsView, 'Who else is there now'),
    does: async ({ office, staff, language, params, body }) => {
      const { number } = params
      const { writes, leaves } = body
      const wording = viewWordings[language]
      if (leaves) await leaveCase(office, staff, number)
      const found = leaves ? { revision: 0, last: null, others: [] } : await notePresence(office, staff, number, writes)
      const { last } = found
      return {
        revision: found.revision,
        last: last && { at: last.at, label: wording.labels.event[last.event], by: byName(wording)(last.by) },
        others: found.others,
      }
    },
  }),
  op('GET /case-counts', {
    summary: 'How many cases there are per status now',
    may: ['cases.read'],
    answer: json(registerWire.caseCounts, 'The counts that stand above the register'),
    does: async ({ office, staff }) => ({ counts: sumByStatus(await countByStatus(office, staff)) }),
  }),
]

const showLists = (lists: ViewLists, staff: StaffMember) => ({
  ...lists,
  mayShare: staff.permissions.has('cases.approve'),
  most: registerWire.MOST_VIEWS,
})

export const viewOperations = [
  op('GET /views', {
    summary: 'Saved views of the register, with the number of cases in each',
    may: ['cases.read'],
    answer: json(registerWire.viewLists, 'One’s own, and those of the whole unit'),
    does: async ({ office, staff }) => showLists(await listViews(office, staff), staff),
  }),
  op('PUT /views/own', {
    summary: 'Save one’s own views, the whole list in its order',
    may: ['cases.read'],
    body: registerWire.saveViews,
    answer: json(registerWire.viewLists, 'Saved'),
    does: async ({ office, staff, body }) => showLists(await saveViews(office, staff, 'own', body), staff),
  }),
  op('PUT /views/shared', {
    summary: 'Save the views of the whole unit, the whole list in its order',
    may: ['cases.approve'],
    body: registerWire.saveViews,
    answer: json(registerWire.viewLists, 'Saved'),
    does: async ({ office, staff, body }) => showLists(await saveViews(office, staff, 'shared', body), staff),
  }),
  op('GET /work', {
    summary: 'What one has to do, the most urgent first',
    may: ['cases.read'],
    answer: json(registerWire.workView, 'Cases that one handles, and what waits for one'),
    does: async ({ office, staff, language, c }) => {
      const { items, waiting, sealedWrong, ...counts } = await listWork(office, staff)
      const seen = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      const lines = { items: read.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
      return { ...counts, ...lines, waiting }
    },
  }),
]

export const todayOperations = [
  op('GET /today/counts', {
    summary: 'How much waits for one',
    may: 'session',
    answer: json(registerWire.todayCounts, 'Counts without a word of any case'),
    does: async ({ office, staff }) => {
      const [cases, pages, reminders] = await Promise.all([
        countTasks(office, staff),
        countPageTasks(office, staff),
        reminding.countReminders(office, staff),
      ])
      return { cases, pages, reminders: reminders.due }
    },
  }),
  op('GET /today', {
    summary: 'What waits for one, whatever kind it is',
    may: 'session',
    query: registerWire.todayQuery,
    answer: json(registerWire.todayView, 'The nearest date first'),
    does: async ({ office, staff, tenant, language, query, c }) => {
      const [today, pages, { later }, seen] = await Promise.all([
        listToday(office, staff, query.kind),
        countPageTasks(office, staff),
        reminding.countReminders(office, staff),
        viewContextOf(c, office),
      ])
      const read = await listAs(
        office,
        staff,
        today.items.map(({ complaint }) => complaint),
        language,
      )
      const items = today.items.flatMap(({ kind, act, declares }, at) => {
        const complaint = read[at]
        return complaint ? [{ ...caseLine(complaint, seen), kind, act, declares }] : []
      })
      const { calendar } = tenant.settings
      const reminders = await ownReminderViews(office, staff, today.reminders, { calendar, language })
      const sealedWrong = today.sealedWrong.map(sealedWrongIn(c))
      const counted = { cases: today.counts, pages, laterReminders: later }
      return { ...counted, items, reminders, sealedWrong }
    },
  }),
]
