import { Refusal } from '../../service/shared/refusal.ts'

/** The code with which a decision was refused; fails when it was not. */
export function refusalOf(decide: () => unknown): string {
  try {
    decide()
  } catch (cause) {
    if (cause instanceof Refusal) return cause.code
    throw cause
  }
  throw new Error('It was not refused.')
}

/** Like `refusalOf`, for what takes time. */
export async function laterRefusalOf(deciding: Promise<unknown>): Promise<string> {
  const outcome = await deciding.then(
    () => new Error('It was not refused.'),
    (cause: unknown) => cause,
  )
  if (outcome instanceof Refusal) return outcome.code
  throw outcome
}
