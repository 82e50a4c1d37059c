import { html } from 'hono/html'
import type { ClockDaysView, ClockView, ComplaintView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { ReadersChosen } from '../../following/choose-readers.ts'
import { keysOf } from '../../shared/records.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { viewWordings } from '../view-wording.ts'
import * as followSections from './follow-sections.ts'
import { ownText } from './form-fields.ts'
import { unitOfView } from './hosted-page.ts'
import { rightsConfirmations, rightsSection } from './own-data-page.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { type PageTexts, pageTexts } from './page-texts.ts'
import type { FollowAct } from './read-follow-form.ts'
import { readersField } from './readers-field.ts'

export interface FollowResultView {
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  readonly complaint: ComplaintView
  readonly clockDays: ClockDaysView
  readonly trackingCode: string
  /** A code of the reporter's own, offered where an officer saw the one in use. */
  readonly offeredCode: string
  /** Posts that could read it, and those that must not; `null` where nothing is to be chosen. */
  readonly readers: ReadersChosen | null
  /** Messages and history are of an older page, not the newest. */
  readonly isOlder?: boolean
  readonly done?: FollowAct
  /** Why an act was not done, as a sentence. */
  readonly problem?: string
}

/** What was done, as a sentence. Without a tick a message completes nothing, and what the office asked for is missing. */
function confirm(act: FollowAct, { complaint, tenant: { language } }: FollowResultView): string | undefined {
  const { stillWaits, ...told } = pageTexts[language].follow.told
  const confirmed: Readonly<Partial<Record<FollowAct, string>>> = {
    ...{ ...told, ...rightsConfirmations(language) },
    ...(complaint.completion && { message: stillWaits }),
  }
  return confirmed[act]
}

/** A complaint as its reporter follows it without JavaScript. */
export function followResultPage(view: FollowResultView): Page {
  const { tenant, assets, complaint, done, problem } = view
  if (complaint.destroyed)
    return followSections.destroyedPage({ tenant, assets, complaint, destroyed: complaint.destroyed })
  const { language, tenant: slug, timeZone } = tenant
  const words = pageTexts[language].follow
  const moment = (at: string) => html`<time datetime="${at}">${sayMoment(at, timeZone, language)}</time>`
  const section = (heading: string, content: Page | '' | false | null) =>
    content ? html`<section class="section"><h2>${heading}</h2>${content}</section>` : ''
  const confirmation = done && confirm(done, view)

  return pageLayout(
    {
      language,
      assets,
      title: `${complaint.number} - ${words.title}`,
      path: `/t/${slug}/follow`,
      unit: unitOfView(tenant),
    },
    html`<p class="eyebrow">${complaint.number}</p>
<h1>${complaint.subject}</h1>
${confirmation ? html`<p class="verdict genuine" role="status">${confirmation}</p>` : ''}
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
<p class="status"><strong>${complaint.statusLabel}</strong> ${ownText(complaint, complaint.statusMeaning)}</p>
${others(view)}${complaint.earlier.map(({ office, number }) => html`<p class="quiet">${words.earlier} ${office}, ${number}</p>`)}
${complaint.breachNotices.map(
  ({ at, text }) =>
    html`<section class="section"><h2>${words.breachHeading}</h2><p class="letter">${text}</p><p class="quiet">${moment(at)}</p></section>`,
)}
${section(
  words.completionHeading,
  complaint.completion &&
    html`<p class="letter">${complaint.completion.text}</p><p>${words.until} ${sayDay(complaint.completion.until, timeZone, language)}</p>`,
)}
${complaint.codeWaits ? html`<section class="section"><p>${complaint.codeWaits.text}</p></section>` : section(words.ownCode.heading, complaint.codeKnownToOffice && ownCode(view))}${section(words.spoken.heading, followSections.spokenSection(tenant, complaint, view.trackingCode))}
${section(
  words.answerHeading,
  complaint.answer &&
    html`<p><strong>${complaint.answer.outcomeLabel}</strong></p><p class="letter">${complaint.answer.text}</p><p class="quiet">${complaint.answer.by}, ${moment(complaint.answer.at)}</p>`,
)}
${section(
  words.declinedHeading,
  complaint.declined &&
    html`<p><strong>${complaint.declined.reasonLabel}</strong></p><p class="letter">${complaint.declined.text}</p><h3>${words.elsewhere}</h3><p class="letter">${complaint.declined.elsewhere}</p>`,
)}
${section(words.forwardedHeading, complaint.forwarded && followSections.forwardedSection(complaint.forwarded, language))}
${section(
  words.groundedHeading,
  complaint.grounded &&
    html`<p><strong>${complaint.grounded.wellFounded ? words.wellFounded : words.notWellFounded}</strong></p><p class="letter">${complaint.grounded.because}</p><p class="quiet">${moment(complaint.grounded.at)}</p>`,
)}
${section(words.delayHeading, complaint.delay && followSections.delaySection(complaint.delay, tenant))}
${section(words.lapsedHeading, complaint.lapsed && html`<p class="letter">${complaint.lapsed.text}</p><p>${words.until} ${sayDay(complaint.lapsed.until, timeZone, language)}</p>`)}
${section(words.datesHeading, clocks(complaint.clocks, view.clockDays, tenant))}
${section(words.messagesHeading, html`${turning(view)}${messages(view)}`)}
${section(words.unsatisfiedHeading, complaint.unsatisfied && html`<p>${complaint.unsatisfied.text}</p>`)}
${followSections.addIdentitySection(tenant, credentials(view), complaint)}
${acts(view)}${readers(view)}
${section(
  words.historyHeading,
  html`<ol class="history">${complaint.history.map(
    ({ at, label, by, text }) =>
      html`<li><strong>${label}</strong> <span class="quiet">${by}, ${moment(at)}</span>${text ? html`<p class="letter">${text}</p>` : ''}</li>`,
  )}</ol>${turning(view)}`,
)}
${section(words.evidenceHeading, evidence(complaint, tenant))}
${section(
  words.accessHeading,
  complaint.identityAccess.length > 0 &&
    html`<ol class="history">${complaint.identityAccess.map(
      ({ at, role, groundLabel, reason }) =>
        html`<li><strong>${role}</strong> <span class="quiet">${moment(at)}</span><p class="letter">${groundLabel}: ${reason}</p></li>`,
    )}</ol>`,
)}
${rightsSection(tenant, credentials(view), complaint.rights, complaint.codeWaits !== null)}
${section(words.record.heading, complaint.record && html`<p>${words.record.text}</p>${followSections.codeForm(tenant, credentials(view), { act: 'record', button: words.record.button })}`)}
<div class="actions">${complaint.codeWaits ? '' : followSections.codeForm(tenant, credentials(view), { act: 'receipt', button: words.receipt, quiet: true })}
<a href="/t/${slug}/follow?lang=${language}">${words.leave}</a></div>`,
  )
}

/** Other matters of the same complaint, which the same code opens. */
const others = ({ tenant, complaint, trackingCode }: FollowResultView): Page[] => {
  const words = pageTexts[tenant.language].follow
  return complaint.others.map(
    ({ number, subject, statusLabel }) =>
      html`<section class="section"><p>${words.other} <strong>${number}</strong>: ${subject} (${statusLabel})</p>${followSections.codeForm(tenant, { number, trackingCode }, { act: 'open', button: words.open, quiet: true })}</section>`,
  )
}

/** Offers a code that no officer saw. It is shown before it is used, so that a lost answer locks nobody out. */
function ownCode(view: FollowResultView): Page {
  const words = pageTexts[view.tenant.language].follow.ownCode
  const { offeredCode } = view
  return html`<p>${words.text}</p>${followSections.codeForm(view.tenant, credentials(view), {
    ...{ act: 'own-code', button: words.button },
    content: html`<input type="hidden" name="newCode" value="${offeredCode}"><p class="handover"><code>${offeredCode}</code></p>`,
  })}`
}

/** Links to the earlier page and back; empty if everything fits on one. */
function turning(view: FollowResultView): Page | '' {
  const { tenant, complaint, isOlder } = view
  const words = pageTexts[tenant.language].follow
  const { older } = complaint
  if (older === null && !isOlder) return ''
  const back =
    isOlder && followSections.codeForm(tenant, credentials(view), { act: 'open', button: words.newest, quiet: true })
  const before =
    older &&
    followSections.codeForm(tenant, credentials(view), {
      ...{ act: 'older', button: words.older, quiet: true },
      content: html`<input type="hidden" name="page" value="${older}">`,
    })
  return html`<div class="actions">${before || ''}${back || ''}</div>`
}

const credentials = ({ complaint: { number }, trackingCode }: FollowResultView) => ({ number, trackingCode })

function clocks(
  clocks: readonly ClockView[],
  { clocks: counted }: ClockDaysView,
  { timeZone, language }: WholeTenantView,
): Page | '' {
  if (clocks.length === 0) return ''
  const words = pageTexts[language].follow
  const state = ({ dueAt, stoppedAt, pausedAt, overdue }: ClockView) => {
    if (stoppedAt) return html`${words.done} ${sayDay(stoppedAt, timeZone, language)}`
    if (pausedAt) return html`${words.paused}`
    return html`${words.due} ${sayDay(dueAt, timeZone, language)}${overdue ? html` <strong class="late">${words.overdue}</strong>` : ''}`
  }
  return html`<ul class="clocks">${clocks.map(
    (clock, at) =>
      html`<li><strong>${clock.label}</strong> <span>${state(clock)}</span> <small class="quiet">${clock.explanation} ${clock.basis}.</small>${followSections.dayByDay(counted[at], language)}</li>`,
  )}</ul>`
}

function messages({ complaint, tenant: { timeZone, language } }: FollowResultView): Page {
  const words = pageTexts[language].follow
  if (complaint.messages.length === 0) return html`<p class="quiet">${words.noMessages}</p>`
  return html`<ol class="messages">${complaint.messages.map(
    ({ at, from, by, text }) => html`<li class="from-${from}"><p class="letter">${text}</p>
<p class="quiet">${from === 'reporter' ? words.you : by}, <time datetime="${at}">${sayMoment(at, timeZone, language)}</time></p></li>`,
  )}</ol>`
}

function evidence({ evidence }: ComplaintView, { language }: WholeTenantView): Page | '' {
  if (evidence.length === 0) return ''
  return html`<ul class="files">${evidence.map(
    ({ name, size, sha256, browserAgreed, available }) =>
      html`<li>${name} <span class="quiet">${saySize(size, language)}</span><br>SHA-256 <code>${sha256}</code>${browserAgreed ? html` <span class="quiet">${pageTexts[language].follow.browserAgreed}</span>` : ''}${available ? '' : html`<br>${pageTexts[language].follow.infected}`}</li>`,
  )}</ul>`
}

function acts(view: FollowResultView): Page {
  const { tenant, complaint } = view
  const { acts: words } = pageTexts[tenant.language].follow
  const writing = (label: string, required: boolean, id: string) =>
    html`<div class="field"><label for="${id}">${label}</label><textarea id="${id}" name="text" rows="4" maxlength="4000"${required ? html` required` : ''}></textarea></div>`
  const contents = {
    message: () =>
      html`${complaint.completion ? ticks(complaint.completion, complaint, tenant.language) : ''}${writing(words.message.label, true, 'message')}`,
    objection: () => writing(words.objection.label, true, 'objection'),
    reopening: () => writing(words.reopening.label, true, 'reopening'),
    acceptance: () => html`<p>${words.acceptance.text}</p>`,
    rating: () => ratingFields(words.rating, writing(words.rating.label, false, 'rating')),
    withdrawal: () => writing(words.withdrawal.label, false, 'withdrawal'),
  }
  const offered = keysOf(contents).filter((act) => complaint.acts.includes(act))
  return html`${offered.map(
    (
      act,
    ) => html`<details class="section act"${isAskedFor(act, complaint) ? html` open` : ''}><summary>${words[act].heading}</summary>
${followSections.codeForm(tenant, credentials(view), { act, button: words[act].button, content: contents[act]() })}</details>`,
  )}`
}

function readers(view: FollowResultView): Page | '' {
  const { tenant, readers } = view
  if (!readers || readers.posts.length === 0) return ''
  const { form, follow } = pageTexts[tenant.language]
  const fields = { notReadBy: readers.notReadBy.map(({ id }) => id) }
  const content = readersField(readers.posts, { language: tenant.language, fields, before: readers.notReadBy })
  return html`<details class="section act"><summary>${form.readersSection}</summary>
${followSections.codeForm(tenant, credentials(view), { act: 'choose-readers', button: follow.readersSend, content: content || html`` })}</details>`
}

/** The form of an act that the office waits for is open from the start. */
const isAskedFor = (act: FollowAct, { completion, unsatisfied, status }: ComplaintView): boolean =>
  (act === 'message' && completion !== null) ||
  act === 'reopening' ||
  (act === 'rating' && status === 'closed') ||
  (act === 'objection' && unsatisfied !== null)

function ratingFields(words: PageTexts['follow']['acts']['rating'], text: Page): Page {
  const choice = (name: string, value: string, label: string) =>
    html`<div class="choice"><input type="radio" id="${name}-${value}" name="${name}" value="${value}" required><label for="${name}-${value}">${label}</label></div>`
  return html`<fieldset class="field"><legend>${words.solved}</legend>${choice('solved', 'yes', words.yes)}${choice('solved', 'no', words.no)}</fieldset>
<fieldset class="field"><legend>${words.stars}</legend>${[1, 2, 3, 4, 5].map((stars) => choice('stars', String(stars), words.star({ stars })))}</fieldset>
${text}`
}

/** Checkboxes for the requested items that have not come yet. An identity that was added is ticked, because it is there. */
function ticks(
  { items, brought }: NonNullable<ComplaintView['completion']>,
  { privacy }: ComplaintView,
  language: WholeTenantView['language'],
): Page {
  const { labels } = viewWordings[language]
  const missing = items.filter((item) => !brought.includes(item))
  const tick = (item: (typeof items)[number]) => (item === 'identity' && privacy !== 'anonymous' ? html` checked` : '')
  return html`<input type="hidden" name="ticks" value="yes"><fieldset class="field"><legend>${pageTexts[language].follow.brings}</legend>${missing.map(
    (item) =>
      html`<div class="choice"><input type="checkbox" id="brings-${item}" name="brings" value="${item}"${tick(item)}><label for="brings-${item}">${labels.completionItem[item]}</label></div>`,
  )}</fieldset>`
}
