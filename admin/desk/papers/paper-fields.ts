import { css, html, nothing, type TemplateResult } from 'lit'
import type { HeardAs, MinutesWords, Outcome, PaperWords, ReportWords } from '../../api/wire.ts'
import papersWording from '../../texts/papers.json'
import { selectField, textField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

/** Longest texts, in characters, as the service takes them. */
const limits = { line: 300, short: 2_000, long: 8_000 }
const most = { heard: 12, questions: 60, evidence: 40 }

interface Draft<Kind extends PaperWords> {
  readonly draft: Kind
  readonly errors: FieldErrors
  readonly wording: Wording
  readonly write: (draft: Kind) => void
}

const changeEntry = <T>(list: readonly T[], at: number, entry: T | null): T[] =>
  list.flatMap((one, place) => (place !== at ? [one] : entry === null ? [] : [entry]))

interface Entries<T> {
  readonly label: string
  readonly add: string
  readonly most: number
  readonly list: readonly T[]
  readonly blank: T
  readonly error: string | undefined
  readonly name: (values: { readonly place: number }) => string
  readonly fields: (entry: T, place: number, change: (entry: T) => void) => TemplateResult
  readonly write: (list: T[]) => void
}

/** Several of a kind, each with a way to take it out, and one to add another. */
function entries<T>(of: Entries<T>, wording: Wording) {
  const papers = papersWording(wording)
  const { list, write } = of
  return html`<fieldset class="entries">
    <legend>${of.label}</legend>
    ${of.error ? html`<p class="error">${icons.alert}${of.error}</p>` : ''}
    ${list.map(
      (entry, at) => html`<div class="entry" role="group" aria-label=${of.name({ place: at + 1 })}>
        <div class="spread">
          <strong>${of.name({ place: at + 1 })}</strong>
          <button type="button" class="quiet" @click=${() => write(changeEntry(list, at, null))}>
            ${papers.remove}<span class="unseen"> ${of.name({ place: at + 1 })}</span></button>
        </div>
        ${of.fields(entry, at, (after) => write(changeEntry(list, at, after)))}
      </div>`,
    )}
    <div>
      <button type="button" ?disabled=${list.length >= of.most} @click=${() => write([...list, of.blank])}>
        ${icons.add}${of.add}
      </button>
    </div>
  </fieldset>`
}

export function minutesFields({ draft, errors, wording, write }: Draft<MinutesWords>) {
  const { common } = wording
  const papers = papersWording(wording)
  const optional = common.optional
  const roles = Object.entries(papers.heardAs).map(([value, label]) => ({ value, label }))
  return html`
    <div class="pair">
      ${textField({
        ...{ name: 'heldOn', label: papers.heldOn, type: 'date', value: draft.heldOn ?? '', error: errors.heldOn },
        written: (value) => write({ ...draft, heldOn: value || null }),
      })}
      ${textField({
        ...{ name: 'heldAt', label: papers.heldAt, optional, type: 'time', value: draft.heldAt ?? '' },
        written: (value) => write({ ...draft, heldAt: value || null }),
      })}
    </div>
    ${textField({
      ...{ name: 'place', label: papers.place, value: draft.place, limit: limits.line, error: errors.place },
      written: (place) => write({ ...draft, place }),
    })}
    ${entries<MinutesWords['heard'][number]>(
      {
        ...{ label: papers.heard, add: papers.addHeard, most: most.heard, list: draft.heard, error: errors.heard },
        blank: { name: '', position: '', as: 'official' },
        name: papers.heardOne,
        write: (heard) => write({ ...draft, heard }),
        fields: (one, at, change) => html`<div class="three">
          ${textField({
            ...{ name: `heard-${at}`, label: papers.name, value: one.name, limit: limits.line },
            error: errors[`heard.${at}.name`],
            written: (name) => change({ ...one, name }),
          })}
          ${textField({
            ...{ name: `position-${at}`, label: papers.position, optional, value: one.position, limit: limits.line },
            written: (position) => change({ ...one, position }),
          })}
          ${selectField({
            ...{ name: `as-${at}`, label: papers.as, options: roles, value: one.as },
            chosen: (as) => change({ ...one, as: as as HeardAs }),
          })}
        </div>`,
      },
      wording,
    )}
    ${entries(
      {
        ...{ label: papers.questions, add: papers.addQuestion, most: most.questions, list: draft.questions },
        error: errors.questions,
        blank: { question: '', answer: '' },
        name: papers.questionOne,
        write: (questions) => write({ ...draft, questions }),
        fields: (one, at, change) => html`
          ${textField({
            ...{ name: `question-${at}`, label: papers.question, rows: 2, value: one.question, limit: limits.short },
            error: errors[`questions.${at}.question`],
            written: (question) => change({ ...one, question }),
          })}
          ${textField({
            ...{ name: `answer-${at}`, label: papers.answer, optional, rows: 2, value: one.answer },
            limit: limits.short,
            written: (answer) => change({ ...one, answer }),
          })}
        `,
      },
      wording,
    )}
    ${textField({
      ...{ name: 'shown', label: papers.shown, optional, rows: 3, value: draft.shown, limit: limits.short },
      written: (shown) => write({ ...draft, shown }),
    })}
    ${textField({
      ...{ name: 'remarks', label: papers.remarks, optional, rows: 3, value: draft.remarks, limit: limits.short },
      written: (remarks) => write({ ...draft, remarks }),
    })}
  `
}

export function reportFields({ draft, errors, wording, write }: Draft<ReportWords>) {
  const { common, vocabulary } = wording
  const papers = papersWording(wording)
  const optional = common.optional
  const area = (
    name: 'basis' | 'method' | 'findings' | 'conclusion' | 'recommendation',
    label: string,
    rows: number,
    limit: number,
    isOptional = false,
  ) =>
    textField({
      ...{ name, label, rows, limit, value: draft[name], error: errors[name] },
      ...(isOptional && { optional }),
      written: (value) => write({ ...draft, [name]: value }),
    })
  const day = (name: 'from' | 'to', label: string) =>
    textField({
      ...{ name, label, optional, type: 'date', value: draft[name] ?? '', error: errors[name] },
      written: (value) => write({ ...draft, [name]: value || null }),
    })
  return html`
    ${area('basis', papers.basis, 2, limits.short, true)}
    <div class="pair">${day('from', papers.from)}${day('to', papers.to)}</div>
    ${area('method', papers.method, 3, limits.short, true)}
    ${entries(
      {
        ...{ label: papers.evidence, add: papers.addEvidence, most: most.evidence, list: draft.evidence },
        error: errors.evidence,
        blank: { what: '', shows: '' },
        name: papers.evidenceOne,
        write: (evidence) => write({ ...draft, evidence }),
        fields: (one, at, change) => html`
          ${textField({
            ...{ name: `what-${at}`, label: papers.what, value: one.what, limit: limits.line },
            error: errors[`evidence.${at}.what`],
            written: (what) => change({ ...one, what }),
          })}
          ${textField({
            ...{ name: `shows-${at}`, label: papers.shows, optional, rows: 2, value: one.shows, limit: limits.short },
            written: (shows) => change({ ...one, shows }),
          })}
        `,
      },
      wording,
    )}
    ${area('findings', papers.findings, 8, limits.long)} ${area('conclusion', papers.conclusion, 4, limits.long)}
    ${selectField({
      ...{ name: 'outcome', label: papers.outcome, value: draft.outcome ?? '', error: errors.outcome },
      options: [
        { value: '', label: common.choose },
        ...Object.entries(vocabulary.outcomes).map(([value, label]) => ({ value, label })),
      ],
      chosen: (value) => write({ ...draft, outcome: (value || null) as Outcome | null }),
    })}
    ${area('recommendation', papers.recommendation, 4, limits.long)}
  `
}

export const paperLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  form,
  .read {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-inline-size: 860px;
  }
  .pair,
  .three {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 12px;
  }
  .entries {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .entries > legend {
    margin-block-end: 8px;
    padding: 0;
    font-weight: 650;
  }
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px 16px 16px;
    border-radius: var(--radius);
    background: var(--paper);
  }
  @media (min-width: 641px) {
    form > .actions {
      position: sticky;
      inset-block-end: var(--below, 0px);
      margin: 0 -24px -20px;
      padding: 12px 24px;
      border-radius: 0 0 var(--radius-large) var(--radius-large);
      background: var(--surface);
      box-shadow: 0 -1px 0 var(--line);
    }
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
  }
  .read section {
    display: grid;
    gap: 4px;
  }
  .read h2 {
    font-size: var(--size-body);
  }
  .read ol {
    display: grid;
    gap: 12px;
  }
`

const part = (heading: string, text: string) =>
  text === '' ? nothing : html`<section><h2>${heading}</h2><p class="prose">${text}</p></section>`

const fact = (label: string, value: string) =>
  value === '' ? nothing : html`<div><dt class="soft small">${label}</dt><dd>${value}</dd></div>`

export const paperText = (words: PaperWords, wording: Wording) =>
  words.kind === 'minutes' ? minutesText(words, wording) : reportText(words, wording)

function minutesText({ heldOn, heldAt, place, heard, questions, shown, remarks }: MinutesWords, wording: Wording) {
  const { formats } = wording
  const papers = papersWording(wording)
  return html`
    <dl class="facts">
      ${fact(papers.heldOn, heldOn ? formats.longDay(heldOn) : '')} ${fact(papers.heldAt, heldAt ?? '')}
      ${fact(papers.place, place)}
    </dl>
    <section>
      <h2>${papers.heard}</h2>
      <ul>
        ${heard.map(({ name, position, as }) => html`<li>${[name, position, papers.heardAs[as]].filter(Boolean).join(' · ')}</li>`)}
      </ul>
    </section>
    <section>
      <h2>${papers.questions}</h2>
      <ol>
        ${questions.map(
          ({ question, answer }) =>
            html`<li><p class="prose"><strong>${question}</strong></p><p class="prose">${answer}</p></li>`,
        )}
      </ol>
    </section>
    ${part(papers.shown, shown)} ${part(papers.remarks, remarks)}
  `
}

function reportText(report: ReportWords, wording: Wording) {
  const { formats, vocabulary } = wording
  const papers = papersWording(wording)
  const { basis, from, to, method, evidence, findings, conclusion, outcome, recommendation } = report
  return html`
    <dl class="facts">
      ${fact(papers.from, from ? formats.longDay(from) : '')} ${fact(papers.to, to ? formats.longDay(to) : '')}
      ${fact(papers.outcome, outcome ? vocabulary.outcomes[outcome] : '')}
    </dl>
    ${part(papers.basis, basis)} ${part(papers.method, method)}
    ${
      evidence.length === 0
        ? nothing
        : html`<section>
            <h2>${papers.evidence}</h2>
            <ol>${evidence.map(({ what, shows }) => html`<li><strong>${what}</strong><p class="prose">${shows}</p></li>`)}</ol>
          </section>`
    }
    ${part(papers.findings, findings)} ${part(papers.conclusion, conclusion)}
    ${part(papers.recommendation, recommendation)}
  `
}
