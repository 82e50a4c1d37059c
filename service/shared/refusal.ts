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

/** One field that was refused: where it stands in the request, and why, as a stable code. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
}

/** Values that a sentence for the code may quote, and extra members of the problem document. Never what a reporter wrote. */
export type RefusalDetails = Readonly<Record<string, unknown>>

/** An expected "no": shown to the caller, put into words by its code, never logged as a fault. */
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
