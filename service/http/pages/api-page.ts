import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import type { AppEnv } from '../app-env.ts'
import {
  type ApiDescription,
  type ApiOperation,
  type ApiParameter,
  limitsInWords,
  type Media,
  type Schema,
} from '../describe-api.ts'
import { code, withCode } from './code-parts.ts'
import { type Page, type PageAssets, type PageOffice, pageLayout } from './page.ts'
import { type ApiTexts, apiTexts } from './page-texts.ts'

/** Each runs as it stands, in Node or a browser, after the ones before it. A test runs them all. */
export function apiExamples(publicUrl: string, unit: string) {
  return {
    call: `const service = '${publicUrl}'
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

async function call(path, options = {}) {
  const answer = await fetch(service + '/api/v1/tenants/${unit}' + path, options)
  if (answer.status === 429) {
    await pause(Number(answer.headers.get('Retry-After')))
    return call(path, options)
  }
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.code + ': ' + body.detail)
  return body
}`,
    file: `const unit = await call('')
const receipt = await call('/complaints', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
  body: JSON.stringify({
    category: unit.categories.find((one) => !one.needsIdentity).code,
    privacy: 'anonymous',
    subject: 'Loket tutup sebelum waktunya',
    chronology: 'Loket dua tutup pukul 14.00, padahal di papan tertulis pukul 15.00.',
    statements: { truthful: true, procedureRead: true, privacyNotice: unit.privacyNotice.version },
  }),
})`,
    follow: `const complaint = await call('/complaints/' + receipt.number, {
  headers: { Authorization: 'Bearer ' + receipt.trackingCode },
})
console.log(complaint.number, complaint.statusLabel)`,
    program: `const register = await call('/integration/cases?limit=10', {
  headers: { Authorization: 'Bearer ' + key },
})
for (const { number, status, dueAt } of register.items) console.log(number, status, dueAt)`,
  }
}

/** How a receiver makes sure that a message is the unit's, unchanged and of now. */
export const verifyWebhook = `const bytesOf = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))

/** body: the text as it came, before any parsing; headers: with names in small letters */
export async function isFromTheUnit(secret, headers, body) {
  const time = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytesOf(secret.replace('whsec_', '')), hmac, false, ['verify'])
  const signed = new TextEncoder().encode(headers['webhook-id'] + '.' + time + '.' + body)
  for (const one of headers['webhook-signature'].split(' ')) {
    const [version, signature] = one.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed))) return true
  }
  return false
}`

export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/**
 * Writes a schema as people read types: `{ number: string, dueAt?: string (date-time) | null }`. A property with `?`
 * may be left out; bounds stand in brackets behind a type.
 */
export function writeSchema(schema: Schema, indent = ''): string {
  if (schema.$ref) return nameOf(schema.$ref)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return choice.map((one) => writeSchema(one, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => writeSchema(one, indent)).join(' & ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return types.map((type) => writeType(type, schema, indent)).join(' | ')
}

function writeType(type: string, schema: Schema, indent: string): string {
  if (type === 'object') return writeObject(schema, indent)
  if (type !== 'array') return type + (type === 'null' ? '' : bounds(schema))
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => writeSchema(one, indent)).join(', ')}]`
  const item = writeSchema(schema.items ?? {}, indent)
  return `${/ [|&] /.test(item) && !item.startsWith('{') ? `(${item})` : item}[]${bounds(schema)}`
}

function writeObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${writeSchema(schema, inner)}`,
  )
  if (typeof additionalProperties === 'object')
    lines.push(`${inner}[name]: ${writeSchema(additionalProperties, inner)}`)
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}'
}

function bounds({ format, minLength, maxLength, minimum, maximum, maxItems }: Schema): string {
  const least = minLength ?? minimum
  // JavaScript's own greatest whole number says nothing.
  const most = [maxLength, maximum, maxItems].find((one) => one !== undefined && one < Number.MAX_SAFE_INTEGER)
  const range = most !== undefined ? [`${least !== undefined && least >= 0 ? `${least}…` : '≤ '}${most}`] : []
  const known = [...(format ? [format] : []), ...range]
  return known.length > 0 ? ` (${known.join(', ')})` : ''
}

export interface ApiPageView {
  readonly language: Language
  readonly assets: PageAssets
  readonly publicUrl: string
  readonly description: ApiDescription
  /** The examples call this unit. */
  readonly unit: string
}

const groups = ['public', 'reporter', 'programs', 'openData', 'staff', 'operator', 'providers'] as const
type Group = (typeof groups)[number]

function groupOf(path: string, { security }: ApiOperation): Group {
  if (path.startsWith('/api/v1/webhooks/')) return 'providers'
  if (path.startsWith('/api/v1/operator/')) return 'operator'
  if (path.includes('/integration/')) return 'programs'
  if (path.includes('/open311/')) return 'openData'
  if (!security) return 'public'
  return security.some((scheme) => 'trackingCode' in scheme) ? 'reporter' : 'staff'
}

