import { z } from '@hono/zod-openapi'
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
import { lookUpReporter, renewCode } from '../../keeping/identity/reporters.ts'
import { json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { byName } from '../views/common-views.ts'
import { showCase } from '../views/show-case.ts'

export const identityOperations = [
  op('POST /cases/{number}/identity/reveal', {
    summary: 'Open the identity of the reporter, with a reason that the reporter will see',
    may: ['identity.open'],
    body: revealSchema,
    answer: json(openedIdentityView, 'The identity, for a limited time'),
    does: ({ office, staff, params, body }) => revealIdentity(office, staff, { ...params, ...body }),
  }),
  op('POST /cases/{number}/tracking-code', {
    summary: 'Give a reporter who lost their code a new one, after making sure who they are',
    may: ['identity.open'],
    body: renewSchema,
    answer: json(renewedCodeView, 'The code, shown once; the old one opens nothing any more'),
    does: async ({ office, staff, params, body, c }) => {
      c.header('Cache-Control', 'no-store')
      return renewCode(office, staff, { ...params, ...body })
    },
  }),
  op('POST /cases/{number}/identity/requests', {
    summary: 'Ask a custodian to let a confidential identity be opened',
    may: ['identity.open'],
    body: revealSchema,
    answer: json(caseSchema, 'Asked'),
    does: async ({ office, staff, params, body, c }) =>
      showCase(office, c, await askForIdentity(office, staff, { ...params, ...body })),
  }),
  op('POST /cases/{number}/words/open', {
    summary: 'Open the masked words of a case, with a reason that the reporter will see',
    may: ['identity.open'],
    body: revealSchema,
    answer: json(caseSchema, 'The case with its words, for a limited time'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await openWords(office, staff, request))
    },
  }),
  op('POST /cases/{number}/identity/requests/{id}/decision', {
    summary: 'Decide as a custodian',
    may: ['identity.open_confidential'],
    params: { id: z.string() },
    body: decideIdentity,
    answer: json(caseSchema, 'Decided'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await decideIdentityRequest(office, staff, request))
    },
  }),
  op('POST /reporter-look-ups', {
    summary: 'Find the cases of a reporter by name, telephone or e-mail; it is logged, and the reporter reads of it',
    may: ['identity.open'],
    body: lookUpSchema,
    answer: json(foundNumbers, 'Numbers alone, newest first'),
    does: async ({ office, staff, body, c }) => {
      c.header('Cache-Control', 'no-store')
      return { numbers: await lookUpReporter(office, staff, body) }
    },
  }),
  op('GET /identity-requests', {
    summary: 'Requests that wait for a custodian',
    may: ['identity.open_confidential'],
    answer: json(identityRequestList, 'Oldest first'),
    does: async ({ office, staff, language }) => {
      const wording = viewWordings[language]
      const name = byName(wording)
      const found = await listIdentityRequests(office, staff)
      const cases = await listAs(office, staff, found, language)
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
      return { items }
    },
  }),
]
