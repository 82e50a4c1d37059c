import type { ComplaintView, ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { makeNonsense, makeUnreachable, readFailure, ServiceFailure, writeJson } from './exchange.ts'

/** The build writes it in. */
declare const WIDGET_VERSION: string

/** What a reporter needs to read and continue one complaint. It is kept nowhere but in this tab. */
export interface Credentials {
  readonly number: string
  readonly trackingCode: string
}

export type ReporterAct =
  | 'messages'
  | 'evidence'
  | 'withdrawal'
  | 'objection'
  | 'rating'
  | 'identity'
  | 'acceptance'
  | 'reopening'
  | 'identity/correction'
  | 'identity/withdrawal'
  | 'data-requests'
  | 'contact-codes'
  | 'contact-confirmations'
  | 'code'
  | 'transcript'
  | 'reading-posts'

/** The key that the unit offers. A page with a pin gets this also where the service says that nothing is sealed. */
export type Pinned = NonNullable<TenantView['sealing']> & { readonly pin?: string }

/** The unit's part of the public API. Every method throws `ServiceFailure`. */
export interface ServiceClient {
  readonly unitUrl: string
  readonly language: FormLanguage
  unit(): Promise<TenantView>
  /** Fetches the texts that the form leaves out until somebody opens them. */
  policy(): Promise<Pick<TenantView, 'procedure' | 'privacyNotice'>>
  /** Sends `body` as it stands, so that a retry under the same key is the same request. */
  file(body: string, key: string, signal?: AbortSignal): Promise<ReceiptView>
  follow(credentials: Credentials): Promise<ComplaintView>
  act(credentials: Credentials, act: ReporterAct, body: unknown): Promise<ComplaintView>
  /** Fetches a file of the complaint: `receipt.pdf`, or `evidence/{id}`. */
  download(credentials: Credentials, path: string): Promise<Blob>
}

export interface ClientOptions {
  readonly service: string
  readonly tenant: string
  readonly language: FormLanguage
  /** How the page shows the form. The admin of the unit can see it. */
  readonly mode: string
  /** The fingerprints of sealing keys that the page allows, as written there; empty where the service decides. */
  readonly pin?: string
  /** Milliseconds until an unanswered request counts as failed. */
  readonly patience?: number
}

export function openClient({ service, tenant, language, mode, pin, patience = 45_000 }: ClientOptions): ServiceClient {
  const unitUrl = `${service.replace(/\/$/, '')}/api/v1/tenants/${encodeURIComponent(tenant)}`
  const complaintUrl = (number: string) => `${unitUrl}/complaints/${encodeURIComponent(number.trim())}`

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), patience)
    init.signal?.addEventListener('abort', () => stop.abort())
    let response: Response
    try {
      const headers = { accept: 'application/json', 'accept-language': language, ...init.headers }
      response = await fetch(url, { ...init, headers, credentials: 'omit', signal: stop.signal })
    } catch {
      if (init.signal?.aborted) throw new ServiceFailure('network/stopped')
      throw stop.signal.aborted ? new ServiceFailure('network/timeout') : makeUnreachable()
    } finally {
      clearTimeout(timer)
    }
    if (response.ok) return response
    throw readFailure(response.status, await response.text().catch(() => ''), response.headers.get('retry-after'))
  }

  // The contract's schemas stay on the server, because they would weigh more than the form.
  async function json<Answer>(url: string, init?: RequestInit): Promise<Answer> {
    const response = await request(url, init)
    return response.json().catch(() => {
      throw makeNonsense()
    })
  }

  const bearer = ({ trackingCode }: Credentials) => ({ authorization: `Bearer ${trackingCode.trim()}` })
  const posted = (body: string, headers: Record<string, string>): RequestInit => ({
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

  return {
    unitUrl,
    language,
    unit: async () => {
      const unit = await json<TenantView>(`${unitUrl}?widget=${WIDGET_VERSION}&mode=${mode}&texts=later`)
      // With a pin every identity goes through the part that seals, also where the service says that nothing is sealed.
      if (pin) unit.sealing = { ...unit.sealing, pin } as Pinned
      return unit
    },
    policy: () => json(unitUrl),
    file: (body, key, signal) =>
      json(`${unitUrl}/complaints`, { ...posted(body, { 'idempotency-key': key }), signal: signal ?? null }),
    follow: (credentials) => json(complaintUrl(credentials.number), { headers: bearer(credentials) }),
    act: (credentials, act, body) =>
      json(`${complaintUrl(credentials.number)}/${act}`, posted(writeJson(body), bearer(credentials))),
    download: async (credentials, path) =>
      (await request(`${complaintUrl(credentials.number)}/${path}`, { headers: bearer(credentials) })).blob(),
  }
}
