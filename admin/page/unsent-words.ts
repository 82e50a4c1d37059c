import type { UnsentList, UnsentOnCase } from '../../service/contract/unsent.ts'
import type { ServiceClient } from '../api/client.ts'
import { problemCode } from '../api/problems.ts'
import { keeping, unkept } from './keepers.ts'
import { type UnsentCalls, unsentCalls, type WordsPlace } from './unsent-calls.ts'
import { type Fields, fieldsIn, formOf, isSame, type OfJoined, type WrittenElsewhere } from './unsent-fields.ts'

/** Words are kept so long after the last key, in milliseconds, and tried again so long after that failed. */
const KEPT_AFTER = 1_000
const AGAIN_AFTER = 5_000
/** A person who types without a pause loses no more than this, in milliseconds. */
const KEPT_WITHIN = 5_000
/** A browser carries no longer call, in bytes, past the end of a page. */
const LONGEST_THAT_OUTLIVES = 60_000
const MOST_UNANSWERED = 5
/** Somebody took the right away, or the case is gone: trying again would not help. */
const CLOSED: readonly (string | null)[] = ['staff/not-permitted', 'complaint/not-found', 'case/destroyed']
/** A page ends so: the first comes while it still lives, and not on every telephone. */
const ENDS = ['beforeunload', 'pagehide'] as const

/** Those of this tab, by their path: what is typed in two forms of one case is one list. */
const opened = new Map<string, UnsentWords>()
/** What is being kept of lists that were left: the next page reads them after that. */
const left = new Map<string, Promise<unknown>>()

/**
 * What a person typed and has not sent, by the name of the form. The service keeps it, sealed, while they type; nothing of
 * it lies in the browser, so it is there after a reload, a crash and on another device.
 */
export class UnsentWords extends Map<string, FormData> {
  /** What lies on cases that are joined to this one. */
  joined: readonly OfJoined[] = []
  /** Words that another device wrote meanwhile: the person chooses. */
  readonly elsewhere = new Map<string, WrittenElsewhere>()
  /** What was sent or thrown away elsewhere, while it is typed here. */
  readonly gone = new Set<string>()
  /** When words that are kept were being sent: they may have arrived. */
  readonly sendingAt = new Map<string, string>()
  /** Forms that are open now, and need no pointing at. */
  readonly shown = new Set<string>()
  /** The service could not keep what was typed last. */
  hasFailed = false
  /** They cannot be kept here any more: they stand on this page only, until their author has copied them. */
  isClosed = false
  private readonly versions = new Map<string, number>()
  private readonly waiting = new Set<string>()
  /** The number of times that the list was asked for by now, and by when somebody typed in a form. */
  private readonly typedAt = new Map<string, number>()
  private loads = 0
  /** What went out since the last answer, the latest last: it may have arrived although no answer came. */
  private readonly unanswered = new Map<string, readonly Fields[]>()
  /** What the service has of this tab. */
  private readonly laid = new Map<string, Fields>()
  private readonly known = [
    this.waiting,
    this.elsewhere,
    this.gone,
    this.versions,
    this.unanswered,
    this.laid,
    this.sendingAt,
  ]
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private waitingSince = 0
  private running: Promise<unknown> = Promise.resolve()
  /** Somebody else is at the desk. */
  private isForgotten = false
  private loading: Promise<void> | undefined
  /** The name of the place. */
  private readonly path: string
  private readonly calls: UnsentCalls

  /**
   * @param changed something to show is another one now; it is how `close` knows who leaves
   */
  static open(client: Pick<ServiceClient, 'call'>, place: WordsPlace, changed: () => void): UnsentWords {
    const path = `${place.tenant} ${'number' in place ? place.number : place.form}`
    const words = opened.get(path) ?? new UnsentWords(path, unsentCalls(client, place))
    opened.set(path, words)
    words.listeners.add(changed)
    return words
  }

  private constructor(path: string, calls: UnsentCalls) {
    super()
    this.path = path
    this.calls = calls
    keeping.add(this)
    addEventListener('online', this.onOnline)
    for (const end of ENDS) addEventListener(end, this.flush)
    document.addEventListener('visibilitychange', this.onHidden)
  }

