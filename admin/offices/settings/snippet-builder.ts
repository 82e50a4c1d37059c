import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { DEFAULT_ACCENT } from '../../../service/offices/colours/readable.ts'
import { fingerprintOf } from '../../../service/sealing/unit-key.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/copy-button.ts'
import { type Option, selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import './pinned-snippet.ts'
import { settingsLooks } from './settings-looks.ts'
import {
  elementFor,
  frameFor,
  previewAddress,
  type SnippetChoice,
  snippetFor,
  styleFor,
  usualChoice,
} from './snippet.ts'
import './snippet-preview.ts'
import { snippetWording } from '../../wording/snippet-wording.ts'

const looks = css`
  :host {
    max-inline-size: none;
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: 16px 24px;
    align-items: start;
  }
  .choices {
    display: grid;
    gap: 12px;
  }
`

/** Lets an office choose how its form looks, shows it, and gives the HTML to copy. */
@customElement('snippet-builder')
export class SnippetBuilder extends PageElement {
  static override styles = [PageElement.styles, fields, settingsLooks, looks]

  @property() tenant = ''

  /** Origin of the service. */
  @property() service = ''

  /** The settings that the form holds, saved or not. */
  @property({ attribute: false }) settings!: TenantSettingsView

  @state() private choice: SnippetChoice = usualChoice

  // Computed of the key itself: what a site must hold to cannot be what a service says about it.
  private readonly sealingKey = new Task(this, {
    args: () => [this.tenant] as const,
    task: async ([tenant], { signal }) => {
      const { keys } = await this.client.sealing.read(tenant, signal)
      const active = keys.find(({ state }) => state === 'active')
      return active ? fingerprintOf(active.publicKey) : ''
    },
  })

  override render() {
    const { site } = this.wording.settings
    const wording = snippetWording(this.wording)
    const { settings, choice } = this
    const sealingKey = this.sealingKey.value ?? ''
    const unit = { tenant: this.tenant, service: this.service, shortName: settings.shortName, sealingKey }
    const style = styleFor(choice)
    const accent = settings.theme.accent ?? DEFAULT_ACCENT
    return html`
      <h3>${wording.look}</h3>
      <div class="beside">
        <div class="choices">
          ${this.renderChoices(wording)}
          <p class="hint">${wording.hint}</p>
        </div>
        <snippet-preview address=${previewAddress(this.tenant, choice, accent)}></snippet-preview>
      </div>
      <h3>${site.snippet}</h3>
      ${this.renderCopy(site.snippet, snippetFor(unit, choice))}
      ${sealingKey ? html`<p class="hint">${wording.sealingKey}</p>` : nothing}
      ${style ? html`<h3>${wording.style}</h3>${this.renderCopy(wording.style, style)}` : nothing}
      <details>
        <summary>${site.framed}</summary>
        ${this.renderCopy(site.framed, frameFor(unit, choice))}
      </details>
      <pinned-snippet service=${this.service} .element=${elementFor(unit, choice)}></pinned-snippet>
    `
  }

  private renderChoices(wording: ReturnType<typeof snippetWording>) {
    const { settings } = this
    const labelled = (labels: Readonly<Record<string, string>>) =>
      Object.entries(labels).map(([value, label]) => ({ value, label }))
    const { jv, ...twoLanguages } = wording.lang
    const categories = settings.categories.filter(({ active, code }) => active && code)
    const options: Readonly<Record<keyof SnippetChoice, readonly Option[]>> = {
      mode: labelled(wording.mode),
      view: labelled(wording.view),
      lang: labelled(settings.javanese ? { ...twoLanguages, jv } : twoLanguages),
      category: [
        { value: '', label: wording.noCategory },
        ...categories.map(({ code, label }) => ({
          value: code,
          label: label[this.wording.language] || label.id || code,
        })),
      ],
      corners: labelled(wording.corners),
      scheme: labelled(wording.scheme),
    }
    return keysOf(options).map((name) =>
      selectField({
        name: `snippet-${name}`,
        label: wording.choices[name],
        value: this.choice[name],
        options: options[name],
        chosen: (value) => {
          this.choice = { ...this.choice, [name]: value }
        },
      }),
    )
  }

  private renderCopy(label: string, text: string) {
    const { copy, copied } = this.wording.common
    return html`<pre tabindex="0" aria-label=${label}><code>${text}</code></pre>
      <div><ui-copy text=${text} label=${copy} done-label=${copied}></ui-copy></div>`
  }
}
