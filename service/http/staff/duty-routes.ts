import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  setAbsences as absencesSchema,
  dutiesView as dutiesSchema,
  foreseenAbsence,
  wantedAbsence,
} from '../../contract/duties.ts'
import type { ManageStaffPorts } from '../../keeping/accounts/invite-staff.ts'
import { setAbsences } from '../../keeping/accounts/set-absences.ts'
import { type ForeseeAbsencePorts, foreseeAbsence } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, cookie, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { categoryNames, dutiesView } from '../views/duties-view.ts'

const show = route.get('/duties', {
  summary: 'What the unit must be able to do, who can today, and who is away',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, dutiesSchema, 'All duties, and all members with their absences'),
})
const set = route.put('/duties/absences/{id}', {
  summary: 'Say when somebody is away and who stands in. For oneself it takes no permission',
  ...forStaff('staff.manage'),
  request: { params: tenantParam.extend({ id: z.string() }), ...jsonBody(absencesSchema) },
  responses: answers(200, dutiesSchema, 'Set; all duties as they are now'),
})

const foresee = route.post('/duties/absences/{id}/foreseen', {
  summary: 'What nobody could do while somebody is away. For oneself it takes no permission',
  ...forStaff('staff.manage'),
  request: { params: tenantParam.extend({ id: z.string() }), ...jsonBody(wantedAbsence) },
  responses: answers(200, foreseenAbsence, 'Empty where somebody can do everything'),
})

export function dutyRoutes(ports: ManageStaffPorts & ForeseeAbsencePorts) {
  const view = async (c: Context<AppEnv>) => {
    const { id } = c.get('tenant')
    return dutiesView({
      ...{ tenant: c.get('tenant'), viewer: c.get('staff'), now: ports.now(), language: c.get('language') },
      members: await ports.staff.members(id),
      working: await ports.staff.working(id),
    })
  }
  const api = newApi()
  api.openapi(show, async (c) => c.json(await view(c), 200))
  api.openapi(set, async (c) => {
    const absences = c.req
      .valid('json')
      .absences.map((one) => ({ ...one, firstDay: parseDay(one.firstDay), lastDay: parseDay(one.lastDay) }))
    await setAbsences(ports, c.get('staff'), c.req.valid('param').id, absences)
    return c.json(await view(c), 200)
  })
  api.openapi(foresee, async (c) => {
    const asked = c.req.valid('json')
    const wanted = { ...asked, firstDay: parseDay(asked.firstDay), lastDay: parseDay(asked.lastDay) }
    const found = await foreseeAbsence(ports, c.get('staff'), c.req.valid('param').id, wanted)
    const { settings } = c.get('tenant')
    const waits = found.map((gap) => ({
      ...{ duty: gap.duty, cases: gap.cases },
      categories: categoryNames(gap, settings, c.get('language')),
    }))
    return c.json({ waits }, 200)
  })
  return api
}
