import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import { fields } from '../../ui/fields.ts'
import { snippetWording } from '../../wording/snippet-wording.ts'

const looks = css`
  h3,
  p {
    margin: 0 0 4px;
  }
  code {
    display: block;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--paper);
    font-size: 1.125rem;
    word-spacing: 0.4em;
  }
`

/** The thirty digits by which anybody makes sure of the office, as the form, the receipt and the office's page show them. */
@customElement('key-fingerprint')
export class KeyFingerprint extends PageElement {
  static override styles = [PageElement.styles, fields, looks]

  @property() tenant = ''

  private readonly asking = new Task(this, {
    args: () => [this.tenant] as const,
    task: ([tenant], { signal }) => this.client.widget.readTrust(tenant, signal),
  })

  override render() {
    const wording = snippetWording(this.wording)
    return html`<h3>${wording.key}</h3>
      <p class="hint">${wording.keyHint}</p>
      <code>${this.asking.value?.fingerprint?.join(' ') ?? '…'}</code>
      <p><a href="/t/${encodeURIComponent(this.tenant)}/office" target="_blank" rel="noopener">${wording.keyPage}</a></p>`
  }
}
