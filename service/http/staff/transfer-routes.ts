import { pickStory } from '../../case/shape/story-fields.ts'
import {
  acceptTransfer as acceptBody,
  acceptedTransfer,
  otherUnits,
  returnTransfer as returnBody,
  returnedTransfer,
  transferList,
} from '../../contract/transfers.ts'
import { acceptTransfer, listTransfers, returnTransfer } from '../../desk/transfers/settlements.ts'
import type { Transfer, TransferPorts } from '../../desk/transfers/transfers.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { type ViewWording, viewWordings } from '../view-wording.ts'
import { answerViews } from '../views/common-views.ts'

const transferParams = tenantParam.extend({ id: tenantParam.shape.tenant })

const list = route.get('/transfers', {
  summary: 'Cases that other units laid before this one',
  ...forStaff('cases.verify'),
  request: { params: tenantParam },
  responses: answers(200, transferList, 'Those that wait, the oldest first'),
})
const accept = route.post('/transfers/{id}/acceptance', {
  summary: 'Take a case over',
  ...forStaff('cases.verify'),
  request: { params: transferParams, ...jsonBody(acceptBody) },
  responses: answers(201, acceptedTransfer, 'Taken; its number here'),
})
const giveBack = route.post('/transfers/{id}/return', {
  summary: 'Give a case back with a reason',
  ...forStaff('cases.verify'),
  request: { params: transferParams, ...jsonBody(returnBody) },
  responses: answers(200, returnedTransfer, 'Given back'),
})
const units = route.get('/other-units', {
  summary: 'The other units of this service',
  ...forStaff('cases.decline'),
  request: { params: tenantParam },
  responses: answers(200, otherUnits, 'By name'),
})

export function transferRoutes(ports: TransferPorts) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const items = await listTransfers(ports, c.get('staff'))
    return c.json({ items: items.map((one) => transferView(one, viewWordings[c.get('language')])) }, 200)
  })
  api.openapi(accept, async (c) => {
    const request = { id: c.req.valid('param').id, ...c.req.valid('json') }
    return c.json({ number: (await acceptTransfer(ports, c.get('staff'), request)).id }, 201)
  })
  api.openapi(giveBack, async (c) => {
    const { id } = c.req.valid('param')
    await returnTransfer(ports, c.get('staff'), { id, ...c.req.valid('json') })
    return c.json({ id }, 200)
  })
  api.openapi(units, async (c) => {
    const staff = c.get('staff')
    requirePermission(staff, 'cases.decline')
    // From practice nothing goes to another unit, so none is offered.
    const all = isPractice(staff.tenant) ? [] : await ports.tenants.list()
    const others = all.filter(({ id }) => id !== staff.tenant)
    const items = others.map(({ id, settings }) => ({ tenant: id, name: settings.name }))
    return c.json({ items: items.sort((one, other) => one.name.localeCompare(other.name, 'id')) }, 200)
  })
  return api
}

const transferView = ({ id, fromOffice, fromNumber, sentAt, content }: Transfer, wording: ViewWording) => {
  const { concerns: _, candidates: ___, language: __, files, withheld = [], answers: given = [], ...told } = content
  return {
    ...{ id, from: fromOffice, fromNumber, sentAt, ...told, ...pickStory(told) },
    answers: answerViews(given, wording),
    files: files.map(({ name, size, type }) => ({ name, size, type })),
    withheld,
  }
}
