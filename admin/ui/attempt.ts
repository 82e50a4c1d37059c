import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { icons } from './icons.ts'

interface Explaining {
  explain(error: unknown): string
}

/** What a person asked for, done once at a time; why it could not be done is kept to be shown. */
export class Attempt implements ReactiveController {
  refusal = ''
  isBusy = false
  private readonly host: ReactiveControllerHost
  private readonly explain: (error: unknown) => string

  /** @param explain says why it could not be done; left out, the element that hosts this does */
  constructor(host: ReactiveControllerHost & Explaining, explain = (error: unknown) => host.explain(error)) {
    this.host = host
    this.explain = explain
    host.addController(this)
  }

  hostDisconnected() {
    this.refusal = ''
  }

  async run(act: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
    this.refusal = ''
    this.isBusy = true
    this.host.requestUpdate()
    try {
      await act()
    } catch (error) {
      this.refusal = this.explain(error)
    } finally {
      this.isBusy = false
      this.host.requestUpdate()
    }
  }

  render() {
    return this.refusal
      ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>`
      : nothing
  }
}
