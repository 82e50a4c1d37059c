import { html } from 'hono/html'
import type { ReadingPost } from '../../case/first-reader.ts'
import { arrangeFields, mapFields, storyFields } from '../../case/shape/story-fields.ts'
import type { ClockView, ReceiptView } from '../../contract/complaint-view.ts'
import type { WholeTenantView } from '../../contract/tenant-view.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { sayDay, sayMoment, saySize } from '../../shared/time-in-words.ts'
import { viewWordings } from '../view-wording.ts'
import { nameField } from '../views/view-texts.ts'
import { codeForm } from './follow-sections.ts'
import * as formFields from './form-fields.ts'
import { unitOfView } from './hosted-page.ts'
import { type Page, type PageAssets, pageLayout } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { type FormFields, type HeldFile, heldValue } from './read-form.ts'
import { readersField } from './readers-field.ts'

export interface FormView {
  readonly tenant: WholeTenantView
  readonly assets: PageAssets
  /** As they were sent, word for word; empty on the first visit. */
  readonly fields: FormFields
  readonly problems: readonly formFields.FieldProblem[]
  readonly held: readonly HeldFile[]
  /** The recording that tells the story, where an earlier try uploaded one. */
  readonly recording?: HeldFile | undefined
  /** An idempotency key: the same form sent twice is one complaint. */
  readonly submission: string
  /** The posts that could read it, those that read first at the top. */
  readonly posts: readonly ReadingPost[]
}

/** `/t/{tenant}/form`: the complaint form that needs no JavaScript. */
export function formPage(view: FormView): Page {
  const { tenant, assets, problems } = view
  const { language, tenant: slug } = tenant
  const words = pageTexts[language].form
  const state: formFields.FormState = { fields: view.fields, problems, words }

  return pageLayout(
    {
      language,
      assets,
      title:
        problems.length > 0 ? `${words.titleWithProblems({ count: problems.length })} - ${words.title}` : words.title,
      path: `/t/${slug}/form`,
      unit: unitOfView(tenant),
    },
    html`<h1>${words.title}</h1>
${formFields.problemSummary(state, { ...fieldLabels(words, language), ...formFields.questionLabels(tenant, state) })}
${problems.length === 0 ? formFields.questionsLead(tenant, state) : ''}
<form class="complaint" id="form" method="post" action="/t/${slug}/form?lang=${language}" enctype="multipart/form-data">
<input type="hidden" name="submission" value="${view.submission}">
<input type="hidden" name="language" value="${language}">
${before(tenant, state)}
${formFields.choiceField(
  state,
  'privacy',
  html`${words.privacySection}`,
  tenant.privacyChoices.map(({ choice, label, meaning }) => ({ value: choice, label, meaning })),
)}
${formFields.choiceField(
  state,
  'category',
  html`${words.categorySection}`,
  tenant.categories.map(({ code, label, description, nextSteps }) => ({
    value: code,
    label: formFields.ownText(tenant, label),
    meaning: nextSteps
      ? html`${formFields.ownText(tenant, description)} ${formFields.ownText(tenant, viewWordings[language].labels.nextSteps({ text: nextSteps }))}`
      : formFields.ownText(tenant, description),
  })),
)}
${formFields.questionFields(tenant, state)}
${story(view, state)}
${evidence(view, state)}
${identity(tenant, state)}
<fieldset class="section"><legend>${words.statementsSection}</legend>
<input type="hidden" name="statements.truthful" value="yes">
<input type="hidden" name="statements.procedureRead" value="yes">
${formFields.consentField(state, 'statements.privacyNotice', words.statement, String(tenant.privacyNotice.version))}
</fieldset>
<p class="send"><button>${words.send}</button></p>
<p class="quiet">${words.sendNote}</p>
</form>`,
  )
}

