import { consume } from '@lit/context'
import { Task } from '@lit/task'
import { type CSSResultGroup, LitElement, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { fieldProblems } from '../api/problems.ts'
import { controls } from '../ui/controls.ts'
import type { FieldErrors } from '../ui/form.ts'
import { pendingState, states } from '../ui/states.ts'
import { surfaces } from '../ui/surfaces.ts'
import { type Wording, wordingContext } from '../wording/wording.ts'
import { explain } from './explain.ts'
import { showFailure } from './show-failure.ts'

/** An element inside the application: it knows the wording, the service, and the unit that the person works in. */
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

  /** Shows that a task is pending, why it failed with a way to try again, or what it brought. */
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
