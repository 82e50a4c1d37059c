/** Event with a short sentence, which the application's root shows and screen readers read out. */
export class SayEvent extends Event {
  /** @param over until then the sentence is true, and stays */
  constructor(
    readonly text: string,
    readonly over?: Promise<void>,
  ) {
    super('ui-say', { bubbles: true, composed: true })
  }
}

export const say = (from: EventTarget, text: string, over?: Promise<void>): boolean =>
  from.dispatchEvent(new SayEvent(text, over))

declare global {
  interface HTMLElementEventMap {
    'ui-say': SayEvent
  }
}
