import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { formatDate } from '../../element/dates.ts'
import { loadWithWording } from '../../texts/languages.ts'
import { type AskedField, chooseChannels, listFields } from '../draft/asked-fields.ts'
import {
  choosePrivacy,
  findCategory,
  listSteps,
  type StatementName,
  type StepName,
  titleStep,
  toggle,
} from '../draft/draft.ts'
import type { EvidenceChange, EvidenceChanged } from '../evidence/evidence-file.ts'
import { type Form, idOf, listDescriptions, renderProblem } from '../form/form.ts'
import { renderChoiceCards } from '../form/form-parts.ts'
import { renderTextField } from '../form/text-field.ts'

export const renderCategoryStep = (form: Form) =>
  renderChoiceCards(form, {
    name: 'category',
    question: form.wording.category.question,
    hint: form.wording.category.hint,
    choices: form.unit.categories.map(({ code, label, description }) => ({ value: code, label, meaning: description })),
    choose: (category) => form.change({ ...form.draft, category, answers: {} }),
  })

/** Asks who complains, as far as unit and privacy choice require, and how the reporter wants to get notices. */
export function renderIdentityStep(form: Form) {
  const { wording, draft, unit } = form
  const { identity } = wording
  const lead = { anonymous: identity.anonymous, confidential: identity.confidential, named: identity.hint, '': '' }
  return html`
    <p class="lead">${lead[draft.privacy]}</p>
    ${listFields('identity', draft, unit).map((field) => renderTextField(form, field))}
    ${unit.sealing ? form.sealing?.renderSeal(form) : renderChannelOrder(form)}
  `
}

const contacts = ['reporter.phone', 'reporter.email', 'reporter.address'] as const

function renderChannelOrder({ wording, draft, unit, change }: Form) {
  // Without a contact there is nothing to choose.
  if (!contacts.some((name) => draft.texts[name]?.trim())) return nothing
  const offered = unit.form.channels.filter((channel) => draft.privacy !== 'anonymous' || channel !== 'letter')
  return html`
    <fieldset aria-describedby="channels-hint">
      <legend>${wording.identity.channels} <span class="optional">(${wording.optional})</span></legend>
      <p class="hint" id="channels-hint">${wording.identity.channelsHint} ${unit.form.channelNews}</p>
      ${offered.map((channel, at) => {
        const place = draft.channels.indexOf(channel) + 1
        return html`
          <label class="check">
            <input
              type="checkbox"
              id=${at === 0 ? 'reporter-channels' : `channel-${channel}`}
              .checked=${place > 0}
              @change=${() => change({ ...draft, channels: toggle(draft.channels, channel) })}
            />
            <span>${wording.channels[channel]}</span>
            <span class="place" ?hidden=${place === 0}>${wording.identity.place({ place })}</span>
          </label>
        `
      })}
    </fieldset>
  `
}

/** Offers the office's rules and privacy notice behind one line. They are fetched when somebody opens it. */
export const renderPolicyNote = ({ wording, unit, client }: Form) => html`
  <details
    part="privacy-notice"
    @toggle=${() => loadWithWording(import('../policy/index.ts'), unit.language).catch(() => {})}
  >
    <summary>${wording.policy}</summary>
    <aduan-policy .unit=${unit} .client=${client}></aduan-policy>
  </details>
`

export function renderProcedureStep(form: Form) {
  const { wording, unit } = form
  return html`
    ${renderChoiceCards(form, {
      name: 'privacy',
      question: wording.procedure.privacy,
      hint: '',
      choices: unit.privacyChoices.map(({ choice, ...rest }) => ({ value: choice, ...rest })),
      choose: (choice) => form.change(choosePrivacy(form.draft, choice)),
    })}
    ${renderPolicyNote(form)}
  `
}

type Line = readonly [label: string, text: string]

export function renderReviewStep(form: Form, change: (step: StepName) => void) {
  return html`
    ${listSteps(form.unit, form.draft)
      .filter((step) => step !== 'review')
      .map((step) => renderReadBack(form, step, () => change(step)))}
    <aduan-readers .form=${form}></aduan-readers>
    <aduan-personal .form=${form}></aduan-personal>
    ${renderStatement(form, 'statements.truthful', form.wording.review.statement)} ${renderPolicyNote(form)}
  `
}

function renderReadBack(form: Form, step: StepName, change: () => void) {
  const title = step === 'procedure' ? form.wording.procedure.privacy : titleStep(step, form.draft, form.wording)
  const lines = listLines(form, step)
  return html`
    <section class="read-back" part="read-back">
      <h3>${title}</h3>
      <button type="button" class="plain" aria-label="${form.wording.change}: ${title}" @click=${change}>
        ${form.wording.change}
      </button>
      ${lines.map(([label, text]) =>
        label ? html`<dl><dt>${label}</dt><dd class="written">${text}</dd></dl>` : html`<p class="written">${text}</p>`,
      )}
      <p class="hint" ?hidden=${lines.length > 0}>${form.wording.notGiven}</p>
    </section>
  `
}

