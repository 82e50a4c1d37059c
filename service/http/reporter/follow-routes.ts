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
import { type AddEvidencePorts, addEvidenceToComplaint, addIdentityToComplaint } from '../../following/completions.ts'
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
import { answers, bearer, caseParams, jsonBody, newApi, olderParams, route } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { clockDaysView } from '../views/clock-days-view.ts'
import { complaintView } from '../views/complaint-view.ts'
import { type FollowedPorts, followingOf } from '../views/followed-view.ts'
import { olderComplaintView } from '../views/older-view.ts'

export type FollowRoutePorts = AddEvidencePorts & FollowedPorts

const act = <S extends z.ZodType>(name: string, summary: string, schema: S) =>
  route.post(`/${name}`, {
    summary,
    security: bearer,
    request: { params: caseParams, ...jsonBody(schema) },
    responses: answers(201, complaintSchema, 'Done; the complaint as it stands now'),
  })

const show = route.get('/', {
  summary: 'Follow a complaint',
  security: bearer,
  request: { params: caseParams },
  responses: answers(200, complaintSchema, 'The complaint as its reporter sees it'),
})

const days = route.get('/clocks', {
  summary: 'How each date was counted, day by day',
  security: bearer,
  request: { params: caseParams },
  responses: answers(200, clockDaysSchema, 'The days of each clock'),
})

const older = route.get('/older/{page}', {
  summary: 'History and messages from before those that the complaint shows',
  security: bearer,
  request: { params: olderParams },
  responses: answers(200, olderSchema, 'A page of them, and the name of the one before it'),
})

export function followRoutes(ports: FollowRoutePorts) {
  const view = async (c: Context<AppEnv>, complaint: Complaint) => {
    c.header('Cache-Control', 'no-store')
    return complaintView(complaint, c.get('tenant'), await followingOf(c, ports, c.get('reporter')))
  }
  const api = newApi()
  api.openapi(show, async (c) => c.json(await view(c, c.get('reporter').complaint), 200))
  api.openapi(older, async (c) => {
    c.header('Cache-Control', 'no-store')
    const { complaint } = c.get('reporter')
    const { earlier, wording } = await followingOf(c, ports, c.get('reporter'))
    const path = [...earlier, { complaint, tenant: c.get('tenant') }]
    return c.json(await olderComplaintView(ports, path, c.req.valid('param').page, wording), 200)
  })
  api.openapi(days, (c) => {
    c.header('Cache-Control', 'no-store')
    const { complaint } = c.get('reporter')
    return c.json(clockDaysView(complaint, c.get('tenant'), viewWordings[c.get('language')], ports.now()), 200)
  })
  api.openapi(act('messages', 'Write to the office', reporterMessage), async (c) =>
    c.json(await view(c, await writeToOfficeAsReporter(ports, c.get('reporter'), c.req.valid('json'))), 201),
  )
  api.openapi(act('evidence', 'Add uploaded evidence', reporterEvidence), async (c) =>
    c.json(await view(c, await addEvidenceToComplaint(ports, c.get('reporter'), c.req.valid('json').evidence)), 201),
  )
  api.openapi(act('identity', 'Add an identity, one way', identityAddition), async (c) =>
    c.json(await view(c, await addIdentityToComplaint(ports, c.get('reporter'), c.req.valid('json'))), 201),
  )
  api.openapi(act('withdrawal', 'Withdraw the complaint', withdrawalRequest), async (c) =>
    c.json(await view(c, await withdrawComplaint(ports, c.get('reporter'), c.req.valid('json').reason)), 201),
  )
  api.openapi(act('objection', 'Object to the answer', objectionRequest), async (c) =>
    c.json(await view(c, await objectToAnswer(ports, c.get('reporter'), c.req.valid('json').text)), 201),
  )
  api.openapi(act('reopening', 'Bring what was asked for after all', reopeningRequest), async (c) =>
    c.json(await view(c, await reopenComplaint(ports, c.get('reporter'), c.req.valid('json').text)), 201),
  )
  api.openapi(act('code', 'Replace the code by one of one’s own', ownCodeRequest), async (c) =>
    c.json(await view(c, await chooseOwnCode(ports, c.get('reporter'), c.req.valid('json').code)), 201),
  )
  api.openapi(act('rating', 'Rate how it was handled', ratingRequest), async (c) =>
    c.json(await view(c, await rateComplaint(ports, c.get('reporter'), c.req.valid('json'))), 201),
  )
  api.openapi(
    act('transcript', 'Say whether the transcript of a spoken statement is right', transcriptReply),
    async (c) =>
      c.json(await view(c, await answerTranscriptAsReporter(ports, c.get('reporter'), c.req.valid('json'))), 201),
  )
  api.openapi(act('acceptance', 'Accept the answer', z.strictObject({})), async (c) =>
    c.json(await view(c, await acceptAnswer(ports, c.get('reporter'))), 201),
  )
  return api
}
