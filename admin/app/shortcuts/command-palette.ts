import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import type { ActBar } from '../../case/act-bar.ts'
import { PageElement } from '../../page/page-element.ts'
import shortcutWording from '../../texts/shortcut.json'
import { controls } from '../../ui/controls.ts'
import { type Command, commandsFor, elementNamed, isPartOrTyped } from './key-map.ts'

const PAUSE_IN_TYPING = 200

/** Everything that can be done from here, found by typing: a combobox with a list of commands, in a dialog. */
@customElement('command-palette')
export class CommandPalette extends PageElement {
  static override styles = [
    controls,
    css`
      dialog {
        inline-size: min(620px, 100vw - 24px);
        margin-block-start: 12vh;
        padding: 0;
        border: 0;
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(15 22 21 / 55%);
      }
      input {
        inline-size: 100%;
        padding: 16px 20px;
        border: 0;
        border-block-end: 1px solid var(--line-strong);
        background: transparent;
        color: inherit;
        font: 500 1.0625rem / 1.4 var(--font);
      }
      input:focus-visible {
        outline-offset: -2px;
      }
      ul {
        max-block-size: 50vh;
        margin: 0;
        padding: 6px;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        justify-content: space-between;
        gap: 16px;
        min-block-size: 36px;
        padding: 7px 14px;
        border-radius: var(--radius);
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      li[aria-selected='true'] {
        background: var(--accent);
        color: var(--accent-ink);
      }
      .kind {
        flex: 0 1 auto;
        max-inline-size: 50%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: var(--size-small);
        opacity: 0.85;
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView
  @property({ attribute: false }) membership: Membership | undefined
  @state() private typed = ''
  @state() private chosen = 0
  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('input') private readonly field!: HTMLInputElement

  override firstUpdated() {
    // On the dialog, whose backdrop it hears too; the keyboard has the field.
    this.dialog.addEventListener('click', this.onPointed)
    this.dialog.showModal()
    this.field.focus()
    // The case page lists series of acts once it is asked to; then they stand among its acts.
    void elementNamed<ActBar>('act-bar')
      ?.lookForSeries()
      .then(() => this.requestUpdate())
  }

  override updated() {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  override render() {
    const wording = shortcutWording(this.wording)
    const commands = this.commands
    return html`<dialog aria-label=${wording.palette} @close=${this.onClosed}>
      <input type="text" role="combobox" aria-expanded=${commands.length > 0} aria-controls="commands" aria-autocomplete="list"
        aria-activedescendant=${commands.length > 0 ? `command-${this.chosen}` : nothing} aria-label=${wording.palette}
        placeholder=${wording.placeholder} autocomplete="off" spellcheck="false" @input=${this.onInput} @keydown=${this.onKey}>
      <ul id="commands" role="listbox" aria-label=${wording.list}>
        ${commands.map((command, at) => this.renderCommand(command, at))}
      </ul>
      <p class="unseen" role="status">${wording.found({ commands: commands.length })}</p>
    </dialog>`
  }

  private renderCommand({ kind, label }: Command, at: number) {
    return html`<li id="command-${at}" role="option" aria-selected=${at === this.chosen}>
      <span>${label}</span>${kind ? html`<span class="kind">${kind}</span>` : nothing}
    </li>`
  }

  private get commands(): readonly Command[] {
    const fetched = { cases: this.cases.value ?? [], settings: this.settings.value ?? [] }
    return commandsFor(this.typed, this.wording, this.session, this.membership, fetched)
  }

  /** Each year has such a number; the newest case comes first. */
  private readonly cases = new Task(this, {
    args: () => [this.membership, this.typed.trim()] as const,
    task: async ([membership, q], { signal }) => {
      if (!membership?.permissions.includes('cases.read') || !isPartOrTyped(q)) return []
      await new Promise((done) => setTimeout(done, PAUSE_IN_TYPING))
      signal.throwIfAborted()
      const asked = new URLSearchParams({ q, sort: 'received_desc', limit: '5' })
      return (await this.client.call('GET /cases', { params: { tenant: membership.tenant }, query: asked, signal }))
        .items
    },
  })

  private readonly settings = new Task(this, {
    args: () => [this.membership, this.typed !== '', this.wording] as const,
    task: async ([membership, isAsked, wording]) => {
      if (!isAsked || !membership?.permissions.includes('tenant.configure')) return []
      const { listSections } = await import('../../offices/settings/settings-pages.ts')
      return listSections(wording).map(({ page, section, title }) => ({
        label: `${wording.settings.pages[page]}: ${title}`,
        address: `/admin/${encodeURIComponent(membership.tenant)}/settings?page=${page}#${section}`,
      }))
    },
  })

  private onInput() {
    this.typed = this.field.value
    this.chosen = 0
  }

  private onKey(event: KeyboardEvent) {
    const { commands } = this
    const last = commands.length - 1
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.chosen === last ? 0 : this.chosen + 1,
      ArrowUp: this.chosen === 0 ? last : this.chosen - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      this.chosen = Math.max(0, next)
    }
    const command = commands[this.chosen]
    if (event.key === 'Enter' && command) {
      event.preventDefault()
      this.run(command.run)
    }
  }

  /** The dialog closes first: it gives the focus back, and the command may move it on. */
  private run(what: () => void) {
    this.dialog.close()
    what()
  }

  private readonly onPointed = ({ target }: Event) => {
    if (target === this.dialog) return this.dialog.close()
    const option = target instanceof Element ? target.closest('[role=option]') : null
    const command = option && this.commands[[...this.renderRoot.querySelectorAll('[role=option]')].indexOf(option)]
    if (command) this.run(command.run)
  }

  private onClosed() {
    this.dispatchEvent(new CustomEvent('palette-closed'))
  }
}
