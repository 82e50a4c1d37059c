import { type Calls, createCalls } from './operations.ts'
import { createSessionClient, type SessionClient } from './session-client.ts'
import { type Call, createTransport, type Transport, type TransportSettings } from './transport.ts'
import { type Upload, uploadEvidence } from './upload.ts'
import { createWidgetClient, type WidgetClient } from './widget-client.ts'

/** The staff API as this application uses it; refusals are thrown as `ServiceProblem`. */
export interface ServiceClient extends Calls, SessionClient {
  readonly widget: WidgetClient
  /** Sends one file to be held until a complaint claims it. */
  upload(tenant: string, upload: Upload): ReturnType<typeof uploadEvidence>
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
  }
}

export function createServiceClient(settings: TransportSettings): ServiceClient {
  const over = (transport: Transport): ServiceClient => {
    const calls = createCalls(transport)
    return {
      ...calls,
      ...createSessionClient(transport, calls),
      widget: createWidgetClient(settings),
      upload: (tenant, upload) => uploadEvidence(transport, tenant, upload),
      sending: (words) => over(naming(transport, words)),
    }
  }
  return over(createTransport(settings))
}
