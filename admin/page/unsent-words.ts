import type { KeptUnsent, UnsentList } from '../../service/contract/unsent.ts'
import type { ServiceClient } from '../api/client.ts'
import { problemCode } from '../api/problems.ts'

/** Words are kept so long after the last key, in milliseconds, and tried again so long after that failed. */
const KEPT_AFTER = 1_000
const AGAIN_AFTER = 5_000

type Item = UnsentList['items'][number]

/** What another device wrote in the same form since. */
export interface WrittenElsewhere {
  readonly version: number
  readonly savedAt: string
  readonly fields: FormData
}

const formOf = ({ fields }: Pick<Item, 'fields'>): FormData => {
  const written = new FormData()
  for (const { name, value } of fields) written.append(name, value)
  return written
}

/** A time to send at is no word by itself. */
const isTime = (name: string, written: FormData): boolean => name.startsWith('later') && !written.get('later')

const fieldsIn = (written: FormData) =>
  [...written].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() && !isTime(name, written) ? [{ name, value }] : [],
  )

/**
 * What a person typed and has not sent, by the name of the form. The service keeps it, sealed, while they type; nothing of
 * it lies in the browser, so it is there after a reload, a crash and on another device.
 */
export class UnsentWords extends Map<string, FormData> {
  /** Words that another device wrote meanwhile: the person chooses. */
  readonly elsewhere = new Map<string, WrittenElsewhere>()
  /** What was sent or thrown away elsewhere, while it is typed here. */
  readonly gone = new Set<string>()
  /** The service could not keep what was typed last. */
  hasFailed = false
  private readonly versions = new Map<string, number>()
  private readonly waiting = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> = Promise.resolve()
  private readonly client: Pick<ServiceClient, 'call'>
  private readonly path: string
  private readonly changed: () => void
  private readonly listsWords: boolean

  /**
   * @param path of the list, below which each form has its own
   * @param changed something to show is another one now
   * @param listsWords the list has the words; otherwise each form is fetched by itself
   */
  constructor(client: Pick<ServiceClient, 'call'>, path: string, changed: () => void, listsWords = true) {
    super()
    this.listsWords = listsWords
    this.client = client
    this.path = path
    this.changed = changed
    addEventListener('pagehide', this.flush)
    document.addEventListener('visibilitychange', this.onHidden)
  }

  /** @param kind is needed where the list has no words */
  async load(kind = ''): Promise<void> {
    const { items } = await this.read(kind)
    for (const item of items) {
      if (this.waiting.has(item.kind)) continue
      super.set(item.kind, formOf(item))
      this.versions.set(item.kind, item.version)
    }
    this.changed()
  }

  override set(kind: string, written: FormData): this {
    const isNew = !this.has(kind)
    super.set(kind, written)
    this.waiting.add(kind)
    this.keepIn(KEPT_AFTER)
    if (isNew) this.changed()
    return this
  }

  /** The words were sent, or are not wanted any more. */
  override delete(kind: string): boolean {
    if (this.versions.delete(kind)) this.drop(kind)
    return this.forget(kind)
  }

  /** The service has dropped it already. */
  forget(kind: string): boolean {
    for (const one of [this.waiting, this.elsewhere, this.gone, this.versions]) one.delete(kind)
    const wasThere = super.delete(kind)
    if (wasThere) this.changed()
    return wasThere
  }

  /** It goes on in another form: it stays on this page as it is, and is not kept any longer. */
  release(kind: string) {
    this.waiting.delete(kind)
    if (this.versions.delete(kind)) this.drop(kind)
  }

  /** Waits for what is being kept, so that it does not come after the act that sends it. Returns how to go on where that failed. */
  async pause(kind: string): Promise<() => void> {
    const wasWaiting = this.waiting.delete(kind)
    await this.running
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
    this.changed()
  }

  /** Keeps at once what is not kept yet; the calls outlive the page. */
  readonly flush = () => {
    clearTimeout(this.timer)
    for (const kind of this.waiting) void this.keep(kind, true)
  }

  close() {
    this.flush()
    removeEventListener('pagehide', this.flush)
    document.removeEventListener('visibilitychange', this.onHidden)
  }

  /** The answer is empty, and a failure leaves words that end by themselves. */
  private drop(kind: string) {
    this.client.call('DELETE', `${this.path}/${kind}`).catch(() => {})
  }

  private readonly onHidden = () => {
    if (document.visibilityState === 'hidden') this.flush()
  }

  private keepIn(milliseconds: number) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.keepAll())
    }, milliseconds)
  }

  private read(kind: string): Promise<UnsentList> {
    return this.client.call<UnsentList>('GET', this.listsWords ? this.path : `${this.path}/${kind}`)
  }

  private async keepAll() {
    for (const kind of [...this.waiting]) if (!this.elsewhere.has(kind)) await this.keep(kind)
  }

  private async keep(kind: string, outlives = false): Promise<void> {
    const fields = fieldsIn(this.get(kind) ?? new FormData())
    this.waiting.delete(kind)
    if (fields.length === 0) return void this.delete(kind)
    const version = this.versions.get(kind) ?? 0
    try {
      const body = { version, fields }
      const kept = await this.client.call<KeptUnsent>('PUT', `${this.path}/${kind}`, { body, outlives })
      if (this.has(kind)) this.versions.set(kind, kept.version)
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
      this.gone.add(kind)
      this.changed()
      return this.keepIn(0)
    }
    if (code === 'unsent/changed-elsewhere') {
      const found = await this.read(kind).catch(() => null)
      if (!found) return this.keepIn(AGAIN_AFTER)
      const other = found.items.find((one) => one.kind === kind)
      if (other) this.elsewhere.set(kind, { ...other, fields: formOf(other) })
      else this.versions.delete(kind)
      return this.changed()
    }
    this.tell(true)
    this.keepIn(AGAIN_AFTER)
  }

  private tell(hasFailed: boolean) {
    if (this.hasFailed === hasFailed) return
    this.hasFailed = hasFailed
    this.changed()
  }
}
