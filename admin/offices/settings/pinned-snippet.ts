import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { WidgetRelease } from '../../api/widget-client.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/copy-button.ts'
import { fields } from '../../ui/fields.ts'

const looks = css`
  pre {
    overflow-x: auto;
    padding: 12px;
    border-radius: var(--radius);
    background: var(--ground);
  }
`

/** Gives the HTML that holds a page to one version of the widget. A browser refuses it if a byte changes. */
@customElement('pinned-snippet')
export class PinnedSnippet extends PageElement {
  static override styles = [PageElement.styles, fields, looks]

  /** Origin of the service. */
  @property() service = ''

  /** The element as a page carries it. */
  @property({ attribute: false }) element = ''

  private readonly newest = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await this.client.widget.listReleases(signal))[0],
  })

  override render() {
    const release = this.newest.value
    if (!release) return nothing
    const { settings, common } = this.wording
    const snippet = this.snippetOf(release)
    return html`<details>
      <summary>${settings.site.pinned(release.version)}</summary>
      <p class="hint">${settings.site.pinnedHint}</p>
      <pre tabindex="0" aria-label=${settings.site.pinned(release.version)}><code>${snippet}</code></pre>
      <div><ui-copy text=${snippet} label=${common.copy} done-label=${common.copied}></ui-copy></div>
    </details>`
  }

  // The map holds for what is fetched later; browsers that do not know it still hold the first script to its hash.
  private snippetOf({ version, integrity }: WidgetRelease): string {
    const { 'aduan.js': first = '', ...later } = integrity
    const address = (name: string) => `${this.service}/widget/${version}/${name}`
    const map = Object.fromEntries(Object.entries(later).map(([name, hash]) => [address(name), hash]))
    return `<script type="importmap">${JSON.stringify({ integrity: map })}</script>
<script type="module" src="${address('aduan.js')}" integrity="${first}" crossorigin></script>
${this.element}`
  }
}
