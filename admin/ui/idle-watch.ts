import type { ReactiveController, ReactiveControllerHost } from 'lit'

const SECOND = 1000
const acts = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

interface Idle {
  /** Seconds without a sign of anybody until it is asked whether somebody is there. */
  after(): number
  /** Seconds that an answer is waited for. */
  readonly answerWithin: number
  isNeeded(): boolean
  wipe(): void
}

/** Notices that nobody is there any more: asks, counts down, and has the page wiped. */
export class IdleWatch implements ReactiveController {
  /** Seconds left to answer; `null` while nothing is asked. */
  left: number | null = null
  private seenAt = Date.now()
  private clock: ReturnType<typeof setInterval> | undefined
  private readonly host: ReactiveControllerHost
  private readonly idle: Idle

  constructor(host: ReactiveControllerHost, idle: Idle) {
    this.host = host
    this.idle = idle
    host.addController(this)
  }

  hostConnected() {
    this.stay()
    this.clock = setInterval(this.look, SECOND)
    for (const act of acts) window.addEventListener(act, this.seen, { passive: true })
  }

  hostDisconnected() {
    clearInterval(this.clock)
    for (const act of acts) window.removeEventListener(act, this.seen)
  }

  readonly stay = () => {
    this.seenAt = Date.now()
    this.ask(null)
  }

  // A touch of the question is no answer yet.
  private readonly seen = () => {
    if (this.left === null) this.seenAt = Date.now()
  }

  private readonly look = () => {
    if (!this.idle.isNeeded()) return this.stay()
    // By the clock, not by counting: a tablet that slept must not show the last person's words when it wakes.
    const over = (Date.now() - this.seenAt) / SECOND - this.idle.after()
    if (over < 0) return
    if (over < this.idle.answerWithin) return this.ask(Math.ceil(this.idle.answerWithin - over))
    this.idle.wipe()
    this.stay()
  }

  private ask(left: number | null) {
    if (left === this.left) return
    this.left = left
    this.host.requestUpdate()
  }
}
