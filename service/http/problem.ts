import type { Hook } from '@hono/zod-openapi'
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../contract/problem.ts'
import { readIn } from '../offices/translated.ts'
import type { FormLanguage, Language } from '../offices/vocabulary.ts'
import { type FieldProblem, Refusal, type RefusalKind } from '../shared/refusal.ts'
import { InvalidCursor, StoreFull, StoreUnavailable } from '../storage/collection.ts'
import type { AppEnv } from './app-env.ts'
import { formLanguageOf } from './language.ts'
import { type FieldProblemCode, fieldProblemTexts, problemTitles, refusalTexts } from './problem-texts.ts'

const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'unsupported-type': 415,
  'proof-needed': 428,
  'too-many': 429,
  unavailable: 503,
  'no-room': 507,
} as const satisfies Record<RefusalKind, ContentfulStatusCode>

const sentences = { id: refusalTexts.id, en: refusalTexts.en } as const
const fieldSentences = { id: fieldProblemTexts.id, en: fieldProblemTexts.en } as const
const lookUp = (table: Readonly<Record<string, string | undefined>>, code: string): string | undefined => table[code]

/** Returns the sentence for a code, with the refusal's details filled in. An unknown code is a defect. */
export function sentenceFor(
  code: string,
  asked: FormLanguage,
  details: Readonly<Record<string, unknown>> = {},
): string {
  const language = asked === 'jv' ? 'id' : asked
  const sentence =
    (asked === 'jv' && lookUp(refusalTexts.jv, code)) ||
    (lookUp(sentences[language], code) ?? sentences[language]['service/fault'])
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => inLanguage(details[name] ?? '', language))
}

/** Some refusals have no Javanese sentence, because no reporter meets them. */
const spokenIn = (code: string, asked: FormLanguage): FormLanguage =>
  asked === 'jv' && !lookUp(refusalTexts.jv, code) ? 'id' : asked

/** Quotes an office's own text in the reader's language. */
function inLanguage(value: unknown, language: Language): string {
  if (typeof value !== 'object' || value === null || !('id' in value)) return String(value)
  return readIn({ id: String(value.id), en: 'en' in value ? String(value.en) : '' }, language)
}

export function fieldSentence(code: string, asked: FormLanguage): string {
  const language = asked === 'jv' ? 'id' : asked
  return (
    (asked === 'jv' && lookUp(fieldProblemTexts.jv, code)) ||
    (lookUp(fieldSentences[language], code) ?? fieldSentences[language].invalid)
  )
}

/** This is the only place where an exception becomes a response. */
export function answerProblems(
  logFault: (fault: unknown, requestId: string) => void,
  showProblem: ShowProblem,
): ErrorHandler<AppEnv> {
  return (error, c) => {
    const refusal = refusalIn(error)
    if (refusal) c.set('refused', refusal.code)
    if (refusal) return showProblem(c, refusal) ?? answerRefusal(c, refusal)
    // An unforeseen error may quote a query or a secret, so the caller gets only the request id.
    const requestId = c.get('requestId')
    logFault(error, requestId)
    return problemResponse(c, 500, 'service/fault', {}, [])
  }
}

/** Returns `null` for a fault of ours. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof InvalidCursor) return new Refusal('invalid', 'page/invalid-cursor')
  if (error instanceof StoreFull) return new Refusal('no-room', 'store/full', { retryAfter: 600 })
  if (error instanceof StoreUnavailable) return new Refusal('unavailable', 'service/unavailable')
  if (error instanceof HTTPException && error.status === 400) return new Refusal('invalid', 'request/malformed')
  if (isCutOff(error)) return new Refusal('invalid', 'request/malformed')
  if (error instanceof HTTPException && error.status === 415)
    return new Refusal('unsupported-type', 'request/unsupported-type')
  return null
}

/** The sender went away in the middle of the body: Node's own error, and no fault of ours. */
const isCutOff = (error: unknown): boolean =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'

/** How the answer to a refusal begins, whether a program or a person reads the rest. */
export const beginRefusal = ({ kind, details }: Refusal) => ({
  status: statusOf[kind],
  headers: typeof details.retryAfter === 'number' ? { 'Retry-After': String(details.retryAfter) } : undefined,
})

export function answerRefusal(c: Context<AppEnv>, refusal: Refusal): Response {
  const { status, headers } = beginRefusal(refusal)
  return problemResponse(c, status, refusal.code, refusal.details, refusal.fields, headers)
}

function problemResponse(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  code: string,
  details: Readonly<Record<string, unknown>>,
  fields: readonly FieldProblem[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const language = formLanguageOf(c)
  const body: Problem = {
    ...details,
    type: `urn:aduan:${code}`,
    title: problemTitles[language],
    status,
    code,
    detail: sentenceFor(code, language, details),
    requestId: c.get('requestId'),
    ...(fields.length > 0 && {
      errors: fields.map((field) => ({ ...field, message: fieldSentence(field.code, language) })),
    }),
  }
  return c.body(JSON.stringify(body), status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Language': spokenIn(code, language),
  })
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message?: string
  readonly origin?: string
  readonly minimum?: unknown
  readonly keys?: readonly string[]
}

/** Maps Zod's issues to codes of ours, so that no library's wording becomes part of the contract. */
export function fieldProblems(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'unknown-field' }))
    }
    return [{ path, code: codeOf(issue) }]
  })
}

function codeOf({ code, message, origin, minimum }: Issue): FieldProblemCode {
  if (code === 'too_big') return origin === 'array' ? 'too-many' : 'too-long'
  if (code === 'too_small') return minimum === 1 ? 'required' : 'too-short'
  // Zod tells a missing value from a wrong one only in its message.
  return code === 'invalid_type' && message?.endsWith('received undefined') ? 'required' : 'invalid'
}

/** The validator takes a missing JSON body for an empty object; without a content type there was none. */
export const refuseInvalid: Hook<unknown, AppEnv, string, Response | undefined> = (result, c) => {
  if (result.target === 'json' && !c.req.header('content-type')) throw new Refusal('invalid', 'request/no-body')
  if (!result.success)
    throw new Refusal('invalid', 'request/invalid', {}, fieldProblems(result.error.issues as Issue[]))
  return undefined
}

/** Shows a refusal as a page; `null` if a program asked, or no page says it better. */
export type ShowProblem = (c: Context<AppEnv>, refusal: Refusal) => Response | Promise<Response> | null
