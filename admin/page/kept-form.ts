import { html, type LitElement, nothing, type ReactiveController } from 'lit'
import type { ServiceClient } from '../api/client.ts'
import unsentWording from '../texts/unsent.json'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'
import { keepers } from './keepers.ts'
import { UnsentWords } from './unsent-words.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (one: unknown): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement

const isTick = (one: Control): one is HTMLInputElement =>
  one instanceof HTMLInputElement && (one.type === 'checkbox' || one.type === 'radio')

function put(control: Control, written: FormData): boolean {
  const values = written.getAll(control.name).map(String)
  if (isTick(control)) {
    const isTicked = values.includes(control.value)
    if (control.checked === isTicked || (control.type === 'radio' && !isTicked)) return false
    control.checked = isTicked
  } else {
    const value = values[0] ?? ''
    if (control.value === value) return false
    control.value = value
  }
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  control.dispatchEvent(new Event('change', { bubbles: true, composed: true }))
  return true
}

/**
 * Puts what was written into the fields of a form by their names, as if it was typed. A choice may open further fields, so
 * those are filled in next.
 * @param settled waits until the page has shown what followed
 */
export async function fillForm(form: HTMLFormElement, written: FormData, settled: () => Promise<unknown>) {
  const done = new Set<Control>()
  for (;;) {
    const next = [...form.elements].find((one) => isControl(one) && one.name && !done.has(one))
    if (!isControl(next)) return
    done.add(next)
    if (next.type !== 'file' && next.type !== 'hidden' && put(next, written)) await settled()
  }
}

export interface KeptPlace {
  readonly client: ServiceClient
  readonly tenant: string
  readonly number: string | null
  /** The form, by what it changes: `letter-…`. */
  readonly kind: string
  /** What is changed there, by its version: words that were written over an earlier one say so when they are back. */
  readonly revision?: number
}

interface Ways {
  /** Which form of the host it is; without it the first. */
  readonly form?: string
  /** How the words are read and shown where they do not lie in the form's own fields. */
  readonly read?: () => FormData
  readonly show?: (written: FormData) => void
  /** How such words are read beside the form. */
  readonly texts?: (written: FormData) => unknown
}

interface Opened {
  readonly form: HTMLFormElement
  readonly place: KeptPlace
  readonly words: UnsentWords
  before: FormData
}

/** Names in what is kept that are no fields: the version that was changed, and words that were laid aside for others. */
const BASED_ON = 'based on'
const ASIDE = 'aside '

const entriesOf = (data: FormData) => [...data].filter(([, value]) => typeof value === 'string' && value !== '')
const isSame = (one: FormData, other: FormData) => JSON.stringify(entriesOf(one)) === JSON.stringify(entriesOf(other))

function pick(data: FormData, isWanted: (name: string) => boolean, cut = 0): FormData {
  const picked = new FormData()
  for (const [name, value] of data) if (isWanted(name)) picked.append(name.slice(cut), value)
  return picked
}

const ownFields = (written: FormData) => pick(written, (name) => name !== BASED_ON)

/**
 * Keeps on the service what is typed in a form, for its author alone, and shows it again: after a reload, a crash, on
 * another device. What the form sends is dropped by the act itself.
 */
export class KeptForm implements ReactiveController {
  private opened: Opened | null = null
  private isBack = false
  private isTyped = false
  private isShowing = false
  /** Other words for the same fields: what stands there now, or what was typed before that was taken. */
  private aside: FormData | null = null
  private isAsideOwn = false
  private readonly host: LitElement
  private readonly place: () => KeptPlace | null
  private readonly ways: Ways

  /** @param place `null` while nothing is written there */
  constructor(host: LitElement, place: () => KeptPlace | null, ways: Ways = {}) {
    this.host = host
    this.place = place
    this.ways = ways
    host.addController(this)
  }

