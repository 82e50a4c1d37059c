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
