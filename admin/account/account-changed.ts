/** Event of a section after it changed how the account is guarded. New recovery codes are shown this once. */
export class AccountChangedEvent extends Event {
  constructor(readonly recoveryCodes: readonly string[] = []) {
    super('account-changed', { bubbles: true, composed: true })
  }
}

declare global {
  interface HTMLElementEventMap {
    'account-changed': AccountChangedEvent
  }
}
