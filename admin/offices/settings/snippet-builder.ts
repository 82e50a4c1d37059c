import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TenantSettingsView } from '../../../service/contract/tenant-settings.ts'
import { DEFAULT_ACCENT } from '../../../service/offices/colours/readable.ts'
import { fingerprintOf } from '../../../service/sealing/unit-key.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import '../../ui/copy-button.ts'
import { type Option, selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { surfaces } from '../../ui/surfaces.ts'
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
import { snippetWords } from './snippet-wording.ts'

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

/** What an office copies to put its form on a page, as it chooses, with the form itself beside it. */
@customElement('snippet-builder')
export class SnippetBuilder extends PageElement {
  static override styles = [controls, fields, surfaces, settingsLooks, looks]

  @property() tenant = ''

  /** Origin of the service. */
  @property() service = ''

  /** As they stand in the form, saved or not. */
  @property({ attribute: false }) settings!: TenantSettingsView

  @state() private choice: SnippetChoice = usualChoice

  // Computed of the key itself: what a site is told to hold to must not be what a service says about it.
  private readonly sealingKey = new Task(this, {
    args: () => [this.tenant] as const,
    task: async ([tenant], { signal }) => {
      const { keys } = await this.client.sealing.read(tenant, signal)
      const active = keys.find(({ state }) => state === 'active')
      return active ? fingerprintOf(active.publicKey) : ''
    },
  })

  override render() {
    const { site } = this.words.settings
    const said = snippetWords(this.words)
    const { settings, choice } = this
    const sealingKey = this.sealingKey.value ?? ''
    const unit = { tenant: this.tenant, service: this.service, shortName: settings.shortName, sealingKey }
    const style = styleFor(choice)
    const accent = settings.theme.accent ?? DEFAULT_ACCENT
    return html`
      <h3>${said.look}</h3>
      <div class="beside">
        <div class="choices">
          ${this.renderChoices(said)}
          <p class="hint">${said.hint}</p>
        </div>
        <snippet-preview address=${previewAddress(this.tenant, choice, accent)}></snippet-preview>
      </div>
      <h3>${site.snippet}</h3>
      ${this.renderCopy(site.snippet, snippetFor(unit, choice))}
      ${sealingKey ? html`<p class="hint">${said.sealingKey}</p>` : nothing}
      ${style ? html`<h3>${said.style}</h3>${this.renderCopy(said.style, style)}` : nothing}
      <details>
        <summary>${site.framed}</summary>
        ${this.renderCopy(site.framed, frameFor(unit, choice))}
      </details>
      <pinned-snippet service=${this.service} .element=${elementFor(unit, choice)}></pinned-snippet>
    `
  }

  private renderChoices(said: ReturnType<typeof snippetWords>) {
    const { words, settings } = this
    const labelled = (labels: Readonly<Record<string, string>>) =>
      Object.entries(labels).map(([value, label]) => ({ value, label }))
    const { jv, ...twoLanguages } = said.lang
    const categories = settings.categories.filter(({ active, code }) => active && code)
    const options: Readonly<Record<keyof SnippetChoice, readonly Option[]>> = {
      mode: labelled(said.mode),
      view: labelled(said.view),
      lang: labelled(settings.javanese ? { ...twoLanguages, jv } : twoLanguages),
      category: [
        { value: '', label: said.noCategory },
        ...categories.map(({ code, label }) => ({ value: code, label: label[words.language] || code })),
      ],
      corners: labelled(said.corners),
      scheme: labelled(said.scheme),
    }
    return (Object.keys(options) as (keyof SnippetChoice)[]).map((name) =>
      selectField({
        name: `snippet-${name}`,
        label: said.choices[name],
        value: this.choice[name],
        options: options[name],
        chosen: (value) => {
          this.choice = { ...this.choice, [name]: value }
        },
      }),
    )
  }

  private renderCopy(label: string, text: string) {
    const { copy, copied } = this.words.common
    return html`<pre tabindex="0" aria-label=${label}><code>${text}</code></pre>
      <div><ui-copy text=${text} label=${copy} done-label=${copied}></ui-copy></div>`
  }
}
