import type { ApiOperation } from './api-description.ts'
import { doors, guesses, others, reporterActs, signIns, WINDOW } from './limit-table.ts'

interface LimitInWords {
  readonly what: string
  readonly counted: string
  /** Above this a proof of work is asked for. */
  readonly work?: number
  /** Above this every request is refused. */
  readonly most?: number
}

const MINUTES = WINDOW / 60_000

/** Every limit of the table that a caller can meet, in the order in which one does. */
export const limitsInWords: readonly LimitInWords[] = [
  { what: 'Filing', counted: 'address', work: doors.filing.address.work, most: doors.filing.address.most },
  { what: 'Uploading evidence', counted: 'address', work: doors.upload.address.work, most: doors.upload.address.most },
  { what: 'Wrong tracking codes', counted: 'address and number', most: guesses.code.most },
  { what: 'Reading a case', counted: 'case', most: reporterActs.open.perCase },
  { what: 'Writing a message', counted: 'case', most: reporterActs.message.perCase },
  { what: 'Calls of a program', counted: 'key', most: others.program.most },
  { what: 'Signing in', counted: 'address and account', work: signIns.account.work, most: signIns.both.most },
]

const sentences = limitsInWords.map(
  ({ what, counted, work, most }) =>
    `- ${what}, by ${counted}: ${[
      ...(work ? [`from ${work} on with a proof of work`] : []),
      ...(most ? [`at most ${most}`] : []),
    ].join(', ')}.`,
)

/** The description of the API shows it. */
export const limitsText = `Within ${MINUTES} minutes:\n\n${sentences.join('\n')}`

/** Staff are counted only where a password is asked for, and where the service looks at pages for them. */
const countedOfStaff = /\/(session|confirmation|embed)/

const isCounted = (path: string, { security }: ApiOperation): boolean =>
  !security?.some((scheme) => 'session' in scheme) || countedOfStaff.test(path)

const TOO_MANY = {
  description: `Too many within ${MINUTES} minutes; \`code\` says whose limit was passed`,
  headers: {
    'Retry-After': { description: 'Seconds to wait', required: true, schema: { type: 'integer', minimum: 1 } },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Says of each operation that counts its callers that it refuses with 429, and how long to wait. */
export const withLimits = (path: string, operation: ApiOperation): ApiOperation =>
  isCounted(path, operation) ? { ...operation, responses: { ...operation.responses, 429: TOO_MANY } } : operation
