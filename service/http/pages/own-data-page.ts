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
  const said = words.document
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const rows = (all: readonly Row[]) =>
    html`<dl>${all.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`
  const list = (heading: string, items: readonly Page[]) =>
    html`<h2>${heading}</h2>${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${said.nothing}</p>`}`
  const line = (at: string, what: string, text?: string | null) =>
    html`<strong>${what}</strong>, ${moment(at)}${text ? html`<p class="words">${text}</p>` : ''}`
  const { reporter, answer, declined, objection, rating } = own

  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${said.title(own.number)}</title>${style}</head>
<body><main>
<h1>${said.title(own.number)}</h1>
<p>${said.lead(own.office, moment(own.madeAt))} ${said.notIncluded}</p>
<h2>${said.identity}</h2>
${
  reporter
    ? rows([
        [words.correction.name, reporter.name],
        [words.correction.address, reporter.address],
        [words.correction.phone, reporter.phone],
        [words.correction.email, reporter.email],
        [said.onBehalfOf, reporter.onBehalfOf],
        [said.sealed, reporter.sealed && said.sealedText],
        [said.channels, own.noticeChannels.map((channel) => said.noticeChannels[channel]).join(', ')],
      ])
    : html`<p>${said.noIdentity}</p>`
}
<h2>${said.complaint}</h2>
${rows([
  [said.number, own.number],
  [said.status, own.statusLabel],
  [said.receivedAt, moment(own.receivedAt)],
  [said.channel, own.channelLabel],
  [said.category, own.category.label],
  [said.privacy, own.privacyLabel],
  ...storyFields.map(({ name }) => [fieldWordingIn[language][name].label, own[name]] as const),
  ...own.answers.map(({ question, answer: told }) => [question, told] as const),
  [said.answer, answer && `${answer.outcomeLabel}\n${answer.text}`],
  [said.declined, declined && `${declined.reasonLabel}\n${declined.text}\n${declined.elsewhere}`],
  [said.objection, objection?.text],
  [said.rating, rating && [said.stars(rating.stars), rating.text].filter(Boolean).join('\n')],
])}
${list(
  said.messages,
  own.messages.map(({ at, from, by, text }) => line(at, from === 'reporter' ? said.you : by, text)),
)}
${list(
  said.evidence,
  own.evidence.map(
    ({ name, size, sha256 }) =>
      html`${name} (${saySize(size, language)})<p class="words">SHA-256 <code>${sha256}</code></p>`,
  ),
)}
${list(
  said.history,
  own.history.map(({ at, label, by, text }) => line(at, `${label} (${by})`, text)),
)}
${list(
  said.openings,
  own.identityAccess.map(({ at, role, groundLabel, reason }) => line(at, role, `${groundLabel}. ${reason}`)),
)}
${own.breachNotices.map(({ at, text }) => html`<h2>${said.breaches}</h2><p class="words">${text}</p><p>${moment(at)}</p>`)}
${list(
  said.notices,
  own.notices.map(({ at, label, state, channel }) =>
    line(at, label, [channel && said.noticeChannels[channel], said.noticeStates[state]].filter(Boolean).join(', ')),
  ),
)}
${list(
  said.requests,
  own.rights.requests.map(({ at, kindLabel, text, answer: told }) =>
    line(
      at,
      kindLabel,
      told ? `${text}\n${told.granted ? words.requests.granted : words.requests.refused}. ${told.text}` : text,
    ),
  ),
)}
</main></body></html>`
}
