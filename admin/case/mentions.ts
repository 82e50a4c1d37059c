import { html, type LitElement, nothing, type ReactiveController } from 'lit'
import type { StaffList } from '../api/wire.ts'
import type { Wording } from '../wording/wording.ts'

type Colleague = Pick<StaffList['items'][number], 'id' | 'name' | 'position'>

/** The text between an @ and the cursor, while somebody is named there. */
export const soughtIn = (text: string, cursor: number): string | null =>
  /(?:^|\s)@([\p{L}.' ]{0,40})$/u.exec(text.slice(0, cursor))?.[1] ?? null

const MOST_OFFERED = 6

/** Names colleagues in a note: an @ and a few letters offer those who see the case, by keyboard alone. */
export class Mentions implements ReactiveController {
  private colleagues: Promise<readonly Colleague[]> | null = null
  private found: readonly Colleague[] = []
  private at = 0
  private readonly named = new Map<string, string>()

  /** @param ask gives who sees the case; those from whom it is kept are not among them */
  constructor(
    private readonly host: LitElement,
    private readonly area: () => HTMLTextAreaElement,
    private readonly ask: () => Promise<readonly Colleague[]>,
  ) {
    host.addController(this)
  }

  hostConnected() {
    this.close()
  }

  get isOpen(): boolean {
    return this.found.length > 0
  }

  idsIn(text: string): string[] {
    return [...this.named].filter(([, name]) => text.includes(`@${name}`)).map(([id]) => id)
  }

  clear() {
    this.named.clear()
    this.close()
  }

  readonly onInput = async () => {
    const sought = soughtIn(this.area().value, this.area().selectionStart)
    if (sought === null) return this.close()
    // A note can be written without mentions, so a failure only means that nobody is offered.
    this.colleagues ??= this.ask().catch(() => {
      this.colleagues = null
      return []
    })
    const all = await this.colleagues
    const now = soughtIn(this.area().value, this.area().selectionStart)?.toLowerCase() ?? null
    this.found =
      now === null ? [] : all.filter(({ name }) => name.toLowerCase().includes(now.trim())).slice(0, MOST_OFFERED)
    // A name that is written out has been chosen.
    if (all.some(({ id, name }) => this.named.has(id) && now?.startsWith(name.toLowerCase()))) this.found = []
    this.at = 0
    this.host.requestUpdate()
  }

  readonly onKey = (event: KeyboardEvent) => {
    if (!this.isOpen) return
    if (event.key === 'ArrowDown') this.at = (this.at + 1) % this.found.length
    else if (event.key === 'ArrowUp') this.at = (this.at + this.found.length - 1) % this.found.length
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.found[this.at])
    else if (event.key === 'Escape') this.close()
    else return
    event.preventDefault()
    event.stopPropagation()
    this.host.requestUpdate()
  }

  render({ casePage }: Wording) {
    if (!this.isOpen) return nothing
    return html`<ul id="colleagues" class="plain colleagues" role="listbox" aria-label=${casePage.mention}>
      ${this.found.map(
        (one, at) => html`<li id="colleague-${at}" role="option" aria-selected=${at === this.at ? 'true' : 'false'}
          @mousedown=${(event: Event) => event.preventDefault()} @pointerup=${() => this.choose(one)}>
          ${one.name} <span class="soft small">${one.position}</span>
        </li>`,
      )}
    </ul>`
  }

  describe() {
    const area = this.area()
    area.setAttribute('aria-autocomplete', 'list')
    if (this.isOpen) {
      area.setAttribute('aria-controls', 'colleagues')
      area.setAttribute('aria-activedescendant', `colleague-${this.at}`)
    } else {
      area.removeAttribute('aria-controls')
      area.removeAttribute('aria-activedescendant')
    }
  }

  private choose(one: Colleague | undefined) {
    if (!one) return
    const area = this.area()
    const cursor = area.selectionStart
    const sought = soughtIn(area.value, cursor) ?? ''
    area.setRangeText(`${one.name} `, cursor - sought.length, cursor, 'end')
    this.named.set(one.id, one.name)
    this.close()
    area.focus()
  }

  private close() {
    this.found = []
    this.host.requestUpdate()
  }
}

export function withMentions(text: string, mentions: readonly string[]) {
  const parts: unknown[] = []
  let rest = text
  while (rest) {
    const next = mentions
      .map((name) => ({ name, at: rest.indexOf(`@${name}`) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at || other.name.length - one.name.length)[0]
    if (!next) break
    parts.push(rest.slice(0, next.at), html`<strong>@${next.name}</strong>`)
    rest = rest.slice(next.at + next.name.length + 1)
  }
  return [...parts, rest]
}
