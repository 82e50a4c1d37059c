import { html, raw } from 'hono/html'
import type { ComplaintView } from '../../contract/complaint-view.ts'
import { textLimits } from '../../contract/fields.ts'
import type { ContactView } from '../../contract/own-data.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { dataRequestKinds, type Language } from '../../offices/vocabulary.ts'
import { sayMoment } from '../../shared/time-in-words.ts'
import { viewWordings } from '../view-wording.ts'
import { codeForm } from './code-form.ts'
import type { Page } from './page.ts'
import { rightsTexts } from './page-texts.ts'
import type { FollowAct } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

const correctable = ['name', 'address', 'phone', 'email'] as const
/** A name can be corrected but not removed alone; for that the identity is withdrawn. */
const removable = ['address', 'phone', 'email'] as const

export function rightsSection(
  tenant: WholeTenantView,
  credentials: Credentials,
  { identityGiven, withdrawalMeaning, contacts, requests }: ComplaintView['rights'],
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

  return html`<section class="section rights"><h2>${words.heading}</h2>
<p class="quiet">${words.lead}</p>
${requests.length > 0 ? asked(requests, tenant) : ''}
${contacts.map((contact) => contactOf(contact, tenant, credentials))}
${folded(words.copy.heading, 'own-data', words.copy.button, html`<p>${words.copy.text}</p>`)}
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
)}
</section>`
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

/** Confirmations by act. */
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
