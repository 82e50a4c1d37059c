import { expect } from 'vitest'
import type { Problem } from '../../service/contract/problem.ts'

/** Reads a refusal, and looks that it is one as the contract says. */
export async function problemOf(response: Response): Promise<Problem & Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = (await response.json()) as Problem & Record<string, unknown>
  expect(problem).toMatchObject({
    type: `urn:aduan:${problem.code}`,
    title: expect.stringMatching(/./),
    status: response.status,
    detail: expect.stringMatching(/./),
    requestId: response.headers.get('x-request-id'),
  })
  return problem
}

/** Status and code together, for tests that compare just these. */
export async function refusalIn(answer: Response | Promise<Response>): Promise<string> {
  const response = await answer
  const { code } = await problemOf(response)
  return `${response.status} ${code}`
}
