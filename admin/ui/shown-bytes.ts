import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Bytes that an element shows by an address, which ends with the element or with the next bytes. */
export class ShownBytes implements ReactiveController {
  private address = ''

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  /** Returns the address of these bytes. */
  show(bytes: Blob): string {
    this.hostDisconnected()
    this.address = URL.createObjectURL(bytes)
    return this.address
  }

  hostDisconnected() {
    if (this.address) URL.revokeObjectURL(this.address)
    this.address = ''
  }
}
