import type { ApiWording } from './api-id.ts'

export const apiEn: ApiWording = {
  title: 'API of the complaint service',
  lead: 'Every call of this service, made from the OpenAPI document that also checks each request.',
  document: 'OpenAPI 3.1 document',
  contents: 'On this page',
  start: 'Start here',
  startText:
    'The examples run one after the other. A refusal is `application/problem+json` with a `code` that stays; its sentence follows `Accept-Language`.',
  fileText: 'File a complaint. The same `Idempotency-Key` gives the same receipt, however often it is sent.',
  followText: 'Follow a complaint with its number and tracking code.',
  programText:
    'Read the register with the key of a program (`key`). The head or an admin of the unit makes it under “Sambungan sistem”; a program reads numbers, statuses and dates, and nobody’s words or name.',
  limits: 'Limits',
  limitsText:
    'They count within ten minutes. Above the first a proof of work is asked for (`428` with a challenge); above the second the answer is `429` with `Retry-After` in seconds.',
  what: 'What is counted',
  counted: 'By',
  work: 'Proof of work from',
  most: 'At most',
  webhooks: 'Webhooks',
  webhooksText:
    'A unit can have a system of its own called. Messages are signed as Standard Webhooks says, and are tried up to eight times within five days.',
  verify: 'Verify the signature',
  verifyText:
    'Check the body exactly as it came. While a secret is renewed a message carries two signatures; one that fits is enough. Keep `webhook-id`, so that nothing is done twice for a repeated message.',
  groups: {
    public: 'Without signing in',
    reporter: 'Reporters',
    programs: 'Programs of others',
    openData: 'Open data (Open311)',
    staff: 'Staff',
    operator: 'Operators',
    providers: 'Providers of mail and messages',
  },
  groupTexts: {
    public: 'The form, evidence, and what a unit publishes. Other sites that call it must be named by the unit.',
    reporter: 'With `Authorization: Bearer` and the tracking code.',
    programs: 'With `Authorization: Bearer` and the key of the program.',
    openData: 'GeoReport v2, for categories that a unit opened.',
    staff: 'With the session’s cookie; every change also carries `X-CSRF-Token`.',
    operator: 'With an operator’s session and a second factor.',
    providers: 'Reports of deliveries and messages that come in, signed by their provider.',
  },
  needs: 'Needs:',
  required: '(required)',
  body: 'Body:',
  schemas: 'Schemas',
  schemasText: 'What has a `?` may be left out. Lengths and formats stand in brackets.',
}
