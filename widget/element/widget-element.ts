import { render } from 'lit/html.js'

/** Defines a property whose change draws the element again. */
export function reactive(prototype: WidgetElement, name: string): void {
  const values = new WeakMap<WidgetElement, unknown>()
  Object.defineProperty(prototype, name, {
    get(this: WidgetElement) {
      return values.get(this)
    },
    set(this: WidgetElement, value: unknown) {
      if (values.get(this) === value) return
      values.set(this, value)
      this.requestUpdate(name)
    },
  })
}

/** The names of the properties that changed since the last drawing. */
export type Changed = ReadonlySet<string>

/**
 * Draws itself with the templates of Lit. It has the names and the order of events of `LitElement`, in a fifth of its
 * weight, because everything that filing needs has to fit into 20 kB.
 */
export abstract class WidgetElement extends HTMLElement {
  static readonly styles: readonly CSSStyleSheet[] = []

  // This must be the first field: later ones would look like properties that the page has set.
  readonly #early = setAside(this)

  protected readonly renderRoot = this.attachShadow({ mode: 'open' })
  protected hasUpdated = false

  /** Settles when all changes are on the screen. Nothing is drawn before the element is on a page. */
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

  /** Sets the property that has the name of the attribute. A removed attribute leaves the property as it is. */
  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (value !== null) Reflect.set(this, name.replace('-k', 'K'), value)
  }

  /** Draws the element soon, once for all changes until then. */
  requestUpdate(name?: string): void {
    if (!this.#changed) {
      this.#changed = new Set()
      const draw = () => this.#draw()
      this.updateComplete = this.updateComplete.then(draw, draw)
    }
    if (name) this.#changed.add(name)
  }

  protected abstract render(): unknown

  /** Runs before each drawing. Changes made here are part of that drawing. */
  protected willUpdate(_changed: Changed): void {}

  /** Runs after the first drawing. */
  protected firstUpdated(): void {}

  /** Scrolls to a part once it is drawn, and focuses it. */
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

/** Removes properties that a page set before the script arrived, because they would hide the accessors. */
function setAside(element: HTMLElement): Record<string, unknown> {
  const early: Record<string, unknown> = { ...element }
  for (const name in early) Reflect.deleteProperty(element, name)
  return early
}
