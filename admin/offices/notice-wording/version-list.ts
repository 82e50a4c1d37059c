import { html, nothing, type TemplateResult } from 'lit'
import type { WordingView } from '../../../service/contract/wording.ts'
import type { Words } from '../../wording/wording.ts'

type Version = WordingView['versions'][number]

/** Who chose which words and when, the newest first, each to look at and to take up again. */
export function renderVersions(
  { versions, revision }: WordingView,
  words: Words,
  takeUp: (text: NonNullable<Version['text']>) => void,
): TemplateResult {
  const { wording } = words
  return html`<section class="card" aria-labelledby="versions">
    <h2 id="versions">${wording.versions}</h2>
    ${
      versions.length === 0
        ? html`<p class="soft">${wording.noVersions}</p>`
        : html`<ol class="plain versions">${versions.map((one) => renderVersion(one, one.number === revision, words, takeUp))}</ol>`
    }
  </section>`
}

function renderVersion(
  { number, at, by, text }: Version,
  isUsed: boolean,
  { wording, formats }: Words,
  takeUp: (text: NonNullable<Version['text']>) => void,
) {
  return html`<li>
    <p><strong>${wording.version(number)}</strong>${isUsed ? html` <span class="used">${wording.inUse}</span>` : nothing}</p>
    <p class="soft small">${wording.signed(formats.dayAndTime(at), by)}</p>
    ${
      text
        ? html`<details>
            <summary>${wording.show}</summary>
            ${text.subject ? html`<p class="line">${text.subject}</p>` : nothing}
            <p class="prose">${text.text}</p>
            ${isUsed ? nothing : html`<button type="button" @click=${() => takeUp(text)}>${wording.useAgain(number)}</button>`}
          </details>`
        : html`<p>${wording.versionOurs}</p>`
    }
  </li>`
}
