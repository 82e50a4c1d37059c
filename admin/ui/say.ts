/** Event with a short sentence, which the application's root shows and screen readers read out. */
export class SayEvent extends Event {
  constructor(readonly text: string) {
    super('ui-say', { bubbles: true, composed: true })
  }
}

export const say = (from: EventTarget, text: string): boolean => from.dispatchEvent(new SayEvent(text))

declare global {
  interface HTMLElementEventMap {
    'ui-say': SayEvent
  }
}
