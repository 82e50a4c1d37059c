import { html, raw } from 'hono/html'
import { storyFields } from '../../case/shape/story-fields.ts'
import type { OwnDataView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { sayMoment, saySize } from '../../shared/time-in-words.ts'
import { fieldWordingIn } from '../wording/field-wording.ts'
import type { Page } from './page.ts'
import { rightsWordingFor } from './wording/page-wording.ts'

type Row = readonly [label: string, value: string | false | null | undefined]

// The file is read offline, so its style is in it.
const style = raw(
  '<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}h2{margin-top:2rem;border-bottom:1px solid}p.words{white-space:pre-wrap;margin:.25rem 0}</style>',
)

/** The copy of a reporter's own data as one file that any phone with a browser opens, also later and offline. */
export function ownDataPage(
  own: OwnDataView,
  { language, timeZone }: Pick<WholeTenantView, 'language' | 'timeZone'>,
): Page {
  const words = rightsWordingFor(language)
  const labels = words.document
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const rows = (all: readonly Row[]) =>
    html`<dl>${all.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
  const list = (heading: string, items: readonly Page[]) =>
    html`<h2>${heading}</h2>${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${labels.nothing}</p>`}`
  const line = (at: string, what: string, text?: string | null) =>
    html`<strong>${what}</strong>, ${moment(at)}${text ? html`<p class="words">${text}</p>` : ''}`
  const { reporter, answer, declined, objection, rating } = own

  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${labels.title(own.number)}</title>${style}</head>
<body><main>
<h1>${labels.title(own.number)}</h1>
<p>${labels.lead(own.office, moment(own.madeAt))} ${labels.notIncluded}</p>
<h2>${labels.identity}</h2>
${
  reporter
    ? rows([
        [words.correction.name, reporter.name],
        [words.correction.address, reporter.address],
        [words.correction.phone, reporter.phone],
        [words.correction.email, reporter.email],
        [labels.onBehalfOf, reporter.onBehalfOf],
        [labels.sealed, reporter.sealed && labels.sealedText],
        [labels.channels, own.noticeChannels.map((channel) => labels.noticeChannels[channel]).join(', ')],
      ])
    : html`<p>${labels.noIdentity}</p>`
}
<h2>${labels.complaint}</h2>
${rows([
  [labels.number, own.number],
  [labels.status, own.statusLabel],
  [labels.receivedAt, moment(own.receivedAt)],
  [labels.channel, own.channelLabel],
  [labels.category, own.category.label],
  [labels.privacy, own.privacyLabel],
  ...storyFields.map(({ name }) => [fieldWordingIn[language][name].label, own[name]] as const),
  ...own.answers.map(({ question, answer: answered }) => [question, answered] as const),
  [labels.answer, answer && `${answer.outcomeLabel}\n${answer.text}`],
  [labels.declined, declined && `${declined.reasonLabel}\n${declined.text}\n${declined.elsewhere}`],
  [labels.objection, objection?.text],
  [labels.rating, rating && [labels.stars(rating.stars), rating.text].filter(Boolean).join('\n')],
])}
${list(
  labels.messages,
  own.messages.map(({ at, from, by, text }) => line(at, from === 'reporter' ? labels.you : by, text)),
)}
${list(
  labels.evidence,
  own.evidence.map(
    ({ name, size, sha256 }) =>
      html`${name} (${saySize(size, language)})<p class="words">SHA-256 <code>${sha256}</code></p>`,
  ),
)}
${list(
  labels.history,
  own.history.map(({ at, label, by, text }) => line(at, `${label} (${by})`, text)),
)}
${list(
  labels.openings,
  own.identityAccess.map(({ at, role, groundLabel, reason }) => line(at, role, `${groundLabel}. ${reason}`)),
)}
${own.breachNotices.map(({ at, text }) => html`<h2>${labels.breaches}</h2><p class="words">${text}</p><p>${moment(at)}</p>`)}
${list(
  labels.notices,
  own.notices.map(({ at, label, state, channel }) =>
    line(at, label, [channel && labels.noticeChannels[channel], labels.noticeStates[state]].filter(Boolean).join(', ')),
  ),
)}
${list(
  labels.requests,
  own.rights.requests.map(({ at, kindLabel, text, answer: answered }) =>
    line(
      at,
      kindLabel,
      answered
        ? `${text}\n${answered.granted ? words.requests.granted : words.requests.refused}. ${answered.text}`
        : text,
    ),
  ),
)}
</main></body></html>`
}
