import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import * as complaintWire from '../../contract/complaint-view.ts'
import * as identityWire from '../../contract/identity.ts'
import { readersChoice, readersChosen } from '../../contract/tenant-view.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import { chooseReaders, listReadersChosen } from '../../following/choose-readers.ts'
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

/** An act of the reporter, which answers with the complaint as it stands then. */
const reporterAct = <Body>(
  name: string,
  summary: string,
  body: z.ZodType<Body>,
  act: (office: ApiOffice, opened: following.OpenedByCode, body: Body, c: Context<AppEnv>) => Promise<Complaint>,
) =>
  op('POST /tenants/{tenant}/complaints/{number}/', {
    summary,
    may: 'reporter',
    body,
    answer: created(complaintWire.complaintView, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body: sent, c }) => view(office, c, await act(office, reporter, sent, c)),
  }).at(`POST /tenants/{tenant}/complaints/{number}/${name}`)

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
  reporterAct('messages', 'Write to the office', complaintWire.reporterMessage, following.writeToOfficeAsReporter),
  reporterAct('evidence', 'Add uploaded evidence', complaintWire.reporterEvidence, (office, opened, { evidence }) =>
    addEvidenceToComplaint(office, opened, evidence),
  ),
  reporterAct('identity', 'Add an identity, one way', complaintWire.identityAddition, addIdentityToComplaint),
  reporterAct('withdrawal', 'Withdraw the complaint', complaintWire.withdrawalRequest, (office, opened, { reason }) =>
    following.withdrawComplaint(office, opened, reason),
  ),
  reporterAct('objection', 'Object to the answer', complaintWire.objectionRequest, (office, opened, { text }) =>
    following.objectToAnswer(office, opened, text),
  ),
  reporterAct(
    'reopening',
    'Bring what was asked for after all',
    complaintWire.reopeningRequest,
    (office, opened, { text }) => following.reopenComplaint(office, opened, text),
  ),
  reporterAct(
    'code',
    'Replace the code by one of one’s own',
    complaintWire.ownCodeRequest,
    (office, opened, { code }) => following.chooseOwnCode(office, opened, code),
  ),
  reporterAct('rating', 'Rate how it was handled', complaintWire.ratingRequest, following.rateComplaint),
  reporterAct(
    'transcript',
    'Say whether the transcript of a spoken statement is right',
    complaintWire.transcriptReply,
    following.answerTranscriptAsReporter,
  ),
  op('GET /tenants/{tenant}/complaints/{number}/reading-posts', {
    summary: 'The posts that could read the complaint, and which of them its reporter chose not to',
    may: 'reporter',
    answer: json(readersChosen, 'Positions without names'),
    does: ({ office, reporter, c }) => {
      c.header('Cache-Control', 'no-store')
      return listReadersChosen(office, reporter.complaint)
    },
  }),
  reporterAct('reading-posts', 'Choose anew who must not read it', readersChoice, (office, opened, { notReadBy }) =>
    chooseReaders(office, opened, notReadBy),
  ),
  reporterAct('acceptance', 'Accept the answer', z.strictObject({}), following.acceptAnswer),
]

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
  reporterAct(
    'identity/correction',
    'Correct one’s own identity or contact',
    identityWire.identityCorrection,
    (office, opened, body) =>
      rights.actAtEveryHolder(office, opened, (access) => rights.correctIdentity(office, access, body)),
  ),
  reporterAct(
    'identity/withdrawal',
    'Withdraw one’s identity; the case goes on',
    identityWire.identityWithdrawal,
    (office, opened) => rights.actAtEveryHolder(office, opened, (access) => rights.withdrawIdentity(office, access)),
  ),
  reporterAct(
    'contact-codes',
    'Have a code sent to one of one’s own contacts',
    identityWire.contactCodeRequest,
    (office, opened, { channel }, c) => {
      const asked = { channel, address: office.addressOf(c) }
      return rights.actAtHolder(office, opened, (access) => rights.sendContactCode(office, access, asked))
    },
  ),
  reporterAct(
    'contact-confirmations',
    'Confirm a contact by the code that came',
    identityWire.contactConfirmation,
    (office, opened, body) =>
      rights.actAtHolder(office, opened, (access) => rights.confirmContact(office, access, body)),
  ),
  reporterAct(
    'data-requests',
    'Ask the office about one’s own data',
    identityWire.dataRequest,
    rights.requestAboutData,
  ),
]
