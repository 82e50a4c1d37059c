/** The HTTP status follows from the kind; no caller chooses one. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-large'
  | 'unsupported-type'
  | 'proof-needed'
  | 'too-many'
  | 'unavailable'
  | 'no-room'

/** `path` says where the refused field is in the request, and `code` says why. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
}

/**
 * Wordings may quote these values, and the problem document includes them. They never contain what a reporter wrote.
 */
export type RefusalDetails = Readonly<Record<string, unknown>>

/** A refusal is an expected "no": it is shown to the caller, worded by its code, and never logged as a fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  readonly details: RefusalDetails
  readonly fields: readonly FieldProblem[]

  constructor(kind: RefusalKind, code: string, details: RefusalDetails = {}, fields: readonly FieldProblem[] = []) {
    super(code)
    this.kind = kind
    this.code = code
    this.details = details
    this.fields = fields
  }
}

/** Refuses what stands at `path` of a request. @param problem says why, for the form that shows it there */
export const refuseField = (code: string, path: string, problem: string): Refusal =>
  new Refusal('invalid', code, {}, [{ path, code: problem }])