  /** Fetches what is kept, once for all who ask on this page. @param kind is needed where the list has no words */
  async ready(kind: string): Promise<void> {
    if (!this.calls.listsWords) return this.load(kind)
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined
      throw error
    })
    return this.loading
  }

  /** @param kind is needed where the list has no words */
  async load(kind = ''): Promise<void> {
    this.loads += 1
    const began = this.loads
    const { items, joined = [] } = await this.read(kind)
    this.joined = joined.map((one) => ({ number: one.number, kind: one.kind, written: formOf(one) }))
    for (const item of items) {
      if (this.isNewerHere(item.kind, began)) continue
      super.set(item.kind, formOf(item))
      if (item.sendingAt) this.sendingAt.set(item.kind, item.sendingAt)
      this.versions.set(item.kind, item.version)
    }
    this.changed()
  }

  override set(kind: string, written: FormData): this {
    const isNew = !this.has(kind)
    super.set(kind, written)
    this.waiting.add(kind)
    this.typedAt.set(kind, this.loads)
    this.keepIn(KEPT_AFTER)
    if (isNew) this.changed()
    return this
  }

  /** The words were sent, or are not wanted any more. */
  override delete(kind: string): boolean {
    if (this.elsewhere.has(kind)) return this.sent(kind)
    if (this.versions.delete(kind)) this.drop(kind)
    return this.forget(kind)
  }

  /** The service dropped what lay there. Words of another tab or device that the person has not compared yet are laid there again. */
  sent(kind: string): boolean {
    const other = this.elsewhere.get(kind)
    if (other) this.lay(kind, fieldsIn(other.fields))
    return this.forget(kind)
  }

  /** The service has dropped it already. */
  forget(kind: string): boolean {
    for (const one of this.known) one.delete(kind)
    this.tell(this.hasFailed && this.waiting.size > 0)
    const wasThere = super.delete(kind)
    if (wasThere) this.changed()
    return wasThere
  }

  /** It goes on in another form: it stays on this page as it is, and is not kept any longer. */
  release(kind: string) {
    this.waiting.delete(kind)
    if (this.versions.delete(kind)) this.drop(kind)
  }

  /**
   * Keeps what is still waiting, so that it does not come after the act that sends it, and words of another tab are known
   * before the act drops them. Returns how to go on where that failed.
   */
  async pause(kind: string): Promise<() => void> {
    const wasWaiting = this.waiting.has(kind)
    if (wasWaiting && !this.elsewhere.has(kind)) this.flush()
    await this.running
    this.waiting.delete(kind)
    return () => {
      const written = this.get(kind)
      if (wasWaiting && written) this.set(kind, written)
    }
  }

  choose(kind: string, whose: 'here' | 'elsewhere') {
    const other = this.elsewhere.get(kind)
    if (!other) return
    this.elsewhere.delete(kind)
    this.versions.set(kind, other.version)
    if (whose === 'elsewhere') {
      this.waiting.delete(kind)
      super.set(kind, other.fields)
    } else {
      this.waiting.add(kind)
      this.keepIn(0)
    }
    this.tell(this.hasFailed)
    this.changed()
  }

  keepNow(): Promise<unknown> {
    this.flush()
    return this.running
  }

  forgetAll() {
    this.isForgotten = true
    clearTimeout(this.timer)
    if (opened.get(this.path) === this) opened.delete(this.path)
    left.delete(this.path)
    for (const one of this.known) one.clear()
    this.clear()
  }

  /** Keeps at once what is not kept yet; the calls outlive the page. */
  readonly flush = () => {
    clearTimeout(this.timer)
    this.waitingSince = 0
    const kinds = [...this.waiting].filter((kind) => !this.elsewhere.has(kind))
    this.running = Promise.all([this.running, ...kinds.map((kind) => this.keep(kind))])
  }

  /** Somebody who opened them leaves; with the last one, what waits is kept. */
  close(changed: () => void) {
    if (!this.listeners.delete(changed) || this.listeners.size > 0) return
    if (opened.get(this.path) === this) opened.delete(this.path)
    this.flush()
    left.set(this.path, this.running)
    void this.running.then(this.rest)
    for (const end of ENDS) removeEventListener(end, this.flush)
    document.removeEventListener('visibilitychange', this.onHidden)
  }

  /** Nobody shows them any more, and nothing of them waits. */
  private readonly rest = () => {
    if (this.listeners.size > 0 || this.waiting.size > 0) return
    keeping.delete(this)
    removeEventListener('online', this.onOnline)
  }

  /** What was typed and not kept yet, or typed since an answer was asked for, is newer than that answer. */
  private isNewerHere(kind: string, began: number): boolean {
    return this.waiting.has(kind) || this.unanswered.has(kind) || (this.typedAt.get(kind) ?? 0) >= began
  }

  private changed() {
    for (const listener of this.listeners) listener()
  }

  /** The answer is empty, and a failure leaves words that end by themselves. */
  private drop(kind: string) {
    this.calls.drop(kind).catch(() => {})
  }

  /** It is refused where they still lie there. */
  private lay(kind: string, fields: Fields) {
    this.calls.keep(kind, { version: 0, fields }).catch(() => {})
  }

  private readonly onHidden = () => {
    if (document.visibilityState === 'hidden') this.flush()
  }

  private readonly onOnline = () => {
    if (this.waiting.size > 0) this.keepIn(0)
  }

  private keepIn(milliseconds: number) {
    clearTimeout(this.timer)
    if (this.isForgotten) return
    if (this.waitingSince === 0) this.waitingSince = Date.now()
    const atLatest = Math.max(0, this.waitingSince + Math.max(milliseconds, KEPT_WITHIN) - Date.now())
    this.timer = setTimeout(
      () => {
        this.waitingSince = 0
        this.running = this.running.then(() => this.keepAll()).then(this.rest)
      },
      Math.min(milliseconds, atLatest),
    )
  }

  private async read(kind: string): Promise<UnsentList & Partial<UnsentOnCase>> {
    await left.get(this.path)
    return this.calls.read(kind)
  }

  private async keepAll() {
    for (const kind of [...this.waiting]) if (!this.elsewhere.has(kind)) await this.keep(kind)
  }

  private async keep(kind: string): Promise<void> {
    if (this.isForgotten) return
    const fields = fieldsIn(this.get(kind) ?? new FormData())
    this.waiting.delete(kind)
    if (fields.length === 0) return void this.delete(kind)
    const own = this.unanswered.get(kind) ?? []
    this.unanswered.set(kind, [...own, fields].slice(-MOST_UNANSWERED))
    const over = own.at(-1)
    const body = { version: this.versions.get(kind) ?? 0, fields, ...(over && { over }) }
    const outlives = new TextEncoder().encode(JSON.stringify(body)).length <= LONGEST_THAT_OUTLIVES
    try {
      const kept = await this.calls.keep(kind, body, outlives)
      this.unanswered.delete(kind)
      this.laid.set(kind, fields)
      this.isClosed = false
      if (this.has(kind)) this.versions.set(kind, Math.max(kept.version, this.versions.get(kind) ?? 0))
      this.tell(false)
    } catch (error) {
      await this.keepLater(kind, problemCode(error))
    }
  }

  private async keepLater(kind: string, code: string | null) {
    if (!this.has(kind)) return
    this.waiting.add(kind)
    if (code === 'unsent/gone') {
      this.versions.delete(kind)
      this.unanswered.delete(kind)
      this.gone.add(kind)
      this.changed()
      return this.keepIn(0)
    }
    if (code === 'unsent/changed-elsewhere') return this.compare(kind)
    this.isClosed = CLOSED.includes(code)
    this.tell(true)
    if (this.isClosed) this.changed()
    else this.keepIn(AGAIN_AFTER)
  }

  /** Other words lie there: those that this page sent itself are written over, others the person compares. */
  private async compare(kind: string) {
    const found = await this.read(kind).catch(() => null)
    if (!found || this.isForgotten) return this.keepIn(AGAIN_AFTER)
    const other = found.items.find((one) => one.kind === kind)
    const own = [...(this.unanswered.get(kind) ?? []), this.laid.get(kind) ?? []]
    const isOwn = own.some((one) => isSame(one, other?.fields))
    this.unanswered.delete(kind)
    if (other && !isOwn) {
      this.elsewhere.set(kind, { ...other, fields: formOf(other) })
      this.tell(this.hasFailed)
    } else {
      if (other) this.versions.set(kind, other.version)
      else this.versions.delete(kind)
      this.keepIn(0)
    }
    this.changed()
  }

  /** Between two devices nothing is kept of this one until the person chose. */
  private tell(hasFailed: boolean) {
    if (hasFailed || this.elsewhere.size > 0) unkept.add(this)
    else unkept.delete(this)
    if (this.hasFailed === hasFailed) return
    this.hasFailed = hasFailed
    this.changed()
  }
}