  hostUpdated() {
    // What was still to be drawn when the page was left is drawn afterwards, and begins nothing.
    if (!this.host.isConnected) return
    const form = this.host.renderRoot.querySelector<HTMLFormElement>(this.ways.form ?? 'form')
    const place = form && this.place()
    const { opened } = this
    if (!form || !place) return this.end()
    if (opened?.form !== form || opened.place.kind !== place.kind || opened.place.number !== place.number)
      return this.begin(form, place)
    if (opened.place.revision !== place.revision) void this.meetChange(opened, place)
  }

  hostDisconnected() {
    this.end()
  }

  /** Does what sends the words, and lets them go once that is done. @param act gets the calls that say so */
  async send<Done>(act: (client: ServiceClient) => Promise<Done>): Promise<Done> {
    const { opened } = this
    const place = opened?.place ?? this.place()
    if (!place) throw new Error('Nothing is written there.')
    const { client, number, kind } = place
    const keepAgain = await opened?.words.pause(kind)
    try {
      const done = await act(client.sending(`${number ?? '-'}/${kind}`))
      opened?.words.sent(kind)
      this.layAside(null)
      return done
    } catch (error) {
      keepAgain?.()
      throw error
    }
  }

  readonly touch = () => {
    const { opened } = this
    if (!opened || this.isShowing) return
    const { form, place, words, before } = opened
    keepers.add(form)
    const written = this.read(form)
    this.isTyped = this.isAsideOwn || !isSame(written, before)
    if (!this.isTyped) return void words.delete(place.kind)
    const basedOn = words.get(place.kind)?.get(BASED_ON) ?? place.revision
    if (basedOn !== undefined) written.set(BASED_ON, String(basedOn))
    if (this.isAsideOwn && this.aside) for (const [name, value] of this.aside) written.append(`${ASIDE}${name}`, value)
    words.set(place.kind, written)
  }

  render(wording: Wording) {
    const { opened } = this
    if (!opened) return html`<div role="status"></div>`
    const text = unsentWording(wording)
    const { words, place } = opened
    const elsewhere = words.elsewhere.get(place.kind)
    const sendingAt = words.sendingAt.get(place.kind)
    return html`<div role="status" class="kept">
      ${words.hasFailed ? html`<div class="banner warn">${icons.alert}<p>${words.isClosed ? text.closed : text.notKept}</p></div>` : nothing}
      ${words.gone.has(place.kind) ? html`<div class="banner warn">${icons.alert}<p>${text.gone}</p></div>` : nothing}
      ${
        elsewhere
          ? html`<div class="banner warn">${icons.alert}<div class="stack">
              <p>${text.elsewhere({ form: text.yours, at: wording.formats.dayAndTime(elsewhere.savedAt) })}</p>
              ${this.renderTexts(elsewhere.fields)}
              <p class="row">
                <button type="button" @click=${() => this.choose('elsewhere')}>${text.useElsewhere}</button>
                <button type="button" @click=${() => this.choose('here')}>${text.useHere}</button>
              </p>
            </div></div>`
          : nothing
      }
      ${
        this.aside
          ? html`<div class="banner warn">${icons.alert}<div class="stack">
              <p>${this.isAsideOwn ? text.ownAside : text.changedSince}</p>
              ${this.renderTexts(this.aside)}
              <p><button type="button" @click=${this.swap}>${text.swap}</button></p>
            </div></div>`
          : nothing
      }
      ${
        this.isBack && words.has(place.kind)
          ? html`${sendingAt ? html`<div class="banner warn">${icons.alert}<p>${text.mayHaveArrived({ at: wording.formats.dayAndTime(sendingAt) })}</p></div>` : nothing}
            <p class="soft small">${icons.edit} ${text.back}
              <button type="button" class="quiet" @click=${this.throwAway}>${text.throwAway}</button></p>`
          : nothing
      }
    </div>`
  }

  private renderTexts(data: FormData) {
    if (this.ways.texts) return this.ways.texts(data)
    const { opened } = this
    const here = opened ? this.read(opened.form) : new FormData()
    const differing = [...data].filter(
      ([name, value]) => typeof value === 'string' && name !== BASED_ON && value !== String(here.get(name) ?? ''),
    )
    return differing.map(([, value]) => html`<blockquote class="prose">${String(value)}</blockquote>`)
  }

