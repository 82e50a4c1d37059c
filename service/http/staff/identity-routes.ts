import { z } from '@hono/zod-openapi'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import {
  decideIdentity,
  lookUpReporter as lookUpSchema,
  renewCode as renewSchema,
  revealIdentity as revealSchema,
} from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { foundNumbers, identityRequestList, openedIdentityView, renewedCodeView } from '../../contract/identity-view.ts'
import {
  askForIdentity,
  decideIdentityRequest,
  listIdentityRequests,
  openWords,
  revealIdentity,
} from '../../keeping/identity/identity.ts'
import { type LookUpPorts, lookUpReporter, renewCode } from '../../keeping/identity/reporters.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { byName } from '../views/common-views.ts'
import { type CaseViewPorts, showCase } from '../views/show-case.ts'

const reveal = route.post('/cases/{number}/identity/reveal', {
  summary: 'Open the identity of the reporter, with a reason that the reporter will see',
  ...forStaff('identity.open'),
  request: { params: caseParams, ...jsonBody(revealSchema) },
  responses: answers(200, openedIdentityView, 'The identity, for a limited time'),
})
const renew = route.post('/cases/{number}/tracking-code', {
  summary: 'Give a reporter who lost their code a new one, after making sure who they are',
  ...forStaff('identity.open'),
  request: { params: caseParams, ...jsonBody(renewSchema) },
  responses: answers(200, renewedCodeView, 'The code, shown once; the old one opens nothing any more'),
})
const ask = route.post('/cases/{number}/identity/requests', {
  summary: 'Ask a custodian to let a confidential identity be opened',
  ...forStaff('identity.open'),
  request: { params: caseParams, ...jsonBody(revealSchema) },
  responses: answers(200, caseSchema, 'Asked'),
})
const openMasked = route.post('/cases/{number}/words/open', {
  summary: 'Open the masked words of a case, with a reason that the reporter will see',
  ...forStaff('identity.open'),
  request: { params: caseParams, ...jsonBody(revealSchema) },
  responses: answers(200, caseSchema, 'The case with its words, for a limited time'),
})
const decide = route.post('/cases/{number}/identity/requests/{id}/decision', {
  summary: 'Decide as a custodian',
  ...forStaff('identity.open_confidential'),
  request: { params: caseParams.extend({ id: z.string() }), ...jsonBody(decideIdentity) },
  responses: answers(200, caseSchema, 'Decided'),
})
const lookUp = route.post('/reporter-look-ups', {
  summary: 'Find the cases of a reporter by name, telephone or e-mail; it is logged, and the reporter reads of it',
  ...forStaff('identity.open'),
  request: { params: tenantParam, ...jsonBody(lookUpSchema) },
  responses: answers(200, foundNumbers, 'Numbers alone, newest first'),
})
const list = route.get('/identity-requests', {
  summary: 'Requests that wait for a custodian',
  ...forStaff('identity.open_confidential'),
  request: { params: tenantParam },
  responses: answers(200, identityRequestList, 'Oldest first'),
})

export function identityRoutes(ports: CaseActionPorts & CaseViewPorts & LookUpPorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(reveal, async (c) =>
    c.json(await revealIdentity(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }), 200),
  )
  api.openapi(renew, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json(await renewCode(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') }), 200)
  })
  api.openapi(ask, async (c) =>
    c.json(
      await view(c, await askForIdentity(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })),
      200,
    ),
  )
  api.openapi(openMasked, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await openWords(ports, c.get('staff'), request)), 200)
  })
  api.openapi(decide, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await decideIdentityRequest(ports, c.get('staff'), request)), 200)
  })
  api.openapi(lookUp, async (c) => {
    c.header('Cache-Control', 'no-store')
    return c.json({ numbers: await lookUpReporter(ports, c.get('staff'), c.req.valid('json')) }, 200)
  })
  api.openapi(list, async (c) => {
    const wording = viewWordings[c.get('language')]
    const name = byName(wording)
    const found = await listIdentityRequests(ports, c.get('staff'))
    const cases = await listAs(ports, c.get('staff'), found, c.get('language'))
    const items = cases.flatMap(({ id: number, dossier }) =>
      dossier.identityRequests
        .filter(({ decision }) => decision === null)
        .map(({ at, by, ground, reason }) => ({
          number,
          at,
          by: name(by),
          groundLabel: wording.labels.openingGround[ground],
          reason,
        })),
    )
    return c.json({ items }, 200)
  })
  return api
}
