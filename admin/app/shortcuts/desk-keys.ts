import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import { isTicked } from '../../ui/form.ts'
import { addressOf, pagesFor } from '../routes/routes.ts'
import { goKeys, isInDialog, isWriting, type Shortcut, shortcutsOf } from './key-map.ts'
import '../../ui/dialog.ts'
import { fields } from '../../ui/fields.ts'
import './command-palette.ts'
import shortcutWording from '../../texts/shortcut.json'
import { isPaletteKey } from './palette-key.ts'

/** Milliseconds that `g` waits for its second letter. */
const SECOND_KEY = 1_500

/**
 * The desk by keyboard: single letters that can be switched off (WCAG 2.1.4) and are never taken from who writes, the
 * overlay that lists them, and the palette of commands on Ctrl+K.
 */
@customElement('desk-keys')
export class DeskKeys extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 20px 32px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 6px 12px;
        align-items: baseline;
      }
      kbd {
        display: inline-block;
        min-inline-size: 24px;
        padding: 1px 7px;
        border: 1px solid var(--line-strong);
        border-radius: 5px;
        background: var(--sunk);
        font: 600 var(--size-small) / 1.5 var(--font-code);
        text-align: center;
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @state() private shown: 'nothing' | 'help' | 'palette' = 'nothing'
  @state() private usesLetters = true
  private goesUntil = 0

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('keydown', this.onKey)
    window.addEventListener('aduan-shortcuts', this.help)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.onKey)
    window.removeEventListener('aduan-shortcuts', this.help)
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('session')) this.usesLetters = localStorage.getItem(this.keptAs) !== 'off'
  }

  override render() {
    const { common } = this.wording
    const wording = shortcutWording(this.wording)
    return html`
      <ui-dialog wide ?open=${this.shown === 'help'} heading=${wording.heading} close-label=${common.close}
        @ui-close=${this.close}>${this.shown === 'help' ? this.renderHelp() : nothing}</ui-dialog>
      ${
        this.shown === 'palette'
          ? html`<command-palette .session=${this.session} .membership=${this.membership}
              @palette-closed=${this.close}></command-palette>`
          : nothing
      }
    `
  }

  private renderHelp() {
    const wording = shortcutWording(this.wording)
    const all = this.shortcuts
    const groups = ['anywhere', 'register', 'case'] as const
    return html`<div class="stack">
      <label class="choice">
        <input type="checkbox" .checked=${this.usesLetters} @change=${this.onSwitch}>
        <span>${wording.single}<span class="hint">${wording.singleHint}</span></span>
      </label>
      <div class="columns">
        ${groups.map(
          (group) => html`<section>
            <h3>${wording.groups[group]}</h3>
            <dl>
              ${group === 'anywhere' ? this.renderKey(['Ctrl', 'K'], wording.keys.palette) : nothing}
              ${all.filter((one) => one.group === group).map(({ key, name }) => this.renderKey([key], wording.keys[name]))}
            </dl>
          </section>`,
        )}
        <section>
          <h3>${wording.groups.go}</h3>
          <dl>${this.goPages.map(({ key, title }) => this.renderKey(['g', key], title))}</dl>
        </section>
      </div>
    </div>`
  }

  private renderKey(keys: readonly string[], what: string) {
    return html`<dt>${keys.map((key, at) => html`${at > 0 ? ' ' : nothing}<kbd>${key}</kbd>`)}</dt><dd>${what}</dd>`
  }

  private get shortcuts(): readonly Shortcut[] {
    return this.membership ? shortcutsOf(this.membership, this.help) : []
  }

  private get goPages() {
    const { membership, session } = this
    if (!membership) return []
    const open = pagesFor(session, membership)
    return goKeys.flatMap(([key, pattern]) => {
      const route = open.find((one) => one.pattern === pattern)
      if (!route) return []
      const place = { path: '', tenant: membership.tenant, number: null, query: new URLSearchParams() }
      return [{ key, title: route.title(this.wording, place), address: addressOf(route, membership.tenant) }]
    })
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isInDialog(event)) return
    if (isPaletteKey(event)) return this.take(event, this.palette)
    if (event.ctrlKey || event.metaKey || event.altKey || !this.usesLetters || isWriting(event)) return
    const goes = Date.now() < this.goesUntil
    this.goesUntil = 0
    if (goes) {
      const page = this.goPages.find(({ key }) => key === event.key)
      if (page) return this.take(event, () => goTo(page.address))
    }
    if (event.key === 'g') {
      this.goesUntil = Date.now() + SECOND_KEY
      return
    }
    const shortcut = this.shortcuts.find(({ key }) => key === event.key)
    if (shortcut) this.take(event, shortcut.press)
  }

  private take(event: KeyboardEvent, press: () => void) {
    event.preventDefault()
    press()
  }

  private readonly palette = () => {
    this.shown = 'palette'
  }

  private readonly help = () => {
    this.shown = 'help'
  }

  private close() {
    this.shown = 'nothing'
  }

  private get keptAs(): string {
    return `aduan-letters ${this.session.staff.id}`
  }

  private onSwitch(event: Event) {
    this.usesLetters = isTicked(event)
    if (this.usesLetters) localStorage.removeItem(this.keptAs)
    else localStorage.setItem(this.keptAs, 'off')
  }
}
