import type { TemplateResult } from 'lit'
import { isFinal } from '../api/problems.ts'
import { failedState, refusedState } from '../ui/states.ts'
import type { Wording } from '../wording/wording.ts'
import { explain } from './explain.ts'

/** Says why something was not loaded, with a way to try again where that may help. */
export function showFailure(error: unknown, wording: Wording, again: () => void): TemplateResult {
  const sentence = explain(error, wording)
  return isFinal(error) ? refusedState(sentence) : failedState(sentence, wording.common.tryAgain, again)
}
