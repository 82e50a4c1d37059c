import { html, raw } from 'hono/html'
import { storyFields } from '../../case/shape/story-fields.ts'
import { storyInWords } from '../../case/testimony.ts'
import type { OwnDataOfOne, OwnDataView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayMoment, saySize } from '../../shared/time-in-words.ts'
import { nameField } from '../views/view-texts.ts'
import type { Page } from './page.ts'
import { type RightsTexts, rightsTexts } from './page-texts.ts'

type Row = readonly [label: string, value: string | false | null | undefined]

// The file is read offline, so its style is in it.
const style = raw(
  '<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .5rem;white-space:pre-wrap}h2{margin-top:2rem;border-bottom:1px solid}p.words{white-space:pre-wrap;margin:.25rem 0}</style>',
)

/** What each part of the page is made of. */
interface Parts {
  readonly own: OwnDataOfOne
  readonly words: RightsTexts
  readonly language: Language
  readonly moment: (at: string) => string
}

/** The copy of a reporter's own data as one file that any phone with a browser opens, also later and offline. */
export function ownDataPage(
  own: OwnDataView,
  { language, timeZone }: Pick<WholeTenantView, 'language' | 'timeZone'>,
): Page {
  const words = rightsTexts[language]
  const { document } = words
  const moment = (at: string) => sayMoment(at, timeZone, language)
  const parts: Parts = { own, words, language, moment }
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${document.title({ number: own.number })}</title>${style}</head>
<body><main>
<h1>${document.title({ number: own.number })}</h1>
<p>${document.lead({ office: own.office, moment: moment(own.madeAt) })} ${document.notIncluded}</p>
${contentOf(parts)}
${own.otherMatters.map((other) => html`<h1>${document.title({ number: other.number })}</h1>${contentOf({ ...parts, own: other })}`)}
</main></body></html>`
}

/** What one case holds. */
const contentOf = (parts: Parts): Page => {
  const { own, moment } = parts
  const { document } = parts.words
  return html`<h2>${document.identity}</h2>
${own.reporter ? rows(listIdentity(parts, own.reporter)) : html`<p>${document.noIdentity}</p>`}
<h2>${document.complaint}</h2>
${rows(listComplaint(parts))}
${list(document.messages, listMessages(parts), document.nothing)}
${list(document.evidence, listEvidence(parts), document.nothing)}
${list(document.history, listHistory(parts), document.nothing)}
${list(document.openings, listOpenings(parts), document.nothing)}
${own.breachNotices.map(({ at, text }) => html`<h2>${document.breaches}</h2><p class="words">${text}</p><p>${moment(at)}</p>`)}
${list(document.notices, listNotices(parts), document.nothing)}
${list(document.requests, listRequests(parts), document.nothing)}`
}

const rows = (all: readonly Row[]) =>
  html`<dl>${all.filter(([, value]) => value).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`

const list = (heading: string, items: readonly Page[], nothing: string) =>
  html`<h2>${heading}</h2>${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${nothing}</p>`}`

const line = ({ moment }: Parts, at: string, what: string, text?: string | null): Page =>
  html`<strong>${what}</strong>, ${moment(at)}${text ? html`<p class="words">${text}</p>` : ''}`

const listIdentity = ({ own, words }: Parts, reporter: NonNullable<OwnDataOfOne['reporter']>): Row[] => [
  [words.correction.name, reporter.name],
  [words.correction.address, reporter.address],
  [words.correction.phone, reporter.phone],
  [words.correction.email, reporter.email],
  [words.document.onBehalfOf, reporter.onBehalfOf],
  [words.document.sealed, reporter.sealed && words.document.sealedText],
  [words.document.channels, own.noticeChannels.map((channel) => words.document.noticeChannels[channel]).join(', ')],
]

function listComplaint({ own, words: { document }, language, moment }: Parts): Row[] {
  const { answer, consent, declined, objection, rating } = own
  return [
    [document.number, own.number],
    [document.status, own.statusLabel],
    [document.receivedAt, moment(own.receivedAt)],
    [document.channel, own.channelLabel],
    [document.category, own.category.label],
    [document.privacy, own.privacyLabel],
    ...storyFields.map(
      ({ name }) =>
        [nameField(name, language).label, name === 'chronology' ? storyInWords(own, language) : own[name]] as const,
    ),
    ...own.answers.map(({ question, answer: given }) => [question, given] as const),
    [
      document.consent,
      consent && document.declared({ at: moment(consent.at), version: consent.version, sha256: consent.sha256 }),
    ],
    [document.shownThen, consent?.text],
    [document.answer, answer && `${answer.outcomeLabel}\n${answer.text}`],
    [document.declined, declined && `${declined.reasonLabel}\n${declined.text}\n${declined.elsewhere}`],
    [document.objection, objection?.text],
    [document.rating, rating && [document.stars({ stars: rating.stars }), rating.text].filter(Boolean).join('\n')],
  ]
}

const listMessages = (parts: Parts): Page[] =>
  parts.own.messages.map(({ at, from, by, text }) =>
    line(parts, at, from === 'reporter' ? parts.words.document.you : by, text),
  )

const listEvidence = ({ own, language }: Parts): Page[] =>
  own.evidence.map(
    ({ name, size, sha256 }) =>
      html`${name} (${saySize(size, language)})<p class="words">SHA-256 <code>${sha256}</code></p>`,
  )

const listHistory = (parts: Parts): Page[] =>
  parts.own.history.map(({ at, label, by, text }) => line(parts, at, `${label} (${by})`, text))

const listOpenings = (parts: Parts): Page[] =>
  parts.own.identityAccess.map(({ at, role, groundLabel, reason }) =>
    line(parts, at, role, `${groundLabel}. ${reason}`),
  )

function listNotices(parts: Parts): Page[] {
  const { noticeChannels } = parts.words.document
  return parts.own.notices.map(({ at, label, words, channel }) =>
    line(parts, at, label, [channel && noticeChannels[channel], words].filter(Boolean).join(', ')),
  )
}

function listRequests(parts: Parts): Page[] {
  const { granted, refused } = parts.words.requests
  return parts.own.rights.requests.map(({ at, kindLabel, text, answer }) =>
    line(parts, at, kindLabel, answer ? `${text}\n${answer.granted ? granted : refused}. ${answer.text}` : text),
  )
}
