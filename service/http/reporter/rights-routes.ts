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
  confirmContact,
  correctIdentity,
  requestAboutData,
  sendContactCode,
  withdrawIdentity,
} from '../../following/rights/rights.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, op, response } from '../operation.ts'
import { ownDataPage } from '../pages/own-data-page.ts'
import { pageFileResponse } from '../send-file.ts'
import { complaintView } from '../views/complaint-view.ts'
import { followingOf } from '../views/followed-view.ts'
import { ownCopy } from '../views/own-copy.ts'

const contextOf = (office: Office, c: Context<AppEnv>) => {
  c.header('Cache-Control', 'no-store')
  return followingOf(c, office, c.get('reporter'))
}

const view = async (office: Office, c: Context<AppEnv>, complaint: Complaint) =>
  complaintView(complaint, c.get('tenant'), await contextOf(office, c))

const own = async (office: Office, c: Context<AppEnv>) => {
  c.header('Cache-Control', 'no-store')
  return ownCopy(c, office, c.get('reporter'))
}

export const rightsOperations = [
  op('GET /tenants/{tenant}/complaints/{number}/own-data', {
    may: 'reporter',
    summary: 'All that the office keeps about the reporter',
    answer: json(ownDataSchema, 'A copy of the reporter’s own data'),
    does: ({ office, c }) => own(office, c),
  }),
  op('GET /tenants/{tenant}/complaints/{number}/own-data.html', {
    may: 'reporter',
    summary: 'The same as a page to keep',
    answer: response({
      200: {
        description: 'A page, as an attachment',
        content: { 'text/html': { schema: { type: 'string' as const } } },
      },
    }),
    does: async ({ office, tenant, language, c }) => {
      const { timeZone } = tenant.settings.calendar
      const data = await own(office, c)
      return pageFileResponse(c, `${data.number}.html`, await ownDataPage(data, { language: language, timeZone }))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/identity/correction', {
    summary: 'Correct one’s own identity or contact',
    may: 'reporter',
    body: identityCorrection,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const act = (access: ReporterAccess) => correctIdentity(office, access, body)
      return view(office, c, await actAtEveryHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/identity/withdrawal', {
    summary: 'Withdraw one’s identity; the case goes on',
    may: 'reporter',
    body: identityWithdrawal,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, c }) => {
      const act = (access: ReporterAccess) => withdrawIdentity(office, access)
      return view(office, c, await actAtEveryHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/contact-codes', {
    summary: 'Have a code sent to one of one’s own contacts',
    may: 'reporter',
    body: contactCodeRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const asked = { channel: body.channel, address: office.addressOf(c) }
      const act = (access: ReporterAccess) => sendContactCode(office, access, asked)
      return view(office, c, await actAtHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/contact-confirmations', {
    summary: 'Confirm a contact by the code that came',
    may: 'reporter',
    body: contactConfirmation,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const act = (access: ReporterAccess) => confirmContact(office, access, body)
      return view(office, c, await actAtHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/data-requests', {
    summary: 'Ask the office about one’s own data',
    may: 'reporter',
    body: dataRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => view(office, c, await requestAboutData(office, reporter, body)),
  }),
]
