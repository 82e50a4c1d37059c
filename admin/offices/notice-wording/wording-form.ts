import { html, nothing, type TemplateResult } from 'lit'
import type { TriedWording, WordingView } from '../../../service/contract/wording.ts'
import type { WrittenWording } from '../../api/wire.ts'
import type { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import type { Words } from '../../wording/wording.ts'

interface FormScene {
  readonly view: WordingView
  readonly draft: WrittenWording
  readonly preview: TriedWording
  readonly isDirty: boolean
  readonly keepWords: boolean
  readonly words: Words
  readonly attempt: Attempt
  write(changes: Partial<WrittenWording>): void
  insert(place: string): Promise<void>
  means(isMeant: boolean): void
  raise(): void
  discard(): void
  save(): Promise<void>
  useOurs(): Promise<void>
}

const LONGEST_SUBJECT = 400
const LONGEST_TEXT = 20_000

/** Where the words are written, with the places to insert and what is wrong with them. */
export function renderForm(scene: FormScene): TemplateResult {
  const { view, draft, isDirty, attempt, words, write, save } = scene
  const { wording } = words
  const submit = (event: Event) => {
    event.preventDefault()
    void save()
  }
  return html`<form class="card" novalidate @submit=${submit}>
    ${view.isOwn || isDirty ? nothing : html`<p class="soft">${wording.isOurs}</p>`}
    ${attempt.render()}
    ${
      view.hasSubject
        ? textField({
            name: 'subject',
            label: wording.subject,
            value: draft.subject,
            limit: LONGEST_SUBJECT,
            error: errorOf(scene, 'subject'),
            written: (subject) => write({ subject }),
          })
        : nothing
    }
    ${textField({
      name: 'text',
      label: wording.text,
      hint: view.channel === 'letter' ? `${wording.textHint} ${wording.letterHint}` : wording.textHint,
      rows: view.channel === 'sms' ? 5 : 16,
      value: draft.text,
      limit: LONGEST_TEXT,
      error: errorOf(scene, 'text'),
      written: (text) => write({ text }),
    })}
    ${renderPlaces(scene)} ${renderBeyond(scene)} ${renderTelling(scene)} ${renderActions(scene)}
  </form>`
}

const errorOf = ({ preview, words }: FormScene, path: 'subject' | 'text'): string | undefined =>
  preview.problems
    .filter((problem) => problem.path === path)
    .map(({ message, words: meant }) => (meant ? words.wording.problem(message, meant) : message))
    .join(' ') || undefined

function renderPlaces({ view, words: { wording }, insert }: FormScene) {
  const ranks = Object.keys(wording.levels)
  const isLocked = (level: string) => ranks.indexOf(level) > ranks.indexOf(view.level)
  return html`<div class="field" role="group" aria-labelledby="places">
    <span class="legend" id="places">${wording.insert}</span>
    <div class="places">
      ${view.places.map(({ place, written, level, required }) => {
        const name = wording.places[place]
        const why = isLocked(level) ? wording.locked(wording.levels[level]) : required ? wording.required : ''
        return html`<button type="button" title=${why || nothing}
          aria-label="${wording.insertOne(name)}${why ? ` (${why})` : ''}" @click=${() => insert(written)}>
          ${isLocked(level) ? icons.lock : icons.add}${name}
        </button>`
      })}
    </div>
  </div>`
}

function renderBeyond({ view, preview: { beyond }, words, raise }: FormScene) {
  if (beyond.length === 0) return nothing
  const { wording, vocabulary, formats } = words
  const told = wording.beyond(formats.list(beyond), vocabulary.noticeChannels[view.channel], wording.levels[view.level])
  return html`<div class="banner danger" role="alert">${icons.lock}<div class="stack">
    <p>${told}</p>
    <div><button type="button" @click=${raise}>${wording.raise}</button></div>
  </div></div>`
}

function renderTelling({ preview: { telling }, words: { wording, formats }, keepWords, means }: FormScene) {
  if (telling.length === 0) return nothing
  const found = formats.list(telling.map(({ kind, words }) => `${wording.tellingKinds[kind]} “${words}”`))
  return html`<div class="banner warn" role="alert">${icons.shield}<div class="stack">
    <p>${wording.telling(found)}</p>
    <label class="choice"><input type="checkbox" .checked=${keepWords}
      @change=${(event: Event) => means((event.target as HTMLInputElement).checked)}><span>${wording.keepWords}</span></label>
  </div></div>`
}

function renderActions({ view, isDirty, attempt, words: { wording }, discard, useOurs }: FormScene) {
  return html`<div class="actions">
    <button class="primary" ?disabled=${attempt.isBusy || !isDirty}>${wording.save}</button>
    ${isDirty ? html`<button type="button" class="quiet" @click=${discard}>${wording.discard}</button>` : nothing}
    ${
      view.isOwn
        ? html`<button type="button" class="quiet" ?disabled=${attempt.isBusy} @click=${useOurs}>${icons.history}${wording.useOurs}</button>`
        : nothing
    }
  </div>`
}
