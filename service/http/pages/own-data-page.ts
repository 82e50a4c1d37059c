import { html, raw } from 'hono/html'
import { storyFields } from '../../case/shape/story-fields.ts'
import { storyInWords } from '../../case/testimony.ts'
import type { ComplaintView, OwnDataOfOne, OwnDataView } from '../../contract/complaint-view.ts'
import { textLimits } from '../../contract/fields.ts'
import type { ContactView } from '../../contract/identity.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { dataRequestKinds, type Language } from '../../offices/vocabulary.ts'
import { sayMoment, saySize } from '../../shared/time-in-words.ts'
import { viewWordings } from '../view-wording.ts'
import { nameField } from '../views/view-texts.ts'
import { codeForm } from './follow-sections.ts'
import type { Page } from './page.ts'
import { type RightsTexts, rightsTexts } from './page-texts.ts'
import type { FollowAct } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

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

const listIdentity = ({ own, words, language }: Parts, reporter: NonNullable<OwnDataOfOne['reporter']>): Row[] => [
  [words.correction.name, reporter.name],
  [words.correction.address, reporter.address],
  [words.correction.phone, reporter.phone],
  [words.correction.email, reporter.email],
  [words.document.onBehalfOf, reporter.onBehalfOf],
  [words.document.sealed, reporter.sealed && words.document.sealedText],
  [
    words.document.channels,
    own.noticeChannels.map((channel) => viewWordings[language].labels.noticeChannel[channel]).join(', '),
  ],
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
  const { noticeChannel } = viewWordings[parts.language].labels
  return parts.own.notices.map(({ at, label, words, channel }) =>
    line(parts, at, label, [channel && noticeChannel[channel], words].filter(Boolean).join(', ')),
  )
}

function listRequests(parts: Parts): Page[] {
  const { granted, refused } = parts.words.requests
  return parts.own.rights.requests.map(({ at, kindLabel, text, answer }) =>
    line(parts, at, kindLabel, answer ? `${text}\n${answer.granted ? granted : refused}. ${answer.text}` : text),
  )
}

const correctable = ['name', 'address', 'phone', 'email'] as const
/** A name can be corrected but not removed alone; for that the identity is withdrawn. */
const removable = ['address', 'phone', 'email'] as const

export function rightsSection(
  tenant: WholeTenantView,
  credentials: Credentials,
  { identityGiven, withdrawalMeaning, contacts, requests }: ComplaintView['rights'],
  codeWaits: boolean,
): Page {
  const { language } = tenant
  const words = rightsTexts[language]
  const folded = (heading: string, act: FollowAct, button: string, content: Page) =>
    html`<details class="act"><summary>${heading}</summary>${codeForm(tenant, credentials, { act, button, content })}</details>`
  const field = (name: (typeof correctable)[number]) =>
    html`<div class="field"><label for="right-${name}">${words.correction[name]}</label><input id="right-${name}" name="${name}" maxlength="${textLimits[name]}" autocomplete="off"></div>`
  const box = (name: (typeof removable)[number]) =>
    html`<div class="choice"><input type="checkbox" id="remove-${name}" name="remove" value="${name}"><label for="remove-${name}">${words.correction[name]}</label></div>`
  const option = (kind: (typeof dataRequestKinds)[number]) =>
    html`<option value="${kind}">${viewWordings[language].labels.dataRequestKind[kind]}</option>`

  // With a code that an officer gave out these wait until it came back.
  const ownActs =
    () => html`${folded(words.copy.heading, 'own-data', words.copy.button, html`<p>${words.copy.text}</p>`)}
${
  identityGiven
    ? html`${folded(
        words.correction.heading,
        'identity-correction',
        words.correction.button,
        html`<p>${words.correction.text}</p>${correctable.map(field)}
<fieldset class="field boxes"><legend>${words.correction.remove}</legend><div>${removable.map(box)}</div></fieldset>`,
      )}
${folded(
  words.withdrawal.heading,
  'identity-withdrawal',
  words.withdrawal.button,
  html`<p>${withdrawalMeaning}</p><p>${words.withdrawal.kept}</p>
<div class="field consent"><div class="choice"><input type="checkbox" id="understood" name="understood" value="yes" required><label for="understood">${words.withdrawal.sure}</label></div></div>`,
)}`
    : ''
}
${folded(
  words.request.heading,
  'data-request',
  words.request.button,
  html`<p>${words.request.hint}</p>
<div class="field"><label for="kind">${words.request.kind}</label><select id="kind" name="kind">${dataRequestKinds.map(option)}</select></div>
<div class="field"><label for="request">${words.request.text}</label><textarea id="request" name="text" rows="4" maxlength="${textLimits.message}" required></textarea></div>`,
)}`
  return html`<section class="section rights"><h2>${words.heading}</h2>
<p class="quiet">${words.lead}</p>
${requests.length > 0 ? asked(requests, tenant) : ''}
${contacts.map((contact) => contactOf(contact, tenant, credentials))}
${codeWaits ? '' : ownActs()}</section>`
}

