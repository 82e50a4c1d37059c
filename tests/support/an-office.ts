import type { SessionView } from '../../service/contract/account.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ComplaintRequestInput } from '../../service/contract/complaint-request.ts'
import type { ComplaintView, ReceiptView } from '../../service/contract/complaint-view.ts'
import { demoPassword } from './a-running-service.ts'
import { askAgain, askAgainWhenBusy, askOpening, opening } from './ask-again.ts'

/** A complaint with unremarkable values; a test names only what it is about. */
export function aFiling(details: Partial<ComplaintRequestInput> = {}): ComplaintRequestInput {
  return {
    category: 'illegal_levy',
    privacy: 'named',
    reporter: {
      name: 'Siti Contoh',
      address: 'Jalan Misal 1, Kecamatan Umpama',
      phone: '0812-0000-0001',
      email: 'siti@contoh.example',
      channels: ['email'],
    },
    subject: 'Diminta uang di loket',
    chronology: 'Petugas di loket dua meminta lima puluh ribu rupiah agar berkas diproses hari itu juga.',
    evidence: [],
    statements: { truthful: true, procedureRead: true, privacyNotice: 1 },
    ...details,
  }
}

export const anonymousFiling = (details: Partial<ComplaintRequestInput> = {}): ComplaintRequestInput => {
  const { reporter: _, ...rest } = aFiling({ privacy: 'anonymous', ...details })
  return rest
}

let keys = 0
export const aKey = (): string => `kunci-${process.pid}-${Date.now()}-${keys++}`

/** What a program can say to one unit of a running service. */
export function unitAt(url: string, unit = 'bagian-organisasi') {
  const api = `${url}/api/v1/tenants/${unit}`

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${api}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  const office = {
    api,
    post,
    send: (body: unknown, key = aKey()) => post('/complaints', body, { 'Idempotency-Key': key }),

    async file(details: Partial<ComplaintRequestInput> = {}): Promise<ReceiptView> {
      const [filing, key] = [aFiling(details), aKey()]
      const response = await askAgain(() => office.send(filing, key))
      if (response.status !== 201) throw new Error(`Not received: ${response.status} ${await response.text()}`)
      return response.json()
    },

    async upload(name: string, bytes: Uint8Array | string, headers: Record<string, string> = {}): Promise<Response> {
      const form = new FormData()
      form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
      return fetch(`${api}/evidence`, { method: 'POST', body: form, headers })
    },

    reporter({ number, trackingCode }: Pick<ReceiptView, 'number' | 'trackingCode'>) {
      const bearer = { Authorization: `Bearer ${trackingCode}` }
      return {
        get: (path = '') => fetch(`${api}/complaints/${number}${path}`, { headers: bearer }),
        post: (path: string, body: unknown) => post(`/complaints/${number}${path}`, body, bearer),
        async follow(): Promise<ComplaintView> {
          const response = await fetch(`${api}/complaints/${number}`, { headers: bearer })
          if (!response.ok) throw new Error(`Not shown: ${response.status} ${await response.text()}`)
          return response.json()
        },
      }
    },

    signIn: (mailbox: string, password?: string) => signIn({ url, unit, api, post }, mailbox, password),
  }
  return office
}

interface UnitAt {
  readonly url: string
  readonly unit: string
  readonly api: string
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
}

/** Signs one of the demo staff in: `verifikator`, `petugas`, `kepala`, `kustodian`, `admin`. */
async function signIn({ url, unit, api, post }: UnitAt, mailbox: string, password = demoPassword) {
  const body = JSON.stringify({ email: `${mailbox}@${unit}.demo`, password })
  const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
  const response = await askAgain(() => fetch(`${url}/api/v1/session`, asked))
  if (!response.ok) throw new Error(`Not signed in: ${response.status} ${await response.text()}`)
  const session: SessionView = await response.json()
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { Cookie: cookie, 'X-CSRF-Token': session.csrf }
  const open = (number: string) => post(`/cases/${number}/opening`, opening, headers)
  const get = (path: string) => askOpening(() => askAgain(() => fetch(`${api}${path}`, { headers })), open)
  const postAs = (path: string, body: unknown, more: Record<string, string> = {}) =>
    askOpening(() => askAgainWhenBusy(() => post(path, body, { ...headers, ...more })), open)
  return {
    session,
    headers,
    get,
    post: postAs,
    /** Asks once, by any method. */
    call: (method: string, path: string, body?: unknown) =>
      askOpening(
        () =>
          fetch(`${api}${path}`, {
            method,
            headers: { ...headers, 'Content-Type': 'application/json' },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          }),
        open,
      ),
    async case(number: string): Promise<CaseView> {
      const response = await get(`/cases/${number}`)
      if (!response.ok) throw new Error(`Not shown: ${response.status} ${await response.text()}`)
      return response.json()
    },
    /** Does an act on the case as it stands now. */
    async act(number: string, verb: string, body: Record<string, unknown> = {}): Promise<Response> {
      const seen = await get(`/cases/${number}`)
      const { revision = 0 } = (await seen.json()) as { revision?: number }
      return postAs(`/cases/${number}/${verb}`, { revision, ...body })
    },
  }
}
