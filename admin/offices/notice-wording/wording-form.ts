import { html, nothing, type TemplateResult } from 'lit'
import type { TriedWording, WordingView } from '../../../service/contract/wording.ts'
import type { WrittenWording } from '../../api/wire.ts'
import type { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { noticeTexts } from '../../wording/notice-texts.ts'
import type { Wording } from '../../wording/wording.ts'

interface FormScene {
  readonly view: WordingView
  readonly draft: WrittenWording
  readonly preview: TriedWording
  readonly isDirty: boolean
  readonly keepWords: boolean
  readonly wording: Wording
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

/** The form for the text, with the places to insert and what is wrong with it. */
export function renderForm(scene: FormScene): TemplateResult {
  const { view, draft, isDirty, attempt, wording, write, save } = scene
  const noticeWording = noticeTexts(wording)
  const submit = (event: Event) => {
    event.preventDefault()
    void save()
  }
  return html`<form class="card" novalidate @submit=${submit}>
    ${view.isOwn || isDirty ? nothing : html`<p class="soft">${noticeWording.isOurs}</p>`}
    ${attempt.render()}
    ${
      view.hasSubject
        ? textField({
            name: 'subject',
            label: noticeWording.subject,
            value: draft.subject,
            limit: LONGEST_SUBJECT,
            error: errorOf(scene, 'subject'),
            written: (subject) => write({ subject }),
          })
        : nothing
    }
    ${textField({
      name: 'text',
      label: noticeWording.text,
      hint:
        view.channel === 'letter' ? `${noticeWording.textHint} ${noticeWording.letterHint}` : noticeWording.textHint,
      rows: view.channel === 'sms' ? 5 : 16,
      value: draft.text,
      limit: LONGEST_TEXT,
      error: errorOf(scene, 'text'),
      written: (text) => write({ text }),
    })}
    ${renderPlaces(scene)} ${renderBeyond(scene)} ${renderTelling(scene)} ${renderActions(scene)}
  </form>`
}

const errorOf = ({ preview, wording }: FormScene, path: 'subject' | 'text'): string | undefined =>
  preview.problems
    .filter((problem) => problem.path === path)
    .map(({ message, words: meant }) => (meant ? noticeTexts(wording).problem(message, meant) : message))
    .join(' ') || undefined

function renderPlaces({ view, wording, insert }: FormScene) {
  const noticeWording = noticeTexts(wording)
  const ranks = Object.keys(noticeWording.levels)
  const isLocked = (level: string) => ranks.indexOf(level) > ranks.indexOf(view.level)
  return html`<div class="field" role="group" aria-labelledby="places">
    <span class="legend" id="places">${noticeWording.insert}</span>
    <div class="places">
      ${view.places.map(({ place, written, level, required }) => {
        const name = noticeWording.places[place]
        const why = isLocked(level)
          ? noticeWording.locked(noticeWording.levels[level])
          : required
            ? noticeWording.required
            : ''
        return html`<button type="button" title=${why || nothing}
          aria-label="${noticeWording.insertOne(name)}${why ? ` (${why})` : ''}" @click=${() => insert(written)}>
          ${isLocked(level) ? icons.lock : icons.add}${name}
        </button>`
      })}
    </div>
  </div>`
}

function renderBeyond({ view, preview: { beyond }, wording, raise }: FormScene) {
  if (beyond.length === 0) return nothing
  const { vocabulary, formats } = wording
  const noticeWording = noticeTexts(wording)
  const warning = noticeWording.beyond(
    formats.list(beyond),
    vocabulary.noticeChannels[view.channel],
    noticeWording.levels[view.level],
  )
  return html`<div class="banner danger" role="alert">${icons.lock}<div class="stack">
    <p>${warning}</p>
    <div><button type="button" @click=${raise}>${noticeWording.raise}</button></div>
  </div></div>`
}

function renderTelling({ preview: { telling }, wording, keepWords, means }: FormScene) {
  const { formats } = wording
  const noticeWording = noticeTexts(wording)
  if (telling.length === 0) return nothing
  const found = formats.list(telling.map(({ kind, words }) => `${noticeWording.tellingKinds[kind]} “${words}”`))
  return html`<div class="banner warn" role="alert">${icons.shield}<div class="stack">
    <p>${noticeWording.telling(found)}</p>
    <label class="choice"><input type="checkbox" .checked=${keepWords}
      @change=${(event: Event) => means(isTicked(event))}><span>${noticeWording.keepWords}</span></label>
  </div></div>`
}

function renderActions({ view, isDirty, attempt, wording, discard, useOurs }: FormScene) {
  const noticeWording = noticeTexts(wording)
  return html`<div class="actions">
    <button class="primary" ?disabled=${attempt.isBusy || !isDirty}>${noticeWording.save}</button>
    ${isDirty ? html`<button type="button" class="quiet" @click=${discard}>${noticeWording.discard}</button>` : nothing}
    ${
      view.isOwn
        ? html`<button type="button" class="quiet" ?disabled=${attempt.isBusy} @click=${useOurs}>${icons.history}${noticeWording.useOurs}</button>`
        : nothing
    }
  </div>`
}
