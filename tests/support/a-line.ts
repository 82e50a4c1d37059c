import { createHash, randomBytes } from 'node:crypto'
import { refusalIn } from './a-problem.ts'
import { aFiling, aKey, anonymousFiling } from './an-office.ts'
import type { OneService } from './one-service.ts'
import { aPng } from './some-files.ts'

let lines = 0

/** An address that no other test uses. */
export const anAddress = (): string => `10.${(lines >> 16) & 255}.${(lines >> 8) & 255}.${lines++ & 255}`

/** What somebody without a name can send to a unit from one address; behind a proxy that tells it. */
export function aLine(service: Pick<OneService, 'url'>, address = anAddress(), unit = 'bagian-organisasi') {
  const api = `${service.url}/api/v1`
  const office = `${api}/tenants/${unit}`
  const from = { 'X-Forwarded-For': address }
  const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...from, ...headers },
      body: JSON.stringify(body),
    })
  return {
    address,
    from,
    post: (path: string, body: unknown, headers?: Record<string, string>) => post(`${office}${path}`, body, headers),
    file: (details: Parameters<typeof aFiling>[0] = {}, key = aKey()) =>
      post(`${office}/complaints`, anonymousFiling(details), { 'Idempotency-Key': key }),
    fileNamed: (details: Parameters<typeof aFiling>[0] = {}) =>
      post(`${office}/complaints`, aFiling(details), { 'Idempotency-Key': aKey() }),
    plainForm: (submission = aKey(), file?: Uint8Array, language = 'id') => {
      const form = new FormData()
      const fields = {
        submission,
        category: 'illegal_levy',
        privacy: 'anonymous',
        subject: 'Diminta uang di loket',
        chronology: 'Diminta uang di loket dua agar berkas diproses hari itu juga.',
        'statements.truthful': 'yes',
        'statements.procedureRead': 'yes',
        'statements.privacyNotice': '1',
      }
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      if (file) form.append('evidence', new Blob([new Uint8Array(file)]), 'loket.png')
      return fetch(`${service.url}/t/${unit}/form?lang=${language}`, { method: 'POST', headers: from, body: form })
    },
    upload: (headers: Record<string, string> = {}) => {
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(aPng)]), 'loket.png')
      return fetch(`${office}/evidence`, { method: 'POST', headers: { ...from, ...headers }, body: form })
    },
    beginUpload: (headers: Record<string, string> = {}) =>
      post(
        `${office}/evidence/uploads`,
        { name: 'rekaman.png', size: aPng.length, sha256: createHash('sha256').update(aPng).digest('hex') },
        { 'Upload-Token': randomBytes(32).toString('hex'), ...headers },
      ),
    follow: (number: string, code: string) =>
      fetch(`${office}/complaints/${number}`, { headers: { ...from, Authorization: `Bearer ${code}` } }),
    reporterPosts: (number: string, code: string, path: string, body: unknown) =>
      post(`${office}/complaints/${number}${path}`, body, { Authorization: `Bearer ${code}` }),
    plainFollow: (fields: Record<string, string>) =>
      fetch(`${service.url}/t/${unit}/follow?lang=id`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...from },
        body: new URLSearchParams(fields),
      }),
    verify: () => fetch(`${service.url}/verify/tidak-ada`, { headers: { ...from, Accept: 'text/html' } }),
    passkey: () => post(`${api}/session/passkey/options`, {}),
    accept: (token = 'karangan') => post(`${api}/invitations/acceptance`, { token, password: 'sandi-yang-panjang-1' }),
    signIn: (email: string, password: string) => post(`${api}/session`, { email, password }),
  }
}

/** Sends so often, fifty at once, and tells how many times each answer came. */
export async function flood(times: number, send: () => Promise<Response>): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  for (let sent = 0; sent < times; sent += 50) {
    const batch = Array.from({ length: Math.min(50, times - sent) }, async () => {
      const response = await send()
      const isProblem = response.headers.get('content-type') === 'application/problem+json'
      const answer = isProblem ? await refusalIn(response) : String(response.status)
      if (!isProblem) await response.arrayBuffer()
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    })
    await Promise.all(batch)
  }
  return answers
}
