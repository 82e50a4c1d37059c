import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { type CSSResultGroup, LitElement, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { fieldProblems, isFinal, ServiceProblem, ServiceUnreachable } from '../api/problems.ts'
import { controls, failedState, pendingState, refusedState, states, surfaces } from '../ui/controls.ts'
import type { FieldErrors } from '../ui/form.ts'
import { type Wording, wordFor, wordingContext } from '../wording/wording.ts'

export function explain(error: unknown, wording: Wording): string {
  if (error instanceof ServiceUnreachable) return wording.problems.unreachable
  if (!(error instanceof ServiceProblem)) return wording.problems.unknown
  const { code, detail, title, requestId } = error.problem
  const known = wordFor(wording.problems.byCode, code)
  if (known) return known
  // A service that has much to do, or whose store rests, says so itself; nothing broke.
  const isRefusal = error.problem.status === 503 && detail
  if (error.problem.status >= 500 && !isRefusal) return wording.problems.fault({ requestId: requestId || 'none' })
  return detail || title || wording.problems.unknown
}

export function showFailure(error: unknown, wording: Wording, again: () => void): TemplateResult {
  const sentence = explain(error, wording)
  return isFinal(error) ? refusedState(sentence) : failedState(sentence, wording.common.tryAgain, again)
}

export class PageElement extends LitElement {
  static override styles: CSSResultGroup = [controls, surfaces, states]

  @consume({ context: wordingContext, subscribe: true })
  @state()
  protected wording!: Wording

  @consume({ context: clientContext })
  protected client!: ServiceClient

  /** `undefined` on pages that belong to no unit. */
  @consume({ context: unitContext, subscribe: true })
  @state()
  protected unit!: Unit

  /** Where the operations of the unit stand. */
  protected get inUnit() {
    return { tenant: this.unit.tenant }
  }

  get listWording() {
    return this.wording.common
  }

  explain(error: unknown): string {
    return explain(error, this.wording)
  }

  fieldErrorsIn(error: unknown): FieldErrors {
    return fieldProblems(error)
  }

  /** Loads what belongs to the unit, and anew in another unit or language. */
  protected load<Value>(load: (tenant: string, signal: AbortSignal) => Promise<Value>) {
    return new Task(this, {
      args: () => [this.unit.tenant, this.wording.language] as const,
      task: ([tenant], { signal }) => load(tenant, signal),
    })
  }

  protected renderFailure(error: unknown, again: () => void): TemplateResult {
    return showFailure(error, this.wording, again)
  }

  protected renderLoaded<Value>(
    task: Task<readonly unknown[], Value>,
    complete?: (value: Value) => unknown,
    loading = this.wording.common.loading,
  ): unknown {
    return task.render({
      pending: () => pendingState(loading),
      error: (error) => this.renderFailure(error, () => void task.run()),
      ...(complete && { complete }),
    })
  }
}