  private begin(form: HTMLFormElement, place: KeptPlace) {
    this.end()
    const { client, tenant, number, kind } = place
    const at = number === null ? ({ tenant, form: 'desk' } as const) : { tenant, number }
    const words = UnsentWords.open(client, at, this.changed)
    words.shown.add(kind)
    this.opened = { form, place, words, before: this.read(form) }
    this.isBack = false
    this.isTyped = false
    this.layAside(null)
    form.addEventListener('input', this.touch)
    form.addEventListener('change', this.touch)
    void this.load(kind)
  }

  private end() {
    const { opened } = this
    if (!opened) return
    this.opened = null
    opened.form.removeEventListener('input', this.touch)
    opened.form.removeEventListener('change', this.touch)
    opened.words.shown.delete(opened.place.kind)
    opened.words.close(this.changed)
  }

  private readonly changed = () => this.host.requestUpdate()

  private async load(kind: string) {
    const { opened } = this
    await opened?.words.ready(kind).catch(() => {})
    if (!opened || this.opened !== opened || this.isTyped) return
    const { words, place, before } = opened
    const written = words.get(kind)
    this.isBack = written !== undefined
    if (!written) return
    // The act that sent them could not drop them any more: they stand there by now.
    if (isSame(ownFields(written), before)) {
      this.isBack = false
      return void words.delete(kind)
    }
    keepers.add(opened.form)
    const own = pick(written, (name) => name.startsWith(ASIDE), ASIDE.length)
    const basedOn = written.get(BASED_ON)
    if ([...own].length > 0) this.layAside(own, true)
    else if (basedOn !== null && basedOn !== String(place.revision)) this.layAside(before)
    await this.show(written)
  }

  /** Somebody changed what is being written over: their words are shown beside those that stand here. */
  private async meetChange(opened: Opened, place: KeptPlace) {
    const { words, form, before } = opened
    const typed = words.get(place.kind)
    const now = this.read(form)
    this.opened = { ...opened, place, before: now }
    if (!typed) return
    const theirs = new FormData()
    for (const [name, value] of now) theirs.set(name, value === typed.get(name) ? (before.get(name) ?? value) : value)
    this.opened.before = theirs
    this.layAside(theirs)
    await this.show(typed)
  }

  private layAside(aside: FormData | null, isOwn = false) {
    this.aside = aside
    this.isAsideOwn = isOwn && aside !== null
    this.host.requestUpdate()
  }

  private read(form: HTMLFormElement): FormData {
    return this.ways.read?.() ?? new FormData(form)
  }

  private async show(written: FormData) {
    const { opened } = this
    if (!opened) return
    const fields = pick(written, (name) => name !== BASED_ON && !name.startsWith(ASIDE))
    this.isShowing = true
    try {
      if (this.ways.show) this.ways.show(fields)
      else await fillForm(opened.form, fields, () => this.host.updateComplete)
      await this.host.updateComplete
    } finally {
      this.isShowing = false
    }
    this.host.requestUpdate()
  }

  private async choose(whose: 'here' | 'elsewhere') {
    const { opened } = this
    if (!opened) return
    const { words, place } = opened
    const here = this.read(opened.form)
    words.choose(place.kind, whose)
    if (whose === 'here') return
    await this.show(words.get(place.kind) ?? opened.before)
    this.layAside(here, true)
    this.touch()
  }

  /** What stands in the form and what is shown beside it change places; what was typed stays kept. */
  private readonly swap = async () => {
    const { opened, aside } = this
    if (!opened || !aside) return
    const here = this.read(opened.form)
    this.layAside(here, !this.isAsideOwn)
    await this.show(aside)
    this.touch()
  }

  private readonly throwAway = () => {
    const { opened } = this
    if (!opened) return
    opened.words.delete(opened.place.kind)
    this.layAside(null)
    void this.show(opened.before)
  }
}
