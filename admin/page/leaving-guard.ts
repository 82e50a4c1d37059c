import { html, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { Wording } from '../wording/wording.ts'
import { keepers } from './keepers.ts'
import type { LeavingEvent } from './navigation.ts'
import '../ui/dialog.ts'

interface Unsaved {
  isDirty(): boolean
  discard(): void
}

export class LeavingGuard implements ReactiveController {
  private goOn: (() => void) | null = null
  private readonly host: ReactiveControllerHost
  private readonly unsaved: Unsaved

  constructor(host: ReactiveControllerHost, unsaved: Unsaved) {
    this.host = host
    this.unsaved = unsaved
    host.addController(this)
    keepers.add(host)
  }

  hostConnected() {
    window.addEventListener('aduan-leaving', this.onLeaving)
    window.addEventListener('beforeunload', this.onUnload)
  }

  hostDisconnected() {
    window.removeEventListener('aduan-leaving', this.onLeaving)
    window.removeEventListener('beforeunload', this.onUnload)
  }

  render({ app, common }: Wording) {
    return html`<ui-dialog ?open=${this.goOn !== null} heading=${app.leaveHeading} close-label=${common.close} @ui-close=${this.stay}>
      <div class="stack">
        <p>${app.leaveText}</p>
        <div class="actions">
          <button class="primary" @click=${this.stay}>${app.leaveStay}</button>
          <button class="danger" @click=${this.leave}>${app.leaveGo}</button>
        </div>
      </div>
    </ui-dialog>`
  }

  before(goOn: () => void, isDirty = this.unsaved.isDirty()) {
    if (isDirty) this.ask(goOn)
    else goOn()
  }

  private readonly onLeaving = (event: LeavingEvent) => {
    // Another guard may be asking already: one question is enough.
    if (event.defaultPrevented || !this.unsaved.isDirty()) return
    event.preventDefault()
    this.ask(event.goOn)
  }

  private readonly onUnload = (event: BeforeUnloadEvent) => {
    if (this.unsaved.isDirty()) event.preventDefault()
  }

  private readonly stay = () => this.ask(null)

  private readonly leave = () => {
    const { goOn } = this
    this.ask(null)
    this.unsaved.discard()
    goOn?.()
  }

  private ask(goOn: (() => void) | null) {
    this.goOn = goOn
    this.host.requestUpdate()
  }
}