/** `/api/`: every call of the service, from its own description. Nothing on it comes from elsewhere. */
export function apiPage({ language, assets, publicUrl, description, unit }: ApiPageView): Page {
  const words = apiTexts[language]
  const examples = apiExamples(publicUrl, unit)
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const section = (id: string, title: string, content: Page) =>
    html`<section><h2 id="${id}">${title}</h2>${content}</section>`
  const jumps = [
    ['start', words.start],
    ['limits', words.limits],
    ['webhooks', words.webhooks],
    ...groups.map((group) => [group, words.groups[group]] as const),
    ['schemas', words.schemas],
  ] as const
  return pageLayout(
    { language, assets, title: words.title, path: '/api/' },
    html`<h1>${words.title}</h1>
<p class="lead">${withCode(words.lead)}</p>
<p><a href="/openapi.json">${words.document}</a></p>
<nav aria-label="${words.contents}"><ul class="jumps">${jumps.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${section(
  'start',
  words.start,
  html`<p>${withCode(words.startText)}</p>${code(examples.call)}
<p>${withCode(words.fileText)}</p>${code(examples.file)}
<p>${withCode(words.followText)}</p>${code(examples.follow)}
<p>${withCode(words.programText)}</p>${code(examples.program)}`,
)}
${section('limits', words.limits, limits(words))}
${section(
  'webhooks',
  words.webhooks,
  html`<p>${withCode(words.webhooksText)}</p>
${Object.entries(description.webhooks).map(([event, { post }]) => (post ? operationPart('webhook', event, post, words) : ''))}
<h3>${words.verify}</h3><p>${withCode(words.verifyText)}</p>${code(verifyWebhook)}`,
)}
${groups.map((group) =>
  section(
    group,
    words.groups[group],
    html`<p>${withCode(words.groupTexts[group])}</p>
${operations
  .filter(({ path, operation }) => groupOf(path, operation) === group)
  .map(({ path, method, operation }) => operationPart(method.toUpperCase(), path, operation, words))}`,
  ),
)}
${section(
  'schemas',
  words.schemas,
  html`<p>${withCode(words.schemasText)}</p>
${Object.entries(description.components.schemas).map(
  ([name, schema]) =>
    html`<details class="operation"><summary><code>${name}</code></summary><pre class="code" id="schema-${name}"><code>${writeSchema(schema)}</code></pre></details>`,
)}`,
)}`,
  )
}

const limits = (words: ApiTexts): Page => html`<p>${withCode(words.limitsText)}</p>
<table class="reference"><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.counted}</th><th scope="col">${words.work}</th><th scope="col">${words.most}</th></tr></thead>
<tbody lang="en">${limitsInWords.map(
  ({ what, counted, work, most }) =>
    html`<tr><th scope="row">${what}</th><td>${counted}</td><td>${work ?? '–'}</td><td>${most ?? '–'}</td></tr>`,
)}</tbody></table>`

/** Summaries and descriptions are written in English, in the description itself. */
function operationPart(method: string, path: string, operation: ApiOperation, words: ApiTexts): Page {
  const { summary = '', description, parameters = [], requestBody, responses } = operation
  const given = parameters.filter((one) => one.in !== 'path')
  const needs = [
    ...(operation.security ?? []).flatMap((scheme) => Object.values(scheme).flat()),
    ...(operation['x-permissions'] ?? []),
  ]
  const answers = Object.entries(responses).filter(([status]) => status !== 'default' && status !== '429')
  return html`<details class="operation"><summary><code>${method} ${path}</code> <span lang="en">${summary}</span></summary>
${description ? html`<p lang="en">${withCode(description)}</p>` : ''}
${needs.length > 0 ? html`<p>${words.needs} ${needs.map((one, at) => html`${at > 0 ? ', ' : ''}<code>${one}</code>`)}</p>` : ''}
${given.length > 0 ? html`<ul>${given.map((one) => parameterPart(one, words))}</ul>` : ''}
${requestBody ? html`<p>${words.body} ${mediaPart(requestBody.content)}</p>` : ''}
<ul>${answers.map(([status, answer]) => html`<li><code>${status}</code> <span lang="en">${answer.description}</span> ${mediaPart(answer.content ?? {})}</li>`)}</ul></details>`
}

const parameterPart = ({ name, required, description, schema }: ApiParameter, words: ApiTexts): Page =>
  html`<li><code>${name}</code> ${required ? words.required : ''} <code>${writeSchema(schema ?? {})}</code>${description ? html` <span lang="en">${description}</span>` : ''}</li>`

const mediaPart = (content: Readonly<Record<string, Media>>): Page =>
  html`${Object.entries(content).map(([type, { schema }]) =>
    schema?.$ref
      ? html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`
      : html`<code>${schema?.type === 'object' || schema?.anyOf ? writeSchema(schema) : type}</code>`,
  )}`

interface Written {
  readonly text: string
  readonly brotli: Uint8Array<ArrayBuffer>
}

/** The page is large and the same for everybody, so it is written once a language and kept compressed. */
export function apiRoutes({ tenants, assets, links, compress }: PageOffice, describe: () => ApiDescription) {
  const kept = new Map<string, Promise<Written>>()

  async function write(language: 'id' | 'en', unit: string): Promise<Written> {
    const { publicUrl } = links
    const text = String(await apiPage({ language, assets, publicUrl, description: describe(), unit }))
    return { text, brotli: await compress(text) }
  }

  return new Hono<AppEnv>()
    .get('/api', (c) => c.redirect('/api/'))
    .get('/api/', async (c) => {
      const [open] = (await tenants.list()).filter((tenant) => !tenant.closing)
      const [language, unit] = [c.get('language'), open?.id ?? 'bagian-organisasi']
      const key = `${language} ${unit}`
      const written = kept.get(key) ?? write(language, unit)
      kept.set(key, written)
      const { text, brotli } = await written
      c.header('Vary', 'Accept-Encoding, Accept-Language')
      if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.html(text)
      c.header('Content-Type', 'text/html; charset=utf-8')
      c.header('Content-Encoding', 'br')
      return c.body(brotli)
    })
}