type Credentials = { readonly number: string; readonly trackingCode: string }

/** The form to confirm a contact; it is open while a code is under way. */
function contactOf(
  { channel, label, state, until }: ContactView,
  tenant: WholeTenantView,
  credentials: Credentials,
): Page {
  const { language, timeZone } = tenant
  const { contact: words } = rightsTexts[language]
  if (state === 'confirmed') return html`<p>${words.confirmed({ channel: label })}</p>`
  const named = html`<input type="hidden" name="channel" value="${channel}">`
  const isAwaited = state === 'awaited'
  const send = codeForm(tenant, credentials, {
    act: 'contact-code',
    button: isAwaited ? words.again : words.send,
    content: named,
  })
  const digits = html`${named}<p>${words.until} ${until && sayMoment(until, timeZone, language)}.</p>
<div class="field"><label for="digits-${channel}">${words.digits}</label><input id="digits-${channel}" name="digits" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="one-time-code" required></div>`
  return html`<details class="act" ${isAwaited ? raw('open') : ''}><summary>${words.heading({ channel: label })}</summary><p>${words.text}</p>${
    isAwaited
      ? codeForm(tenant, credentials, { act: 'contact-confirmation', button: words.confirm, content: digits })
      : ''
  }${send}</details>`
}

function asked(requests: ComplaintView['rights']['requests'], { language, timeZone }: WholeTenantView): Page {
  const { requests: words } = rightsTexts[language]
  const moment = (at: string) => html`<time datetime="${at}">${sayMoment(at, timeZone, language)}</time>`
  return html`<h3>${words.heading}</h3><ol class="history">${requests.map(
    ({ at, kindLabel, text, dueAt, overdue, answer }) =>
      html`<li><strong>${kindLabel}</strong> <span class="quiet">${moment(at)}</span><p class="letter">${text}</p>${
        answer
          ? html`<p><strong>${answer.granted ? words.granted : words.refused}</strong> <span class="quiet">${answer.by}, ${moment(answer.at)}</span></p><p class="letter">${answer.text}</p>`
          : html`<p>${words.due} ${moment(dueAt)}${overdue ? html` <strong class="late">${words.overdue}</strong>` : ''}</p>`
      }</li>`,
  )}</ol>`
}

export function rightsConfirmations(language: Language): Readonly<Partial<Record<FollowAct, string>>> {
  const { contact, correction, withdrawal, request } = rightsTexts[language]
  return {
    'identity-correction': correction.done,
    'identity-withdrawal': withdrawal.done,
    'data-request': request.done,
    'contact-code': contact.sent,
    'contact-confirmation': contact.done,
  }
}

/** Empty fields are left out, and those to be removed are `null`. */
export function readCorrection(fields: FormFields): Readonly<Record<string, string | null>> {
  const gone = fields.remove ?? []
  const read = correctable.map((name) => [name, gone.includes(name) ? null : fieldText(fields, name)] as const)
  return Object.fromEntries(
    read.filter((entry): entry is [(typeof correctable)[number], string | null] => entry[1] !== undefined),
  )
}
