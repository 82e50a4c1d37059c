import { render } from 'lit/html.js'

/** The names of the properties that changed since the last drawing. */
export type Changed = ReadonlySet<string>

/**
 * An element that draws itself with Lit's templates. It keeps `LitElement`'s names and order of events for what the
 * widget uses, in a fifth of its weight: all that filing needs has to fit into 20 kB.
 */
export abstract class WidgetElement extends HTMLElement {
  static readonly styles: readonly CSSStyleSheet[] = []

  // The first of all fields, so that only what the page had set is found.
  readonly #early = setAside(this)

  protected readonly renderRoot = this.attachShadow({ mode: 'open' })
  protected hasUpdated = false

  /** Settles when what was asked for last is on the screen. Nothing is drawn before the element is on a page. */
  updateComplete: Promise<void>

  #start: () => void = () => {}
  #changed: Set<string> | undefined

  constructor() {
    super()
    this.renderRoot.adoptedStyleSheets = [...new.target.styles]
    this.updateComplete = new Promise((start) => {
      this.#start = start
    })
    this.requestUpdate()
  }

  connectedCallback(): void {
    if (!this.hasUpdated) Object.assign(this, this.#early)
    this.#start()
  }

  /** An observed attribute sets the property of its name. Taken away, it leaves the property as it is. */
  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (value !== null) Reflect.set(this, name.replace('-k', 'K'), value)
  }

  /** Draws the element soon, once for all that changes until then. */
  requestUpdate(name?: string): void {
    if (!this.#changed) {
      this.#changed = new Set()
      const draw = () => this.#draw()
      this.updateComplete = this.updateComplete.then(draw, draw)
    }
    if (name) this.#changed.add(name)
  }

  /** What is on the screen, made of the properties. */
  protected abstract render(): unknown

  /** Before each drawing. What it changes is part of that drawing. */
  protected willUpdate(_changed: Changed): void {}

  /** After the first drawing. */
  protected firstUpdated(): void {}

  /** Brings a part into view once it is drawn, and gives it the focus. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete
    const target = this.renderRoot.querySelector<HTMLElement>(selector)
    target?.scrollIntoView({ block: selector === 'h2' ? 'start' : 'center' })
    target?.focus({ preventScroll: true })
  }

  #draw(): void {
    try {
      this.willUpdate(this.#changed ?? new Set())
    } finally {
      this.#changed = undefined
    }
    render(this.render(), this.renderRoot, { host: this })
    if (this.hasUpdated) return
    this.hasUpdated = true
    this.firstUpdated()
  }
}

/** Takes off what a page set before the script arrived: on the element itself it would hide the accessors. */
function setAside(element: HTMLElement): Record<string, unknown> {
  const early: Record<string, unknown> = { ...element }
  for (const name in early) Reflect.deleteProperty(element, name)
  return early
}
