/** What the widget tells the page. No event carries anything about the person or the content of a complaint. */
export abstract class WidgetEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: string, detail: Detail) {
    super(name, { bubbles: true, composed: true, detail })
  }
}

/** The form (or, in button mode, the button) can be used. */
export class AduanReady extends WidgetEvent<null> {
  constructor() {
    super('aduan-ready', null)
  }
}

/** A complaint was received; `detail.number` is its public number, never its code. */
export class AduanSubmitted extends WidgetEvent<{ readonly number: string }> {
  constructor(number: string) {
    super('aduan-submitted', { number })
  }
}

/** Loading or sending failed; `detail.code` is a stable problem code such as `network/unreachable`. */
export class AduanFailed extends WidgetEvent<{ readonly code: string }> {
  constructor(code: string) {
    super('aduan-failed', { code })
  }
}

/** Everything written was wiped from screen and tab, because nobody was there any more. */
export class AduanWiped extends WidgetEvent<null> {
  constructor() {
    super('aduan-wiped', null)
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'aduan-ready': AduanReady
    'aduan-submitted': AduanSubmitted
    'aduan-failed': AduanFailed
    'aduan-wiped': AduanWiped
  }
}

/** An event of a field in which somebody types. */
export interface FieldEvent extends Event {
  readonly target: HTMLInputElement | HTMLTextAreaElement
}

/** The widget on a page, as its parts that are fetched later see it. */
export interface WidgetOnPage extends HTMLElement {
  readonly tenant: string
  readonly service: string
  readonly mode: 'inline' | 'button'
  readonly view: 'file' | 'follow'
  readonly category: string
  readonly exit: string
  readonly sealingKey: string
  readonly memoryName: string
  readonly touchedAt: number
  readonly quietFor: number
  readonly answerWithin?: number
  readonly updateComplete: Promise<void>
  readonly leave: (to: string) => void
  readonly stay: () => void
  wipe(): Promise<void>
}
