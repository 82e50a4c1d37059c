import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import * as complaintWire from '../../contract/complaint-view.ts'
import * as identityWire from '../../contract/identity.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import { addEvidenceToComplaint, addIdentityToComplaint } from '../../following/completions.ts'
import * as following from '../../following/follow-complaint.ts'
import * as rights from '../../following/rights/rights.ts'
import type { AppEnv } from '../app-env.ts'
import { readCode } from '../identify.ts'
import type { ApiOffice } from '../office.ts'
import { olderPage } from '../openapi.ts'
import { created, file, json, op, response } from '../operation.ts'
import { ownDataPage } from '../pages/own-data-page.ts'
import { evidenceResponse, pageFileResponse, pdfResponse, pdfStream } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { clockDaysView } from '../views/case-parts.ts'
import { ownRecord } from '../views/case-print.ts'
import { complaintView, followingOf, ownCopy } from '../views/complaint-view.ts'
import { olderComplaintView } from '../views/older-view.ts'

export const reporterFileOperations = [
  op('GET /tenants/{tenant}/complaints/{number}/receipt.pdf', {
    summary: 'The receipt, with the tracking code where the reporter asks for it',
    may: 'reporter',
    query: z.object({ code: z.literal('shown').optional() }),
    answer: file('application/pdf', 'The receipt'),
    does: async ({ office, reporter, tenant, query, c }) => {
      const { complaint } = reporter
      const code = query.code && readCode(c)
      const receipt = await issueReceipt(office, complaint, tenant, 'reporter', code)
      return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
    },
  }),
  op('GET /tenants/{tenant}/complaints/{number}/record.pdf', {
    summary: 'The whole record that is the reporter’s, to take to who stands above the office',
    description: 'Once the office was late, refused the matter, or decided an objection. In the language of the case.',
    may: 'reporter',
    answer: file('application/pdf', 'Complaint, dates, history, messages, answer and list of evidence'),
    does: async ({ office, reporter, c }) =>
      pdfStream(c, `${reporter.number}-berkas.pdf`, office.streamPaper(await ownRecord(c, office, reporter))),
  }),
  op('GET /tenants/{tenant}/complaints/{number}/evidence/{id}', {
    summary: 'A file that the reporter gave',
    may: 'reporter',
    answer: file('*/*', 'The original, as an attachment'),
    does: async ({ office, reporter, params, c }) => {
      const { complaint } = reporter
      const item = evidenceOf(complaint, params.id)
      return evidenceResponse(c, await ownFile(office, complaint, item))
    },
  }),
]

const view = async (office: ApiOffice, c: Context<AppEnv>, complaint: Complaint) => {
  c.header('Cache-Control', 'no-store')
  return complaintView(complaint, c.get('tenant'), await followingOf(c, office, c.get('reporter')))
}

