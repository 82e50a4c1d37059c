import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Complaint } from '../../case/shape/complaint.ts'
import {
  clockDaysView as clockDaysSchema,
  complaintView as complaintSchema,
  identityAddition,
  objectionRequest,
  olderComplaintView as olderSchema,
  ownCodeRequest,
  ratingRequest,
  reopeningRequest,
  reporterEvidence,
  reporterMessage,
  transcriptReply,
  withdrawalRequest,
} from '../../contract/complaint-view.ts'
import { addEvidenceToComplaint, addIdentityToComplaint } from '../../following/completions.ts'
import {
  acceptAnswer,
  answerTranscriptAsReporter,
  chooseOwnCode,
  objectToAnswer,
  rateComplaint,
  reopenComplaint,
  withdrawComplaint,
  writeToOfficeAsReporter,
} from '../../following/follow-complaint.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { olderPage } from '../openapi.ts'
import { created, json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { complaintView } from '../views/complaint-view.ts'
import { followingOf } from '../views/followed-view.ts'
import { olderComplaintView } from '../views/older-view.ts'

const view = async (office: Office, c: Context<AppEnv>, complaint: Complaint) => {
  c.header('Cache-Control', 'no-store')
  return complaintView(complaint, c.get('tenant'), await followingOf(c, office, c.get('reporter')))
}

export const followOperations = [
  op('GET /tenants/{tenant}/complaints/{number}', {
    summary: 'Follow a complaint',
    may: 'reporter',
    answer: json(complaintSchema, 'The complaint as its reporter sees it'),
    does: ({ office, reporter, c }) => view(office, c, reporter.complaint),
  }),
  op('GET /tenants/{tenant}/complaints/{number}/older/{page}', {
    summary: 'History and messages from before those that the complaint shows',
    may: 'reporter',
    params: { page: olderPage },
    answer: json(olderSchema, 'A page of them, and the name of the one before it'),
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
    answer: json(clockDaysSchema, 'The days of each clock'),
    does: ({ office, reporter, tenant, language, c }) => {
      c.header('Cache-Control', 'no-store')
      const { complaint } = reporter
      return clockDaysView(complaint, tenant, viewWordings[language], office.now())
    },
  }),
  op('POST /tenants/{tenant}/complaints/{number}/messages', {
    summary: 'Write to the office',
    may: 'reporter',
    body: reporterMessage,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await writeToOfficeAsReporter(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/evidence', {
    summary: 'Add uploaded evidence',
    may: 'reporter',
    body: reporterEvidence,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await addEvidenceToComplaint(office, reporter, body.evidence)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/identity', {
    summary: 'Add an identity, one way',
    may: 'reporter',
    body: identityAddition,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await addIdentityToComplaint(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/withdrawal', {
    summary: 'Withdraw the complaint',
    may: 'reporter',
    body: withdrawalRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await withdrawComplaint(office, reporter, body.reason)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/objection', {
    summary: 'Object to the answer',
    may: 'reporter',
    body: objectionRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => view(office, c, await objectToAnswer(office, reporter, body.text)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/reopening', {
    summary: 'Bring what was asked for after all',
    may: 'reporter',
    body: reopeningRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => view(office, c, await reopenComplaint(office, reporter, body.text)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/code', {
    summary: 'Replace the code by one of one’s own',
    may: 'reporter',
    body: ownCodeRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => view(office, c, await chooseOwnCode(office, reporter, body.code)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/rating', {
    summary: 'Rate how it was handled',
    may: 'reporter',
    body: ratingRequest,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) => view(office, c, await rateComplaint(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/transcript', {
    summary: 'Say whether the transcript of a spoken statement is right',
    may: 'reporter',
    body: transcriptReply,
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, body, c }) =>
      view(office, c, await answerTranscriptAsReporter(office, reporter, body)),
  }),
  op('POST /tenants/{tenant}/complaints/{number}/acceptance', {
    summary: 'Accept the answer',
    may: 'reporter',
    body: z.strictObject({}),
    answer: created(complaintSchema, 'Done; the complaint as it stands now'),
    does: async ({ office, reporter, c }) => view(office, c, await acceptAnswer(office, reporter)),
  }),
]
