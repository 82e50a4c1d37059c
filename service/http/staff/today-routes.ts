import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { todayCounts, todayQuery, todayView } from '../../contract/today.ts'
import { countReminders, type ReminderPorts } from '../../keeping/reminders/reminders.ts'
import { countTasks, listToday } from '../../register/list-today.ts'
import { countPageTasks, type PageTaskPorts } from '../../register/own-work.ts'
import { answers, cookie, newApi, route, tenantParam } from '../openapi.ts'
import { caseLine } from '../views/case-view.ts'
import { ownReminderViews } from '../views/reminder-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { type CaseViewPorts, viewContextOf } from '../views/show-case.ts'

const list = route.get('/today', {
  summary: 'What waits for one, whatever kind it is',
  security: cookie,
  request: { params: tenantParam, query: todayQuery },
  responses: answers(200, todayView, 'The nearest date first'),
})
const counts = route.get('/today/counts', {
  summary: 'How much waits for one',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, todayCounts, 'Counts without a word of any case'),
})

export function todayRoutes(ports: CaseActionPorts & CaseViewPorts & PageTaskPorts & ReminderPorts) {
  const api = newApi()
  api.openapi(counts, async (c) => {
    const staff = c.get('staff')
    const [cases, pages, reminders] = await Promise.all([
      countTasks(ports, staff),
      countPageTasks(ports, staff),
      countReminders(ports, staff),
    ])
    return c.json({ cases, pages, reminders: reminders.due }, 200)
  })
  api.openapi(list, async (c) => {
    const staff = c.get('staff')
    const [today, pages, { later }, seen] = await Promise.all([
      listToday(ports, staff, c.req.valid('query').kind),
      countPageTasks(ports, staff),
      countReminders(ports, staff),
      viewContextOf(c, ports),
    ])
    const read = await listAs(
      ports,
      staff,
      today.items.map(({ complaint }) => complaint),
      c.get('language'),
    )
    const items = today.items.flatMap(({ kind, act }, at) => {
      const complaint = read[at]
      return complaint ? [{ ...caseLine(complaint, seen), kind, act }] : []
    })
    const [{ calendar }, language] = [c.get('tenant').settings, c.get('language')]
    const reminders = await ownReminderViews(ports, staff, today.reminders, { calendar, language })
    const sealedWrong = today.sealedWrong.map(sealedWrongIn(c))
    const counted = { cases: today.counts, pages, laterReminders: later }
    return c.json({ ...counted, items, reminders, sealedWrong }, 200)
  })
  return api
}