export const followOperations = [
  op('GET /tenants/{tenant}/complaints/{number}', {
    summary: 'Follow a complaint',
    may: 'reporter',
    answer: json(complaintWire.complaintView, 'The complaint as its reporter sees it'),
    does: ({ office, reporter, c }) => view(office, c, reporter.complaint),
  }),
  op('GET /tenants/{tenant}/complaints/{number}/older/{page}', {
    summary: 'History and messages from before those that the complaint shows',
    may: 'reporter',
    params: { page: olderPage },
    answer: json(complaintWire.olderComplaintView, 'A page of them, and the name of the one before it'),
    does: async ({ office, reporter, tenant, params, c }) => {
      c.header('Cache-Control', 'no-store')
      const { complaint } = reporter
      const { earlier, wording } = await followingOf(c, office, reporter)
      const path = [...earlier, { complaint, tenant: tenant }]
      return olderComplaintView(office, path, params.page, wording)
    },
  }),
  op('GET /tenants/{tenant}/complaints/{number}/clocks', {
    summary: 'How each date was counted, day by day',
    may: 'reporter',
    answer: json(complaintWire.clockDaysView, 'The days of each clock'),
    does: ({ office, reporter, tenant, language, c }) => {
      c.header('Cache-Control', 'no-store')
      const { complaint } = reporter
      return clockDaysView(complaint, tenant, viewWordings[language], office.now())
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/messages', {
    summary: 'Write to the office',
    may: 'reporter',
    body: complaintWire.reporterMessage,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.writeToOfficeAsReporter(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/evidence', {
    summary: 'Add uploaded evidence',
    may: 'reporter',
    body: complaintWire.reporterEvidence,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await addEvidenceToComplaint(office, reporter, body.evidence)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/identity', {
    summary: 'Add an identity, one way',
    may: 'reporter',
    body: complaintWire.identityAddition,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await addIdentityToComplaint(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/withdrawal', {
    summary: 'Withdraw the complaint',
    may: 'reporter',
    body: complaintWire.withdrawalRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.withdrawComplaint(office, reporter, body.reason)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/objection', {
    summary: 'Object to the answer',
    may: 'reporter',
    body: complaintWire.objectionRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.objectToAnswer(office, reporter, body.text)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/reopening', {
    summary: 'Bring what was asked for after all',
    may: 'reporter',
    body: complaintWire.reopeningRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.reopenComplaint(office, reporter, body.text)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/code', {
    summary: 'Replace the code by one of one’s own',
    may: 'reporter',
    body: complaintWire.ownCodeRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.chooseOwnCode(office, reporter, body.code)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/rating', {
    summary: 'Rate how it was handled',
    may: 'reporter',
    body: complaintWire.ratingRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.rateComplaint(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/transcript', {
    summary: 'Say whether the transcript of a spoken statement is right',
    may: 'reporter',
    body: complaintWire.transcriptReply,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await following.answerTranscriptAsReporter(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/acceptance', {
    summary: 'Accept the answer',
    may: 'reporter',
    body: z.strictObject({}),
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, c }) => view(office, c, await following.acceptAnswer(office, reporter)),
  }),
]

const contextOf = (office: ApiOffice, c: Context<AppEnv>) => {
  c.header('Cache-Control', 'no-store')
  return followingOf(c, office, c.get('reporter'))
}

const rightsView = async (office: ApiOffice, c: Context<AppEnv>, complaint: Complaint) =>
  complaintView(complaint, c.get('tenant'), await contextOf(office, c))

const own = async (office: ApiOffice, c: Context<AppEnv>) => {
  c.header('Cache-Control', 'no-store')
  return ownCopy(c, office, c.get('reporter'))
}

export const rightsOperations = [
  op('GET /tenants/{tenant}/complaints/{number}/own-data', {
    may: 'reporter',
    summary: 'All that the office keeps about the reporter',
    answer: json(complaintWire.ownDataView, 'A copy of the reporter’s own data'),
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
    body: identityWire.identityCorrection,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const act = (access: following.ReporterAccess) => rights.correctIdentity(office, access, body)
      return rightsView(office, c, await rights.actAtEveryHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/identity/withdrawal', {
    summary: 'Withdraw one’s identity; the case goes on',
    may: 'reporter',
    body: identityWire.identityWithdrawal,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, c }) => {
      const act = (access: following.ReporterAccess) => rights.withdrawIdentity(office, access)
      return rightsView(office, c, await rights.actAtEveryHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/contact-codes', {
    summary: 'Have a code sent to one of one’s own contacts',
    may: 'reporter',
    body: identityWire.contactCodeRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const asked = { channel: body.channel, address: office.addressOf(c) }
      const act = (access: following.ReporterAccess) => rights.sendContactCode(office, access, asked)
      return rightsView(office, c, await rights.actAtHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/contact-confirmations', {
    summary: 'Confirm a contact by the code that came',
    may: 'reporter',
    body: identityWire.contactConfirmation,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => {
      const act = (access: following.ReporterAccess) => rights.confirmContact(office, access, body)
      return rightsView(office, c, await rights.actAtHolder(office, reporter, act))
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/data-requests', {
    summary: 'Ask the office about one’s own data',
    may: 'reporter',
    body: identityWire.dataRequest,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      rightsView(office, c, await rights.requestAboutData(office, reporter, body)),
  }),
]
