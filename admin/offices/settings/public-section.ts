import { html, nothing } from 'lit'
import { isTicked } from '../../ui/form.ts'
import '../../ui/copy-button.ts'
import './public-preview.ts'
import type { Section, SectionScene } from './section.ts'

/** The two lines that show the numbers on an office's page; where scripts do not run they are a link. */
const snippetFor = ({ tenant, service }: SectionScene): string =>
  `<script type="module" src="${service}/widget/v1/stats.js"></script>
<aduan-stats tenant="${tenant}"><a href="${service}/t/${tenant}/statistics">Pengaduan dalam angka</a></aduan-stats>`

/** Sets whether everybody sees the unit's figures, and shows them. */
export const publicSection: Section = {
  id: 'public',
  title: (wording) => wording.settings.public.title,
  render(scene) {
    const { settings, wording, change } = scene
    const texts = wording.settings.public
    const isOn = settings.publicStatistics ?? false
    return html`
      <label class="choice">
        <input type="checkbox" name="publicStatistics" .checked=${isOn}
          @change=${(event: Event) => change({ publicStatistics: isTicked(event) })}>
        <span>${texts.show}<span class="hint">${texts.consequence}</span></span>
      </label>
      <public-preview></public-preview>
      ${
        isOn
          ? html`<div class="field">
              <h3>${texts.snippet}</h3>
              <pre tabindex="0" aria-label=${texts.snippet}><code>${snippetFor(scene)}</code></pre>
              <div><ui-copy text=${snippetFor(scene)} label=${wording.common.copy} done-label=${wording.common.copied}></ui-copy></div>
            </div>`
          : nothing
      }
    `
  },
}
