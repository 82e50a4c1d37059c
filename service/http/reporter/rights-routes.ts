import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Complaint } from '../../case/shape/complaint.ts'
import { complaintView as complaintSchema, ownDataView as ownDataSchema } from '../../contract/complaint-view.ts'
import {
  contactCodeRequest,
  contactConfirmation,
  dataRequest,
  identityCorrection,
  identityWithdrawal,
} from '../../contract/own-data.ts'
import type { ReporterAccess } from '../../following/follow-complaint.ts'
import {
  actAtEveryHolder,
  actAtHolder,
  type ContactPorts,
  confirmContact,
  correctIdentity,
  requestAboutData,
  sendContactCode,
  withdrawIdentity,
} from '../../following/rights/rights.ts'
import type { AddressOf } from '../address.ts'
import type { AppEnv } from '../app-env.ts'
import type { Links } from '../links.ts'
import { answers, bearer, caseParams, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { ownDataPage } from '../pages/own-data-page.ts'
import { pageFileResponse } from '../send-file.ts'
import { complaintView } from '../views/complaint-view.ts'
import { followingOf } from '../views/followed-view.ts'
import { ownCopy } from '../views/own-copy.ts'

const asked = { security: bearer, request: { params: caseParams } }

const copy = route.get('/own-data', {
  ...asked,
  summary: 'All that the office keeps about the reporter',
  responses: answers(200, ownDataSchema, 'A copy of the reporter’s own data'),
})
const readableCopy = route.get('/own-data.html', {
  ...asked,
  summary: 'The same as a page to keep',
  responses: {
    200: { description: 'A page, as an attachment', content: { 'text/html': { schema: { type: 'string' as const } } } },
    ...refusals,
  },
})
const act = <S extends z.ZodType>(path: string, summary: string, schema: S) =>
  route.post(path, {
    summary,
    security: bearer,
    request: { params: caseParams, ...jsonBody(schema) },
    responses: answers(201, complaintSchema, 'Done; the complaint as it stands now'),
  })
const correct = act('/identity/correction', 'Correct one’s own identity or contact', identityCorrection)
const withdraw = act('/identity/withdrawal', 'Withdraw one’s identity; the case goes on', identityWithdrawal)
const sendCode = act('/contact-codes', 'Have a code sent to one of one’s own contacts', contactCodeRequest)
const confirm = act('/contact-confirmations', 'Confirm a contact by the code that came', contactConfirmation)
const request = act('/data-requests', 'Ask the office about one’s own data', dataRequest)

export function rightsRoutes(ports: ContactPorts & { readonly links: Links; readonly addressOf: AddressOf }) {
  const contextOf = (c: Context<AppEnv>) => {
    c.header('Cache-Control', 'no-store')
    return followingOf(c, ports, c.get('reporter'))
  }
  const view = async (c: Context<AppEnv>, complaint: Complaint) =>
    complaintView(complaint, c.get('tenant'), await contextOf(c))
  const own = async (c: Context<AppEnv>) => {
    c.header('Cache-Control', 'no-store')
    return ownCopy(c, ports, c.get('reporter'))
  }
  const api = newApi()
  api.openapi(copy, async (c) => c.json(await own(c), 200))
  api.openapi(readableCopy, async (c) => {
    const { timeZone } = c.get('tenant').settings.calendar
    const data = await own(c)
    return pageFileResponse(
      c,
      `${data.number}.html`,
      await ownDataPage(data, { language: c.get('language'), timeZone }),
    )
  })
  api.openapi(correct, async (c) => {
    const correction = c.req.valid('json')
    const act = (access: ReporterAccess) => correctIdentity(ports, access, correction)
    return c.json(await view(c, await actAtEveryHolder(ports, c.get('reporter'), act)), 201)
  })
  api.openapi(withdraw, async (c) => {
    const act = (access: ReporterAccess) => withdrawIdentity(ports, access)
    return c.json(await view(c, await actAtEveryHolder(ports, c.get('reporter'), act)), 201)
  })
  api.openapi(sendCode, async (c) => {
    const asked = { channel: c.req.valid('json').channel, address: ports.addressOf(c) }
    const act = (access: ReporterAccess) => sendContactCode(ports, access, asked)
    return c.json(await view(c, await actAtHolder(ports, c.get('reporter'), act)), 201)
  })
  api.openapi(confirm, async (c) => {
    const brought = c.req.valid('json')
    const act = (access: ReporterAccess) => confirmContact(ports, access, brought)
    return c.json(await view(c, await actAtHolder(ports, c.get('reporter'), act)), 201)
  })
  api.openapi(request, async (c) =>
    c.json(await view(c, await requestAboutData(ports, c.get('reporter'), c.req.valid('json'))), 201),
  )
  return api
}
