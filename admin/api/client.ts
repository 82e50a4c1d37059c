import { createAccountClient } from './account-client.ts'
import { createAlertsClient } from './alerts-client.ts'
import { createBulkClient } from './bulk-client.ts'
import { type CasesClient, createCasesClient } from './cases-client.ts'
import { createEvaluationsClient } from './evaluations-client.ts'
import { createEvidenceClient } from './evidence-client.ts'
import { createGuardClient } from './guard-client.ts'
import { createInboundClient } from './inbound-client.ts'
import { createIncidentsClient } from './incidents-client.ts'
import { createIntegrationsClient } from './integrations-client.ts'
import { createLaporClient } from './lapor-client.ts'
import { createLettersClient } from './letters-client.ts'
import { createLiveClient } from './live-client.ts'
import { createMergeClient } from './merge-client.ts'
import { createNoticesClient } from './notices-client.ts'
import { createOfficeClient, type OfficeClient } from './office-client.ts'
import { createOldBooksClient } from './old-books-client.ts'
import { createOperatorClient, type OperatorClient } from './operator-client.ts'
import { createPapersClient } from './papers-client.ts'
import { createRetentionClient } from './retention-client.ts'
import { createRightsClient } from './rights-client.ts'
import { createSealingClient } from './sealing-client.ts'
import { createSessionClient, type SessionClient } from './session-client.ts'
import { createTemplatesClient } from './templates-client.ts'
import { createTodayClient } from './today-client.ts'
import { createTransfersClient } from './transfers-client.ts'
import { type Call, createTransport, type Transport, type TransportSettings } from './transport.ts'
import { createViewsClient } from './views-client.ts'
import { createWidgetClient, type WidgetClient } from './widget-client.ts'
import { createWordingClient } from './wording-client.ts'

/** The calls of one matter each; `account` is one's own, whatever the unit. */
const parts = {
  account: createAccountClient,
  rights: createRightsClient,
  notices: createNoticesClient,
  alerts: createAlertsClient,
  letters: createLettersClient,
  papers: createPapersClient,
  inbound: createInboundClient,
  evaluations: createEvaluationsClient,
  incidents: createIncidentsClient,
  evidence: createEvidenceClient,
  guard: createGuardClient,
  live: createLiveClient,
  merging: createMergeClient,
  bulk: createBulkClient,
  retention: createRetentionClient,
  wording: createWordingClient,
  sealing: createSealingClient,
  templates: createTemplatesClient,
  transfers: createTransfersClient,
  views: createViewsClient,
  today: createTodayClient,
  lapor: createLaporClient,
  oldBooks: createOldBooksClient,
  integrations: createIntegrationsClient,
}

type Parts = { readonly [Name in keyof typeof parts]: ReturnType<(typeof parts)[Name]> }

/** The staff API as this application uses it; refusals are thrown as `ServiceProblem`. */
export interface ServiceClient extends Parts, SessionClient, CasesClient, OfficeClient, OperatorClient {
  readonly widget: WidgetClient
  /** For calls of pages that are loaded later. */
  readonly call: Transport['json']
  /** The same where the answer is empty. */
  readonly send: Transport['send']
  /** The same calls, each of which tells which kept words it sends, `BO-2026-000012/letter-…`: the service drops them. */
  sending(words: string): ServiceClient
}

function naming(transport: Transport, words: string): Transport {
  const named = (call: Call = {}): Call => ({ ...call, headers: { ...call.headers, 'X-Sends-Unsent': words } })
  return {
    ...transport,
    get csrf() {
      return transport.csrf
    },
    json: (method, path, call) => transport.json(method, path, named(call)),
    file: (method, path, call) => transport.file(method, path, named(call)),
    send: (method, path, call) => transport.send(method, path, named(call)),
  }
}

export function createServiceClient(settings: TransportSettings): ServiceClient {
  const over = (transport: Transport): ServiceClient => {
    const opened = Object.entries(parts).map(([name, create]) => [name, create(transport)])
    return {
      ...(Object.fromEntries(opened) as Parts),
      ...createSessionClient(transport),
      ...createCasesClient(transport),
      ...createOfficeClient(transport),
      ...createOperatorClient(transport),
      widget: createWidgetClient(settings),
      call: transport.json,
      send: transport.send,
      sending: (words) => over(naming(transport, words)),
    }
  }
  return over(createTransport(settings))
}
