import { html } from 'hono/html'
import type { Language } from '../../offices/vocabulary.ts'
import type { ApiDescription, ApiOperation, ApiParameter, Media } from '../api-description.ts'
import { limitsInWords } from '../describe-limits.ts'
import { apiExamples, verifyWebhook } from './api-examples.ts'
import { nameOf, writeSchema } from './api-schema.ts'
import { code, withCode } from './code-parts.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { type ApiTexts, apiTexts } from './page-texts.ts'

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
