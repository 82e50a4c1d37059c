import { listAs } from '../../case/access/cover-for.ts'
import { todayCounts, todayQuery, todayView } from '../../contract/today.ts'
import { countReminders } from '../../keeping/reminders/reminders.ts'
import { countTasks, listToday } from '../../register/list-today.ts'
import { countPageTasks } from '../../register/own-work.ts'
import { json, op } from '../operation.ts'
import { caseLine } from '../views/case-view.ts'
import { ownReminderViews } from '../views/reminder-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { viewContextOf } from '../views/show-case.ts'

export const todayOperations = [
  op('GET /today/counts', {
    summary: 'How much waits for one',
    may: 'session',
    answer: json(todayCounts, 'Counts without a word of any case'),
    does: async ({ office, staff }) => {
      const [cases, pages, reminders] = await Promise.all([
        countTasks(office, staff),
        countPageTasks(office, staff),
        countReminders(office, staff),
      ])
      return { cases, pages, reminders: reminders.due }
    },
  }),
  op('GET /today', {
    summary: 'What waits for one, whatever kind it is',
    may: 'session',
    query: todayQuery,
    answer: json(todayView, 'The nearest date first'),
    does: async ({ office, staff, tenant, language, query, c }) => {
      const [today, pages, { later }, seen] = await Promise.all([
        listToday(office, staff, query.kind),
        countPageTasks(office, staff),
        countReminders(office, staff),
        viewContextOf(c, office),
      ])
      const read = await listAs(
        office,
        staff,
        today.items.map(({ complaint }) => complaint),
        language,
      )
      const items = today.items.flatMap(({ kind, act }, at) => {
        const complaint = read[at]
        return complaint ? [{ ...caseLine(complaint, seen), kind, act }] : []
      })
      const { calendar } = tenant.settings
      const reminders = await ownReminderViews(office, staff, today.reminders, { calendar, language })
      const sealedWrong = today.sealedWrong.map(sealedWrongIn(c))
      const counted = { cases: today.counts, pages, laterReminders: later }
      return { ...counted, items, reminders, sealedWrong }
    },
  }),
]
