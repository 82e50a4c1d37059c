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
import type { Transfer } from '../../desk/transfers/transfers.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { tenantParam } from '../openapi.ts'
import { created, json, op } from '../operation.ts'
import { type ViewWording, viewWordings } from '../view-wording.ts'
import { answerViews } from '../views/common-views.ts'

export const transferOperations = [
  op('GET /transfers', {
    summary: 'Cases that other units laid before this one',
    may: ['cases.verify'],
    answer: json(transferList, 'Those that wait, the oldest first'),
    does: async ({ office, staff, language }) => {
      const items = await listTransfers(office, staff)
      return { items: items.map((one) => transferView(one, viewWordings[language])) }
    },
  }),
  op('POST /transfers/{id}/acceptance', {
    summary: 'Take a case over',
    may: ['cases.verify'],
    params: { id: tenantParam.shape.tenant },
    body: acceptBody,
    answer: created(acceptedTransfer, 'Taken; its number here'),
    does: async ({ office, staff, params, body }) => {
      const request = { id: params.id, ...body }
      return { number: (await acceptTransfer(office, staff, request)).id }
    },
  }),
  op('POST /transfers/{id}/return', {
    summary: 'Give a case back with a reason',
    may: ['cases.verify'],
    params: { id: tenantParam.shape.tenant },
    body: returnBody,
    answer: json(returnedTransfer, 'Given back'),
    does: async ({ office, staff, params, body }) => {
      const { id } = params
      await returnTransfer(office, staff, { id, ...body })
      return { id }
    },
  }),
  op('GET /other-units', {
    summary: 'The other units of this service',
    may: ['cases.decline'],
    answer: json(otherUnits, 'By name'),
    does: async ({ office, staff }) => {
      requirePermission(staff, 'cases.decline')
      // From practice nothing goes to another unit, so none is offered.
      const all = isPractice(staff.tenant) ? [] : await office.tenants.list()
      const others = all.filter(({ id }) => id !== staff.tenant)
      const items = others.map(({ id, settings }) => ({ tenant: id, name: settings.name }))
      return { items: items.sort((one, other) => one.name.localeCompare(other.name, 'id')) }
    },
  }),
]

const transferView = ({ id, fromOffice, fromNumber, sentAt, content }: Transfer, wording: ViewWording) => {
  const { concerns: _, candidates: ___, language: __, files, withheld = [], answers: given = [], ...told } = content
  return {
    ...{ id, from: fromOffice, fromNumber, sentAt, ...told, ...pickStory(told) },
    answers: answerViews(given, wording),
    files: files.map(({ name, size, type }) => ({ name, size, type })),
    withheld,
  }
}
