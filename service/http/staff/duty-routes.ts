import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  setAbsences as absencesSchema,
  dutiesView as dutiesSchema,
  foreseenAbsence,
  wantedAbsence,
} from '../../contract/duties.ts'
import { setAbsences } from '../../keeping/accounts/set-absences.ts'
import { foreseeAbsence } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { categoryNames, dutiesView } from '../views/duties-view.ts'

const view = async (office: Office, c: Context<AppEnv>) => {
  const { id } = c.get('tenant')
  return dutiesView({
    ...{ tenant: c.get('tenant'), viewer: c.get('staff'), now: office.now(), language: c.get('language') },
    members: await office.staff.members(id),
    working: await office.staff.working(id),
  })
}

export const dutyOperations = [
  op('GET /duties', {
    summary: 'What the unit must be able to do, who can today, and who is away',
    may: 'session',
    answer: json(dutiesSchema, 'All duties, and all members with their absences'),
    does: ({ office, c }) => view(office, c),
  }),
  op('PUT /duties/absences/{id}', {
    summary: 'Say when somebody is away and who stands in. For oneself it takes no permission',
    may: ['staff.manage'],
    params: { id: z.string() },
    body: absencesSchema,
    answer: json(dutiesSchema, 'Set; all duties as they are now'),
    does: async ({ office, staff, params, body, c }) => {
      const absences = body.absences.map((one) => ({
        ...one,
        firstDay: parseDay(one.firstDay),
        lastDay: parseDay(one.lastDay),
      }))
      await setAbsences(office, staff, params.id, absences)
      return view(office, c)
    },
  }),
  op('POST /duties/absences/{id}/foreseen', {
    summary: 'What nobody could do while somebody is away. For oneself it takes no permission',
    may: ['staff.manage'],
    params: { id: z.string() },
    body: wantedAbsence,
    answer: json(foreseenAbsence, 'Empty where somebody can do everything'),
    does: async ({ office, staff, tenant, language, params, body }) => {
      const wanted = { ...body, firstDay: parseDay(body.firstDay), lastDay: parseDay(body.lastDay) }
      const found = await foreseeAbsence(office, staff, params.id, wanted)
      const { settings } = tenant
      const waits = found.map((gap) => ({
        ...{ duty: gap.duty, cases: gap.cases },
        categories: categoryNames(gap, settings, language),
      }))
      return { waits }
    },
  }),
]
