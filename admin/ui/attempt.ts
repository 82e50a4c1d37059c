import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import { icons } from './icons.ts'

/** What a person asked for, done once at a time; why it could not be done is kept to be shown. */
export class Attempt implements ReactiveController {
  refusal = ''
  isBusy = false
  private readonly host: ReactiveControllerHost
  private readonly explained: (error: unknown) => string

  constructor(host: ReactiveControllerHost, explained: (error: unknown) => string) {
    this.host = host
    this.explained = explained
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
      this.refusal = this.explained(error)
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
