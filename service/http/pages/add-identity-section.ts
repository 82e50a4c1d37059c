import { html } from 'hono/html'
import type { ComplaintView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import { viewWordings } from '../view-wording.ts'
import { codeForm } from './code-form.ts'
import type { Page } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { type FormFields, fieldText } from './read-form.ts'

const asked = ['name', 'address', 'phone', 'email'] as const
const offered = ['confidential', 'named'] as const

/** A reporter without identity adds one here, if the office asked for it. */
export function addIdentitySection(
  tenant: WholeTenantView,
  credentials: { readonly number: string; readonly trackingCode: string },
  { acts, completion }: ComplaintView,
): Page | '' {
  if (!acts.includes('identity')) return ''
  const { language, form } = tenant
  const { form: fieldWords, follow } = pageTexts[language]
  const words = follow.acts.identity
  const { labels } = viewWordings[language]
  const field = (name: (typeof asked)[number]) =>
    form.identity[name] === 'hidden'
      ? ''
      : html`<div class="field"><label for="add-${name}">${fieldWords[name]} <span class="need">${form.identity[name] === 'required' ? fieldWords.required : fieldWords.optional}</span></label><input id="add-${name}" name="${name}" maxlength="${form.limits[name]}" autocomplete="off"${form.identity[name] === 'required' ? html` required` : ''}></div>`
  const choice = (privacy: (typeof offered)[number]) =>
    html`<div class="choice"><input type="radio" id="add-${privacy}" name="privacy" value="${privacy}"${privacy === 'confidential' ? html` checked` : ''} aria-describedby="add-${privacy}-meaning"><label for="add-${privacy}">${labels.privacy[privacy]}</label><p class="hint" id="add-${privacy}-meaning">${labels.privacyMeaning[privacy]}</p></div>`
  const unsealed = tenant.sealing
    ? html`<p>${fieldWords.unsealedNote}</p>
<div class="choice"><input type="checkbox" id="add-unsealed" name="identityUnsealed" value="yes" required><label for="add-unsealed">${fieldWords.unsealed}</label></div>`
    : ''
  const content = html`<p>${words.text}</p>${unsealed}
${asked.map(field)}
<fieldset class="field choices"><legend>${fieldWords.privacySection}</legend>${offered.map(choice)}</fieldset>`
  return html`<details class="section act"${completion?.items.includes('identity') ? html` open` : ''}><summary>${words.heading}</summary>
${codeForm(tenant, credentials, { act: 'identity', button: words.button, content })}</details>`
}

/** Returns an object shaped like the API's body and not yet validated. */
export function readAddition(fields: FormFields) {
  const given = asked.flatMap((name) => {
    const value = fieldText(fields, name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    reporter: Object.fromEntries(given),
    privacy: fieldText(fields, 'privacy'),
    ...(fields.identityUnsealed && { identityUnsealed: true }),
  }
}
