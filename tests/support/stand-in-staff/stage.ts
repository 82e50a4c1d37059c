import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { TenantListView } from '../../../service/contract/installation.ts'
import type { Problem } from '../../../service/contract/problem.ts'
import { fromNow, officeCases } from './cases.ts'
import { sealedCases, seenBy } from './identity.ts'
import { aUnitsSettings, someStaff, UNIT } from './office.ts'
import { noViews } from './views.ts'

export const api = '/api/v1'
export const unit = `${api}/tenants/${UNIT}`

/** What the next fitting request is answered with, instead of what it asks for. */
export interface Misbehaviour {
  readonly method: string
  /** End of the path, without the query. */
  readonly path: string
  readonly status: number
  readonly code?: string
  readonly errors?: Problem['errors']
  /** Answered with this; of a refusal, what stands beside its code. */
  readonly body?: object
}

export const aUnitInService = (tenant: string, name: string, openedAt: string): TenantListView['items'][number] => ({
  ...{
    tenant,
    name,
    openedAt,
    closing: null,
    departure: null,
    vouchedFor: null,
    unreadCases: 0,
    lastCaseAt: null,
    unseenSince: null,
  },
  ...{ openCases: 0, overdueCases: 0, undeliveredCases: 0, channelsDown: [], gaps: [], awaitsStaff: false },
  quotas: {
    filingsPerHour: { limit: 2_000, used: 3 },
    filingsPerDay: { limit: 10_000, used: 8_400 },
    evidenceGigabytes: { limit: 500, used: 1.2 },
    members: { limit: 300, used: 12 },
  },
})

export function freshOffice() {
  return {
    cases: new Map([...officeCases(), ...sealedCases()].map((one): [string, CaseView] => [one.number, one])),
    settings: aUnitsSettings(),
    staff: someStaff(),
    units: [aUnitInService(UNIT, 'Bagian Contoh Sekretariat Daerah', fromNow(-1000))],
    views: noViews(),
    misbehaviours: [] as Misbehaviour[],
    sessions: new Set<string>(),
    filings: new Map<string, string>(),
    requests: [] as {
      readonly method: string
      readonly path: string
      readonly query: string
      readonly body: string
      readonly key: string | null
    }[],
  }
}

export type Office = ReturnType<typeof freshOffice>

/** What stands in for the service between two resets. */
export interface Stage {
  office: Office
}

export const who = (c: Context): string => getCookie(c, 'session') ?? ''

export const problem = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 500,
  code: string,
  errors?: Problem['errors'],
  more: object = {},
) =>
  c.body(
    JSON.stringify({
      ...more,
      type: `urn:aduan:${code}`,
      title: code,
      status,
      code,
      detail: `(${code})`,
      requestId: 'req-7',
      ...(errors ? { errors } : {}),
    } satisfies Problem),
    status,
    { 'Content-Type': 'application/problem+json' },
  )

/** Answers for a case that is there. */
export const onCase =
  (stage: Stage, answer: (c: Context, found: CaseView) => Response | Promise<Response>) => (c: Context) => {
    const found = stage.office.cases.get(c.req.param('number') ?? '')
    return found ? answer(c, found) : problem(c, 404, 'complaint/not-found')
  }

/** Keeps a case as it now is, and shows it. */
export function keepCase(stage: Stage, c: Context, after: CaseView): Response {
  stage.office.cases.set(after.number, after)
  return c.json(seenBy(who(c), after))
}
