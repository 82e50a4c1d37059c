import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Tells its element whether a media query holds, and again when that changes. */
export class MediaMatch implements ReactiveController {
  private readonly query: MediaQueryList
  private readonly changed: () => void

  constructor(host: ReactiveControllerHost, query: string) {
    this.query = matchMedia(query)
    this.changed = () => host.requestUpdate()
    host.addController(this)
  }

  get holds(): boolean {
    return this.query.matches
  }

  hostConnected() {
    this.query.addEventListener('change', this.changed)
  }

  hostDisconnected() {
    this.query.removeEventListener('change', this.changed)
  }
}
