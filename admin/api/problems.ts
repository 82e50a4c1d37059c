import type { Problem } from '../../service/contract/problem.ts'
import type { LeakKind } from './wire.ts'

export class ServiceProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }

  /** The work that a `limit/proof-needed` asks for. */
  get challenge(): unknown {
    return 'challenge' in this.problem ? this.problem.challenge : undefined
  }
}

/** No answer came: no network, or nothing within the time allowed. */
export class ServiceUnreachable extends Error {}

export const problemCode = (error: unknown): string | null =>
  error instanceof ServiceProblem ? error.problem.code : null

/** Says whether somebody declares, as they open a case, that it does not concern them. */
export const isDeclarationAsked = (error: unknown): boolean =>
  error instanceof ServiceProblem && 'declares' in error.problem && error.problem.declares === true

/** Returns what names the reporter in a refused text; empty where it was refused for another reason. */
export function leaksIn(error: unknown): readonly LeakKind[] {
  if (!(error instanceof ServiceProblem) || error.problem.code !== 'text/names-reporter') return []
  return (error.problem as Problem & { readonly found?: readonly LeakKind[] }).found ?? []
}

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body

/** The problem in an answer; a stand-in where something between here and the service answered instead. */
export async function readProblem(response: Response): Promise<ServiceProblem> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new ServiceProblem(body)
  const { status, statusText } = response
  const requestId = response.headers.get('X-Request-Id') ?? ''
  return new ServiceProblem({ type: 'about:blank', title: statusText, status, code: 'fault', detail: '', requestId })
}

const finalStatuses: ReadonlySet<number> = new Set([400, 404, 410])

/** Says whether the service would answer the same if it were asked again. */
export const isFinal = (error: unknown): boolean =>
  error instanceof ServiceProblem && finalStatuses.has(error.problem.status)

/** Errors of single fields, by path as in `contact.email`. */
export function fieldProblems(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ServiceProblem)) return {}
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [
      path
        .replace(/^[/.]/, '')
        .replaceAll('/', '.')
        .replace(/\[(\d+)\]/g, '.$1'),
      message,
    ]),
  )
}
