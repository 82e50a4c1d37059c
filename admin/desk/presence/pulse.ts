import { css, type ReactiveController, type ReactiveControllerHost } from 'lit'

/** Lies over the lower edge of the page, so that nothing moves under anybody's eyes. */
export const liveLooks = css`
  :host {
    position: sticky;
    z-index: 5;
    inset-block-end: calc(var(--below, 0px) + 12px);
    display: grid;
    justify-items: start;
    gap: 8px;
    pointer-events: none;
  }
  .banner {
    align-items: center;
    flex-wrap: wrap;
    border: 1px solid var(--line-strong);
    background: var(--surface);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  .banner.warn {
    background: var(--warn-soft);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: 999px;
    background: var(--surface);
    box-shadow: var(--shadow);
    font-size: var(--size-small);
    pointer-events: auto;
  }
  .chip.writes {
    background: var(--warn-soft);
    font-weight: 600;
  }
  @media print {
    :host {
      display: none;
    }
  }
`

/** A person who has touched nothing for so long counts as absent, so that an unused session can end. */
const AWAY_AFTER = 120_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const

/** Does something at once and then again and again, while the page is visible and somebody is there. */
export class Pulse implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined
  private seenAt = 0

  /** @param beat `false`: it is never to be done again */
  constructor(
    host: ReactiveControllerHost,
    private readonly every: number,
    private readonly beat: () => Promise<boolean>,
  ) {
    host.addController(this)
  }

  hostConnected() {
    this.seenAt = Date.now()
    for (const sign of signs) window.addEventListener(sign, this.onSign, { passive: true, capture: true })
    document.addEventListener('visibilitychange', this.onSign)
    this.next(0)
  }

  hostDisconnected() {
    clearTimeout(this.timer)
    for (const sign of signs) window.removeEventListener(sign, this.onSign, { capture: true })
    document.removeEventListener('visibilitychange', this.onSign)
  }

  private readonly onSign = () => {
    const wasAway = !this.isSomebodyThere
    this.seenAt = Date.now()
    if (wasAway) this.next(0)
  }

  private get isSomebodyThere(): boolean {
    return document.visibilityState === 'visible' && Date.now() - this.seenAt < AWAY_AFTER
  }

  private next(wait: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), wait)
  }

  private async run() {
    if (!this.isSomebodyThere) return
    if (await this.beat()) this.next(this.every)
  }
}
