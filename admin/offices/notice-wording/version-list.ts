import { html, nothing, type TemplateResult } from 'lit'
import type { WordingView } from '../../../service/contract/wording.ts'
import { noticeTexts } from '../../wording/notice-texts.ts'
import type { Wording } from '../../wording/wording.ts'

type Version = WordingView['versions'][number]

/** Lists who chose which text and when, the newest first; each can be read and used again. */
export function renderVersions(
  { versions, revision }: WordingView,
  wording: Wording,
  takeUp: (text: NonNullable<Version['text']>) => void,
): TemplateResult {
  const noticeWording = noticeTexts(wording)
  return html`<section class="card" aria-labelledby="versions">
    <h2 id="versions">${noticeWording.versions}</h2>
    ${
      versions.length === 0
        ? html`<p class="soft">${noticeWording.noVersions}</p>`
        : html`<ol class="plain versions">${versions.map((one) => renderVersion(one, one.number === revision, wording, takeUp))}</ol>`
    }
  </section>`
}

function renderVersion(
  { number, at, by, text }: Version,
  isUsed: boolean,
  wording: Wording,
  takeUp: (text: NonNullable<Version['text']>) => void,
) {
  const { formats } = wording
  const noticeWording = noticeTexts(wording)
  return html`<li>
    <p><strong>${noticeWording.version(number)}</strong>${isUsed ? html` <span class="used">${noticeWording.inUse}</span>` : nothing}</p>
    <p class="soft small">${noticeWording.signed(formats.dayAndTime(at), by)}</p>
    ${
      text
        ? html`<details>
            <summary>${noticeWording.show}</summary>
            ${text.subject ? html`<p class="line">${text.subject}</p>` : nothing}
            <p class="prose">${text.text}</p>
            ${isUsed ? nothing : html`<button type="button" @click=${() => takeUp(text)}>${noticeWording.useAgain(number)}</button>`}
          </details>`
        : html`<p>${noticeWording.versionOurs}</p>`
    }
  </li>`
}