/** The names by which the problem summary calls fields. */
const fieldLabels = (words: formFields.FormState['words'], language: Language): Readonly<Record<string, string>> => ({
  privacy: words.privacySection,
  category: words.categorySection,
  ...mapFields(storyFields, ({ name }) => nameField(name, language).label),
  notReadBy: words.readersSection,
  spoken: words.spoken,
  evidence: words.evidenceSection,
  'reporter.name': words.name,
  'reporter.address': words.address,
  'reporter.phone': words.phone,
  'reporter.email': words.email,
  'reporter.onBehalfOf': words.onBehalfOf,
  identityUnsealed: words.unsealed,
  'reporter.channels': words.channels,
  'statements.privacyNotice': words.statementsSection,
})

function before(tenant: WholeTenantView, { words }: formFields.FormState): Page {
  const { procedure, privacyNotice, inIndonesian = [] } = tenant
  const lang = inIndonesian.includes(privacyNotice.text) ? html` lang="id"` : ''
  const paragraphs = privacyNotice.text.split(/\n+/).map((paragraph) => html`<p${lang}>${paragraph}</p>`)
  return html`<section class="section before" aria-labelledby="before">
<h2 id="before">${procedure.title ? formFields.ownText(tenant, procedure.title) : words.procedureSection}</h2>
<ol>${procedure.rules.map((rule) => html`<li>${formFields.ownText(tenant, rule)}</li>`)}</ol>
<details><summary>${words.privacyNoticeHeading}</summary>${paragraphs}</details>
</section>`
}

function story({ tenant, recording, posts }: FormView, state: formFields.FormState): Page {
  const { language, form } = tenant
  const { limits } = form
  const field = ({ name, kind, required, limit }: (typeof storyFields)[number]) => {
    const { label, hint } = nameField(name, language)
    return formFields.textField(state, name, label, {
      ...(hint !== undefined && { hint }),
      ...(kind === 'text' && { rows: required ? 9 : 3 }),
      ...(limit && { max: limits[limit] }),
      type: kind === 'day' ? 'date' : 'text',
      required,
      // A recorded voice needs neither.
      enforced: required && form.evidence.maxFiles === 0,
    })
  }
  return html`<fieldset class="section"><legend>${state.words.storySection}</legend>
${arrangeFields(storyFields).map((line) => (line.length > 1 ? html`<div class="pair">${line.map(field)}</div>` : line.map(field)))}
${readersField(posts, { language, fields: state.fields, problem: formFields.problemLine(state, 'notReadBy') })}
${form.evidence.maxFiles === 0 ? '' : spoken(recording, tenant, state)}
</fieldset>`
}

function spoken(recording: HeldFile | undefined, { language }: WholeTenantView, state: formFields.FormState): Page {
  const { words } = state
  const held = recording
    ? html`<fieldset class="field boxes"><legend>${words.spokenHeld}</legend><div class="choice"><input type="checkbox" id="spoken-held" name="spokenHeld" value="${heldValue(recording)}" checked><label for="spoken-held">${recording.name} <span class="need">${saySize(recording.size, language)}</span></label></div></fieldset>`
    : ''
  return html`<div class="field">
<label for="spoken">${words.spoken} <span class="need">${words.optional}</span></label>
<p class="hint" id="spoken-hint">${words.spokenHint}</p>
${formFields.problemLine(state, 'spoken')}
<input type="file" id="spoken" name="spoken" accept="audio/*" capture aria-describedby="spoken-hint">
</div>
${held}`
}

function evidence({ tenant, held }: FormView, state: formFields.FormState): Page | '' {
  const { maxFiles, maxBytes, types } = tenant.form.evidence
  const { words } = state
  if (maxFiles === 0) return ''
  const box = (file: HeldFile, index: number) =>
    html`<div class="choice"><input type="checkbox" id="held-${index}" name="evidence" value="${heldValue(file)}" checked><label for="held-${index}">${file.name} <span class="need">${saySize(file.size, tenant.language)}</span></label></div>`
  return html`<fieldset class="section"><legend>${words.evidenceSection}</legend>
<div class="field">
<label for="evidence">${words.evidence} <span class="need">${words.optional}</span></label>
<p class="hint" id="evidence-hint">${words.evidenceHint({ files: maxFiles, size: saySize(maxBytes, tenant.language) })}</p>
${formFields.problemLine(state, 'evidence')}
<input type="file" id="evidence" name="file" multiple accept="${types.join(',')}" aria-describedby="evidence-hint">
</div>
${held.length > 0 ? html`<fieldset class="field boxes"><legend>${words.held}</legend><div>${held.map(box)}</div></fieldset>` : ''}
</fieldset>`
}

