import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Area } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import redactionWording from '../../texts/redaction.json'
import { areaAfterKey, areaBetween, moveArea, resizeArea, WHOLE } from './areas.ts'

interface Drag {
  readonly from: { readonly x: number; readonly y: number }
  /** The box that moves; without it a new one is drawn. */
  readonly at?: number
  readonly before?: Area
  readonly isCorner?: boolean
}

/**
 * A picture on which areas are drawn: by mouse, pen, finger or keyboard. Two fingers enlarge and move the picture.
 * @fires areas-changed - `detail` is the list of areas
 * @fires area-chosen - `detail` is the place of the area in the list
 */
@customElement('area-board')
export class AreaBoard extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        justify-items: center;
        background: var(--sunk);
      }
      .board {
        position: relative;
        max-inline-size: 100%;
        cursor: crosshair;
        touch-action: pinch-zoom;
        user-select: none;
      }
      img {
        display: block;
        min-inline-size: 200px;
        max-inline-size: 100%;
        max-block-size: 56dvh;
        pointer-events: none;
      }
      .area {
        position: absolute;
        min-block-size: 0;
        min-inline-size: 0;
        padding: 0;
        border: 2px solid #fff;
        border-radius: 0;
        outline: 2px solid #000;
        background: rgb(0 0 0 / 72%);
        color: #fff;
        cursor: move;
      }
      .area:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      .corner {
        position: absolute;
        inset-block-end: -10px;
        inset-inline-end: -10px;
        inline-size: 24px;
        block-size: 24px;
        cursor: nwse-resize;
      }
      .corner::after {
        content: '';
        position: absolute;
        inset: 5px;
        border: 2px solid #000;
        background: #fff;
      }
    `,
  ]

  @property() src = ''
  @property() name = ''
  @property({ type: Number }) page = 1
  @property({ attribute: false }) areas: readonly Area[] = []
  @state() private drawn: Area | null = null
  @query('.board') private readonly board!: HTMLElement
  private drag: Drag | null = null
  private toFocus: number | null = null

  override render() {
    const wording = redactionWording(this.wording)
    const shown = [...this.areas.entries()].filter(([, { page }]) => page === this.page)
    return html`<div class="board" role="group" aria-label=${wording.board} @pointerdown=${this.onDown}
      @pointermove=${this.onMove} @pointerup=${this.onUp} @pointercancel=${this.onCancel}>
      <img src=${this.src} alt=${this.name} draggable="false">
      ${shown.map(([at]) => this.renderArea(at))}
      ${this.drawn ? html`<div class="area" data-drawn></div>` : null}
    </div>`
  }

  private renderArea(at: number) {
    const wording = redactionWording(this.wording)
    return html`<button type="button" class="area" data-at=${at} aria-label=${wording.box({ at: at + 1 })}
      @focus=${() => this.choose(at)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, at)}><span class="corner"></span></button>`
  }

  focusArea(at: number) {
    this.toFocus = at
    this.requestUpdate()
  }

  override updated() {
    // The policy of the page takes no style in a template.
    for (const box of this.renderRoot.querySelectorAll<HTMLElement>('.area')) {
      const area = box.dataset.at === undefined ? this.drawn : this.areas[Number(box.dataset.at)]
      if (area) Object.assign(box.style, placeOf(area))
    }
    const found = this.toFocus === null ? null : this.renderRoot.querySelector(`[data-at="${this.toFocus}"]`)
    if (!(found instanceof HTMLElement)) return
    this.toFocus = null
    found.focus()
  }

  private pointOf({ clientX, clientY }: PointerEvent) {
    const { left, top, width, height } = this.board.getBoundingClientRect()
    return { x: ((clientX - left) / width) * WHOLE, y: ((clientY - top) / height) * WHOLE }
  }

  private readonly onDown = (event: PointerEvent) => {
    if (!event.isPrimary || event.button !== 0) return
    const { target } = event
    const isCorner = target instanceof Element && target.matches('.corner')
    const area = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
    const from = this.pointOf(event)
    const at = area ? Number(area.dataset.at) : undefined
    const before = at === undefined ? undefined : this.areas[at]
    this.drag = at === undefined || !before ? { from } : { from, at, before, isCorner }
    const { currentTarget } = event
    if (currentTarget instanceof Element) currentTarget.setPointerCapture(event.pointerId)
    if (!area) event.preventDefault()
  }

  private readonly onMove = (event: PointerEvent) => {
    const { drag } = this
    if (!drag || !event.isPrimary) return
    const to = this.pointOf(event)
    if (drag.at === undefined || !drag.before) {
      this.drawn = areaBetween(this.page, drag.from, to)
      return
    }
    const by = { x: to.x - drag.from.x, y: to.y - drag.from.y }
    this.change(drag.at, drag.isCorner ? resizeArea(drag.before, by) : moveArea(drag.before, by))
  }

  private readonly onUp = () => {
    const { drawn, drag } = this
    this.onCancel()
    if (drag?.at !== undefined) this.focusArea(drag.at)
    if (!drawn) return
    this.tell([...this.areas, drawn])
    this.focusArea(this.areas.length)
  }

  private readonly onCancel = () => {
    this.drag = null
    this.drawn = null
  }

  private onKey(event: KeyboardEvent, at: number) {
    const area = this.areas[at]
    const after = area && areaAfterKey(area, event)
    if (after === undefined) return
    event.preventDefault()
    event.stopPropagation()
    this.change(at, after)
  }

  private choose(at: number) {
    this.dispatchEvent(new CustomEvent('area-chosen', { detail: at }))
  }

  private change(at: number, area: Area | null) {
    this.tell(area ? this.areas.with(at, area) : this.areas.toSpliced(at, 1))
  }

  private tell(areas: readonly Area[]) {
    this.dispatchEvent(new CustomEvent('areas-changed', { detail: areas }))
  }
}

const placeOf = ({ left, top, width, height }: Area) => ({
  left: `${left / 10}%`,
  top: `${top / 10}%`,
  width: `${width / 10}%`,
  height: `${height / 10}%`,
})
