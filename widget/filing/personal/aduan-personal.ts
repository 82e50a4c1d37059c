import { html, nothing } from 'lit/html.js'
import { storyFields } from '../../../service/case/shape/story-fields.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { findInField, replaceWords } from '../../../service/offices/names/find-personal-words.ts'
import type { OwnWords, PersonalWords } from '../../../service/offices/names/personal-words.ts'
import { base } from '../../element/base-styles.ts'
import { css } from '../../element/theme.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'
import type { Wording } from '../../texts/languages.ts'
import personalWording from '../../texts/personal.json'

import { type Draft, findCategory } from '../draft/draft.ts'
import type { Form } from '../form/form.ts'

type FieldKind = Parameters<typeof findInField>[0]

/** A text of the draft in which somebody may be named, and how another text takes its place. */
interface WrittenField {
  readonly label: string
  readonly kind: FieldKind
  readonly text: string
  readonly replace: (draft: Draft, text: string) => Draft
}

/** Words that may give somebody away, in their field. */
export interface FoundInField extends WrittenField {
  readonly words: PersonalWords
}

const ownOf = ({ texts }: Draft): OwnWords => ({
  name: texts['reporter.name'],
  onBehalfOf: texts['reporter.onBehalfOf'],
  address: texts['reporter.address'],
  phone: texts['reporter.phone'],
  email: texts['reporter.email'],
})

function listWritten(draft: Draft, unit: TenantView, wording: Wording): WrittenField[] {
  const given = storyFields.flatMap(({ name, kind, limit }): WrittenField[] => {
    if (kind === 'day') return []
    return [
      {
        label: wording.fields[name].label,
        kind: limit === 'place' ? 'place' : kind,
        text: draft.texts[name] ?? '',
        replace: (before, text) => ({ ...before, texts: { ...before.texts, [name]: text } }),
      },
    ]
  })
  const answered = (findCategory(unit, draft)?.questions ?? []).flatMap(({ code, kind, label }): WrittenField[] => {
    if (kind !== 'text' && kind !== 'place' && kind !== 'person') return []
    const answer = draft.answers?.[code]
    return [
      {
        label,
        kind,
        text: answer?.texts[0] ?? '',
        replace: (before, text) => ({
          ...before,
          answers: { ...before.answers, [code]: { ...before.answers?.[code], texts: [text] } },
        }),
      },
    ]
  })
  return [...given, ...answered]
}

/** Finds what in the story and the answers tells who somebody is. Nothing leaves the browser for it. */
export function findInDraft(draft: Draft, unit: TenantView, wording: Wording): FoundInField[] {
  const own = ownOf(draft)
  return listWritten(draft, unit, wording).flatMap((field) =>
    findInField(field.kind, field.text, own).map((words) => ({ ...field, words })),
  )
}

export function replaceInDraft(
  draft: Draft,
  found: readonly FoundInField[],
  other: Readonly<Record<PersonalWords['kind'], string>>,
): Draft {
  const fields = new Map(found.map((field) => [field.label, field]))
  return [...fields.values()].reduce((changed, { label, text, replace }) => {
    const words = found.filter((one) => one.label === label).map((one) => one.words)
    return replace(
      changed,
      replaceWords(text, words, (kind) => other[kind]),
    )
  }, draft)
}

export const personalStyles = css`
  :host {
    margin-bottom: 1.25rem;
  }
  section {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
  }
  ul {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    list-style: none;
    width: 100%;
  }
  li {
    border-top: 1px solid var(--_line);
    padding-top: 0.5rem;
  }
  .where {
    display: block;
    font-size: 0.9375rem;
    color: var(--_muted);
  }
  mark {
    background: none;
    color: inherit;
    font-weight: 600;
    text-decoration: underline wavy var(--_accent);
    text-underline-offset: 0.25em;
  }
  .done:empty {
    display: none;
  }
`

// They come with the part, because the words of all other parts would weigh more than these in three languages.

/**
 * Shows before sending which words may tell who the reporter or somebody else is, and offers to replace them. It looks
 * in the browser, and sends nothing. Stays inside the widget.
 */
export class AduanPersonal extends WidgetElement {
  static override styles = [base, personalStyles]

  @reactive form!: Form

  @reactive private replaced = 0

  #found: readonly FoundInField[] = []

  get #wording() {
    return personalWording(this.form.unit)
  }

  protected override willUpdate(changed: Changed) {
    const { draft, unit, wording } = this.form
    if (changed.has('form')) this.#found = findInDraft(draft, unit, wording)
  }

  protected override render() {
    const wording = this.#wording
    return html`
      ${this.#found.length > 0 ? this.#renderFound() : nothing}
      <p class="done" role="status">${this.replaced > 0 ? wording.replaced({ count: this.replaced }) : nothing}</p>
      ${
        this.form.draft.evidence.some(({ name }) => /\.(?:jpe?g|png|webp|heic|avif|gif|mp4|mov|webm)$/i.test(name))
          ? html`<p class="hint">${wording.pictures}</p>`
          : nothing
      }
    `
  }

  #renderFound() {
    const wording = this.#wording
    const found = this.#found
    return html`
      <section class="note" aria-labelledby="personal">
        <h3 id="personal" tabindex="-1">${wording.title}</h3>
        <p>${wording.lead}</p>
        <ul>
          ${found.map((one) => this.#renderOne(one))}
        </ul>
        ${
          found.length > 1
            ? html`<button type="button" @click=${() => this.#replace(found)}>${wording.replaceAll({ count: found.length })}</button>`
            : nothing
        }
        <p class="hint">${wording.keep}</p>
      </section>
    `
  }

  #renderOne(one: FoundInField) {
    const wording = this.#wording
    const { start, end, kind, isOwn } = one.words
    const words = one.text.slice(start, end)
    const before = one.text.slice(Math.max(0, start - 30), start)
    const after = one.text.slice(end, end + 20)
    return html`
      <li>
        <p>
          <span class="where">${one.label}: ${isOwn ? wording.own[kind] : wording.kinds[kind]}</span>
          <span class="quote">${start > 30 ? '…' : ''}${before}<mark>${words}</mark>${after}${end + 20 < one.text.length ? '…' : ''}</span>
        </p>
        <button type="button" class="plain" aria-label=${wording.replaceThis({ words, other: wording.other[kind] })} @click=${() => this.#replace([one])}>
          ${wording.replace({ other: wording.other[kind] })}
        </button>
      </li>
    `
  }

  #replace(chosen: readonly FoundInField[]) {
    const { draft, change } = this.form
    this.replaced += chosen.length
    change(replaceInDraft(draft, chosen, this.#wording.other))
    void this.focusOn(this.#found.length > chosen.length ? '#personal' : '.done')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-personal': AduanPersonal
  }
}