function identity(tenant: WholeTenantView, state: formFields.FormState): Page {
  const { identity: needs, limits, channels } = tenant.form
  const { words } = state
  const { noticeChannel } = viewWordings[tenant.language].labels
  const field = (name: keyof typeof needs, rules: { type?: 'tel' | 'email'; rows?: number; autocomplete: string }) =>
    needs[name] === 'hidden'
      ? ''
      : formFields.textField(state, `reporter.${name}`, words[name], {
          ...rules,
          required: needs[name] === 'required',
          max: limits[name],
        })
  return html`<fieldset class="section identity"><legend>${words.identitySection}</legend>
<p class="only-anonymous">${words.anonymousNote}</p>
<div class="unless-anonymous">
${tenant.sealing ? html`<p>${words.unsealedNote}</p>${formFields.tickField(state, 'identityUnsealed', words.unsealed)}` : ''}
${field('name', { autocomplete: 'name' })}
${field('address', { rows: 2, autocomplete: 'street-address' })}
<div class="pair">
${field('phone', { type: 'tel', autocomplete: 'tel' })}
${field('email', { type: 'email', autocomplete: 'email' })}
</div>
${formFields.textField(state, 'reporter.onBehalfOf', words.onBehalfOf, {
  hint: words.onBehalfOfHint,
  required: false,
  max: limits.name,
})}
${formFields.channelNews(tenant)}
${
  channels.length > 1
    ? formFields.boxesField(
        state,
        'reporter.channels',
        words.channels,
        channels.map((channel) => ({ value: channel, label: noticeChannel[channel] })),
      )
    : ''
}
</div>
</fieldset>`
}

/** Number, code and dates after sending without JavaScript. No other page shows the code. */
export function formResultPage(
  tenant: WholeTenantView,
  receipt: ReceiptView,
  keyFingerprint: string,
  assets: PageAssets,
): Page {
  const { language, tenant: slug, timeZone } = tenant
  const words = pageTexts[language].result
  const clock = ({ label, dueAt, explanation }: ClockView) => html`<li><strong>${label}</strong>
<span>${words.due} <time datetime="${dueAt}">${sayDay(dueAt, timeZone, language)}</time></span>
<small class="quiet">${explanation}</small></li>`
  const groups = receipt.trackingCode.split('-').map((group, at) => html`${at > 0 ? '-' : ''}<wbr>${group}`)

  return pageLayout(
    { language, assets, title: words.title, path: `/t/${slug}/form`, unit: unitOfView(tenant) },
    html`<div class="narrow">
<div class="verdict genuine" role="status"><h1>${words.title}</h1><p>${words.lead({ office: tenant.name })}</p></div>
<dl class="handover card">
<div><dt>${words.number}</dt><dd><code>${receipt.number}</code></dd></div>
<div><dt>${words.code}</dt><dd><code>${groups}</code></dd></div>
</dl>
<p class="warning">${words.keep}</p>
<p class="quiet">${words.receivedAt} <time datetime="${receipt.receivedAt}">${sayMoment(receipt.receivedAt, timeZone, language)}</time><br>${words.key} <code>${keyFingerprint}</code></p>
<div class="actions">
${codeForm(tenant, receipt, { act: 'receipt-with-code', button: words.receiptWithCode })}${codeForm(tenant, receipt, { act: 'receipt', button: words.receipt, quiet: true })}
${codeForm(tenant, receipt, { act: 'open', button: words.follow, quiet: true })}
</div>
${receipt.clocks.length > 0 || receipt.nextSteps ? html`<h2>${words.datesHeading}</h2>` : ''}
${receipt.nextSteps ? html`<p>${formFields.ownText(tenant, receipt.nextSteps)}</p>` : ''}
${receipt.clocks.length > 0 ? html`<ul class="clocks">${receipt.clocks.map(clock)}</ul>` : ''}
</div>`,
  )
}
