import { createRoute, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { answerComplaint, proposeAnswerToComplaint, returnAnswerToHandler } from '../../complaints/answer-complaint.ts'
import { askReporterForCompletion } from '../../complaints/ask-for-completion.ts'
import { closeComplaint } from '../../complaints/close-complaint.ts'
import type { Complaint } from '../../complaints/complaint.ts'
import { declineComplaint } from '../../complaints/decline-complaint.ts'
import type { DeskPorts } from '../../complaints/desk.ts'
import { dispatchComplaint } from '../../complaints/dispatch-complaint.ts'
import { listRegister, openCase } from '../../complaints/list-register.ts'
import { decideObjectionToAnswer } from '../../complaints/object-to-answer.ts'
import { verifyComplaint } from '../../complaints/verify-complaint.ts'
import { writeMessage, writeNote } from '../../complaints/write-message.ts'
import { actBodies, revealIdentity as revealSchema } from '../../contract/acts.ts'
import { caseRegister, caseView as caseSchema, openedIdentityView } from '../../contract/case-view.ts'
import { registerQuery } from '../../contract/register-query.ts'
import { revealIdentity } from '../../identity/reveal-identity.ts'
import type { Vault } from '../../identity/vault.ts'
import type { StaffDirectory } from '../../staff/staff-directory.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, caseParams, cookie, jsonBody, newApi, tenantParam } from '../openapi.ts'
import { caseLine, caseView, type Seeing } from '../views/case-view.ts'
import { speechIn } from '../wording/speech.ts'

export interface CaseRoutePorts extends DeskPorts {
  readonly staff: StaffDirectory
  readonly vault: Vault
}

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The register',
  security: cookie,
  request: { params: tenantParam, query: registerQuery },
  responses: answers(200, caseRegister, 'A page of the register, with the counts of the whole unit'),
})
const show = createRoute({
  method: 'get',
  path: '/{number}',
  summary: 'A case',
  security: cookie,
  request: { params: caseParams },
  responses: answers(200, caseSchema, 'The case, its identity masked'),
})
const reveal = createRoute({
  method: 'post',
  path: '/{number}/identity/reveal',
  summary: 'Open the identity of the reporter, with a reason that the reporter will see',
  security: cookie,
  request: { params: caseParams, ...jsonBody(revealSchema) },
  responses: answers(200, openedIdentityView, 'The identity, for a limited time'),
})
const act = <V extends string, S extends z.ZodType>(verb: V, schema: S) =>
  createRoute({
    method: 'post',
    path: `/{number}/${verb}`,
    summary: `Act on a case: ${verb}`,
    security: cookie,
    request: { params: caseParams, ...jsonBody(schema) },
    responses: answers(200, caseSchema, 'Done; the case as it stands now'),
  })

/** The register and the acts on a case. Mounted behind `identifyMember`. */
export function caseRoutes(ports: CaseRoutePorts) {
  async function seeing(c: Context<AppEnv>): Promise<Seeing> {
    const { tenant } = c.get('staff')
    return {
      tenant: c.get('tenant'),
      speech: speechIn[c.get('language')],
      now: ports.now(),
      members: new Map((await ports.staff.members(tenant)).map((member) => [member.id, member])),
    }
  }
  const view = async (c: Context<AppEnv>, complaint: Complaint) => caseView(complaint, c.get('staff'), await seeing(c))

  const api = newApi()
  api.openapi(list, async (c) => {
    const { items, nextCursor, counts } = await listRegister(ports, c.get('staff'), c.req.valid('query'))
    const seen = await seeing(c)
    return c.json({ items: items.map((complaint) => caseLine(complaint, seen)), nextCursor, counts }, 200)
  })
  api.openapi(show, async (c) =>
    c.json(await view(c, await openCase(ports, c.get('staff'), c.req.valid('param').number)), 200),
  )
  api.openapi(reveal, async (c) =>
    c.json(
      await revealIdentity(ports, c.get('staff'), { number: c.req.valid('param').number, ...c.req.valid('json') }),
      200,
    ),
  )
  api.openapi(act('verify', actBodies.verify), async (c) =>
    c.json(
      await view(c, await verifyComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('ask-for-completion', actBodies['ask-for-completion']), async (c) =>
    c.json(
      await view(
        c,
        await askReporterForCompletion(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
      200,
    ),
  )
  api.openapi(act('dispatch', actBodies.dispatch), async (c) =>
    c.json(
      await view(
        c,
        await dispatchComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
      200,
    ),
  )
  api.openapi(act('message', actBodies.message), async (c) =>
    c.json(
      await view(c, await writeMessage(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('note', actBodies.note), async (c) =>
    c.json(
      await view(c, await writeNote(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('propose-answer', actBodies['propose-answer']), async (c) =>
    c.json(
      await view(
        c,
        await proposeAnswerToComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
      200,
    ),
  )
  api.openapi(act('return-answer', actBodies['return-answer']), async (c) =>
    c.json(
      await view(
        c,
        await returnAnswerToHandler(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
      200,
    ),
  )
  api.openapi(act('answer', actBodies.answer), async (c) =>
    c.json(
      await view(c, await answerComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('decline', actBodies.decline), async (c) =>
    c.json(
      await view(c, await declineComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('close', actBodies.close), async (c) =>
    c.json(
      await view(c, await closeComplaint(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(act('decide-objection', actBodies['decide-objection']), async (c) =>
    c.json(
      await view(
        c,
        await decideObjectionToAnswer(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }),
      ),
      200,
    ),
  )
  return api
}
