import { html } from 'hono/html'
import type { ClockDaysView, ComplaintView, DelayView, ForwardedView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { parseDay } from '../../shared/instant.ts'
import { sayDate, sayDay, sayMoment } from '../../shared/time-in-words.ts'
import { viewWordings } from '../view-wording.ts'
import { unitOfView } from './hosted-page.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { type PageTexts, pageTexts } from './page-texts.ts'
import type { FollowAct } from './read-follow-form.ts'
import { type FormFields, fieldText } from './read-form.ts'

export interface CodeFormAct {
  readonly act: FollowAct
  readonly button: string
  readonly quiet?: boolean
  readonly content?: Page
}

/** The tracking code travels in the body of the form and never in an address. */
export function codeForm(
  { tenant, language }: WholeTenantView,
  { number, trackingCode }: { readonly number: string; readonly trackingCode: string },
  { act, button, quiet = false, content }: CodeFormAct,
): Page {
  return html`<form class="code-form" method="post" action="/t/${tenant}/follow?lang=${language}">
<input type="hidden" name="number" value="${number}"><input type="hidden" name="code" value="${trackingCode}"><input type="hidden" name="act" value="${act}">
${content ?? ''}
<button${quiet ? html` class="quiet-button"` : ''}>${button}</button>
</form>`
}

export function delaySection({ clocks, explanations }: DelayView, { timeZone, language }: WholeTenantView): Page {
  const { delay: words } = pageTexts[language].follow
  const day = (at: string) => sayDay(at, timeZone, language)
  return html`<ul class="clocks">${clocks.map(
    ({ label, dueAt, newDate }) =>
      html`<li><strong>${label}</strong> <span><strong class="late">${words.was} ${day(dueAt)}</strong> ${newDate ? html`${words.now} ${day(newDate)}` : ''}</span></li>`,
  )}</ul>
${
  explanations.length === 0
    ? html`<p>${words.unexplained}</p>`
    : explanations.map(
        ({ at, by, reason }) =>
          html`<p class="letter">${reason}</p><p class="quiet">${by}, ${sayMoment(at, timeZone, language)}</p>`,
      )
}`
}

export function forwardedSection(forwarded: ForwardedView, language: Language): Page {
  const { name, address, sentOn, reason, reference } = forwarded
  const words = pageTexts[language].follow
  return html`<p><strong>${name}</strong></p>${address ? html`<p class="letter">${address}</p>` : ''}
<p class="letter">${reason}</p>
<p>${words.sentOn} ${sayDate(parseDay(sentOn), language)}. ${words.reference}: ${reference ?? words.noReference}</p>`
}

/** A spoken statement: the recording, what the office wrote down, and the reporter's word on it. */
export function spokenSection(
  tenant: WholeTenantView,
  { number, spoken, acts, codeWaits }: ComplaintView,
  trackingCode: string,
): Page | null {
  if (!spoken) return null
  const words = pageTexts[tenant.language].follow.spoken
  const credentials = { number, trackingCode }
  const moment = (at: string) => sayMoment(at, tenant.timeZone, tenant.language)
  const { transcript, file, disguised } = spoken
  const reply = transcript?.reply
  return html`<p>${disguised ? words.disguised : words.lead}</p>
${
  codeWaits
    ? ''
    : codeForm(tenant, credentials, {
        ...{ act: 'file', button: words.file, quiet: true },
        content: html`<input type="hidden" name="file" value="${file}">`,
      })
}
${
  transcript
    ? html`<h3>${words.transcript}</h3><p class="letter">${transcript.text}</p><p class="quiet">${transcript.by}, ${moment(transcript.at)}</p>`
    : html`<p class="quiet">${words.waits}</p>`
}
${reply ? html`<p>${reply.text === null ? words.right : words.corrected} <span class="quiet">${moment(reply.at)}</span></p>${reply.text === null ? '' : html`<p class="letter">${reply.text}</p>`}` : ''}
${transcript && acts.includes('transcript') ? answers(tenant, credentials, transcript) : ''}`
}

function answers(
  tenant: WholeTenantView,
  credentials: { readonly number: string; readonly trackingCode: string },
  { at, text }: { readonly at: string; readonly text: string },
): Page {
  const words = pageTexts[tenant.language].follow.spoken
  const which = html`<input type="hidden" name="transcript" value="${at}">`
  return html`${codeForm(tenant, credentials, { act: 'transcript', button: words.confirm, content: which })}
<details><summary>${words.correct}</summary>${codeForm(tenant, credentials, {
    ...{ act: 'transcript', button: words.send },
    // Browsers drop a line feed right after the opening tag, so this one keeps the text's own.
    content: html`${which}<div class="field"><label for="correction">${words.label}</label><textarea id="correction" name="correction" rows="9" maxlength="8000" required>
${text}</textarea></div>`,
  })}</details>`
}

type Days = ClockDaysView['clocks'][number]

const MONDAY_FIRST = 6

/** The column of a day, 0 being Monday. */
const columnOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7

/** Shows how a date was counted: a small calendar, and the same as sentences. It opens without JavaScript. */
export function dayByDay(counted: Days | undefined, language: Language): Page | '' {
  if (!counted || counted.days.length === 0) return ''
  const { dayByDay: words } = pageTexts[language].follow
  const months = [...new Set(counted.days.map(({ day }) => day.slice(0, 7)))]
  return html`<details class="day-by-day"><summary class="day-opener">${words.heading}</summary>
<div class="months" aria-hidden="true">${months.map((month) => monthTable(month, counted.days, words))}</div>
<dl class="day-groups">${counted.groups.map(
    ({ when, what, kind }) => html`<div class="day-row kind-${kind}"><dt>${when}</dt><dd>${what}</dd></div>`,
  )}</dl></details>`
}

type Words = PageTexts['follow']['dayByDay']

function monthTable(month: string, days: Days['days'], words: Words): Page {
  const inMonth = days.filter(({ day }) => day.startsWith(month))
  const first = `${month}-01`
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  const cells = Array.from({ length }, (_, at) => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`
    const explained = inMonth.find((one) => one.day === day)
    const isLast = day === days.at(-1)?.day
    return html`<i class="${explained ? `kind-${explained.kind}` : 'outside'}${isLast ? ' last' : ''}">${at + 1}${explained?.count ? html`<b>${explained.count}</b>` : ''}</i>`
  })
  return html`<div class="month"><p>${words.months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}</p>
<div class="grid">${words.weekdays.map((weekday) => html`<span>${weekday}</span>`)}${Array.from({ length: columnOf(first) }, () => html`<i></i>`)}${cells}</div></div>`
}

export interface DestroyedView {
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  readonly complaint: ComplaintView
  readonly destroyed: NonNullable<ComplaintView['destroyed']>
}

export function destroyedPage({ tenant, assets, complaint, destroyed }: DestroyedView): Page {
  const { language, tenant: slug, timeZone } = tenant
  const words = pageTexts[language].follow
  const { heading, text, left } = words.destroyed
  const fact = (label: string, value: string) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return pageLayout(
    {
      language,
      assets,
      title: `${complaint.number} - ${words.title}`,
      path: `/t/${slug}/follow`,
      unit: unitOfView(tenant),
    },
    html`<div class="narrow"><p class="eyebrow">${complaint.number}</p>
<h1>${heading}</h1>
<p>${text({ day: sayDay(destroyed.at, timeZone, language), record: destroyed.record })}</p>
<p>${left}</p>
<dl class="facts card">
${fact(words.status, complaint.statusLabel)}
${fact(words.category, complaint.category.label)}
${fact(words.receivedAt, sayMoment(complaint.receivedAt, timeZone, language))}
</dl>
<p><a href="/t/${slug}/follow?lang=${language}">${words.leave}</a></p></div>`,
  )
}

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