function listLines({ draft, unit, wording, questions }: Form, step: StepName): Line[] {
  switch (step) {
    case 'procedure': {
      const choice = unit.privacyChoices.find(({ choice }) => choice === draft.privacy)
      return choice ? [['', choice.label]] : []
    }
    case 'category': {
      const category = findCategory(unit, draft)
      return category ? [['', category.label]] : []
    }
    case 'questions':
      return (questions?.listAnswers(draft, unit) ?? []).filter(([, text]) => text)
    case 'evidence':
      return draft.evidence.length > 0 ? draft.evidence.map(({ name }) => ['', name]) : [['', wording.evidence.none]]
    case 'review':
      return []
    case 'story':
    case 'identity': {
      const lines = listFields(step, draft, unit)
        .filter(({ name }) => draft.texts[name]?.trim())
        .map(
          ({ name, kind }): Line => [
            wording.fields[name].label,
            formatText(kind, draft.texts[name]?.trim() ?? '', unit),
          ],
        )
      const channels = chooseChannels(draft, unit).map((channel) => wording.channels[channel])
      return step === 'story' || channels.length === 0
        ? lines
        : [...lines, [wording.fields['reporter.channels'].label, channels.join(' → ')]]
    }
  }
}

const formatText = (kind: AskedField['kind'], text: string, unit: TenantView) =>
  kind === 'day' ? formatDate(text, { ...unit, timeZone: 'UTC' }) : text

function renderStatement({ draft, problems, change }: Form, name: StatementName, text: string) {
  const problem = problems[name]
  return html`
    ${renderProblem(name, problem)}
    <label class="check">
      <input
        type="checkbox"
        id=${idOf(name)}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${listDescriptions(name, '', problem)}
        .checked=${draft.statements.includes(name)}
        @change=${() => change({ ...draft, statements: toggle(draft.statements, name) })}
      />
      <span>${text}</span>
    </label>
  `
}

export function renderStoryStep(form: Form) {
  // Without it the story is written.
  import('./story-parts.ts').catch(() => {})
  return html`
  <p class="lead">${form.wording.story.hint}</p>
  <aduan-aloud .form=${form}></aduan-aloud>
  ${listFields('story', form.draft, form.unit).map((field) => renderTextField(form, field))}
  <aduan-readers .form=${form}></aduan-readers>
`
}

/** Draws the current step. The form draws the evidence part itself, because it outlives its step. */
export function renderStep(form: Form, goTo: (step: StepName) => void) {
  switch (form.draft.step) {
    case 'procedure':
      return renderProcedureStep(form)
    case 'category':
      return renderCategoryStep(form)
    case 'questions':
      return form.questions?.renderQuestions(form)
    case 'story':
      return renderStoryStep(form)
    case 'evidence':
      return nothing
    case 'identity':
      return renderIdentityStep(form)
    case 'review':
      return renderReviewStep(form, goTo)
  }
}

/** How far the evidence part has been fetched. It is fetched on demand, because many file without evidence. */
export type EvidenceLoading = 'idle' | 'loading' | 'ready' | 'failed'

interface EvidencePart {
  readonly loading: EvidenceLoading
  readonly changed: (files: EvidenceChange) => void
}

/**
 * Shows the evidence part, or that it is not here yet. Once it is here it stays in the tree during other steps, so that
 * uploads go on.
 */
export function renderEvidenceStep(form: Form, { loading, changed }: EvidencePart) {
  const { wording, unit, draft, problems } = form
  const shown = draft.step === 'evidence'
  if (!shown && loading !== 'ready') return nothing
  if (loading === 'ready') {
    return html`
      ${renderProblem('evidence', problems.evidence)}
      <aduan-evidence
        id="evidence"
        ?hidden=${!shown}
        .limits=${unit.form.evidence}
        .language=${unit.language}
        .held=${draft.evidence}
        .pending=${draft.pending}
        .secret=${draft.key}
        .client=${form.client}
        @evidence-changed=${({ detail }: EvidenceChanged) => changed(detail)}
      ></aduan-evidence>
    `
  }
  return html`
    <p class="lead">${wording.evidence.lead}</p>
    <div class="note" role="status" ?hidden=${loading !== 'failed'}>${wording.evidence.unavailable}</div>
    <p class="lead">
      <button type="button" aria-disabled=${loading === 'loading' ? 'true' : nothing} @click=${form.loadEvidence}>
        ${loading === 'loading' ? wording.evidence.loading : wording.evidence.add}
      </button>
    </p>
  `
}
