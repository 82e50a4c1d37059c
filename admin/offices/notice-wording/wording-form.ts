import { html, nothing, type TemplateResult } from 'lit'
import type { TriedWording, WordingView } from '../../../service/contract/unit.ts'
import type { WrittenWording } from '../../api/wire.ts'
import noticeTexts from '../../texts/notice-texts.json'
import type { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { isTicked } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'

type Version = WordingView['versions'][number]

export function renderVersions(
  { versions, revision }: WordingView,
  wording: Wording,
  takeUp: (text: NonNullable<Version['text']>) => void,
): TemplateResult {
  const noticeWording = noticeTexts(wording)
  return html`<section class="card" aria-labelledby="versions">
    <h2 id="versions">${noticeWording.versions}</h2>
    ${
      versions.length === 0
        ? html`<p class="soft">${noticeWording.noVersions}</p>`
        : html`<ol class="plain versions">${versions.map((one) => renderVersion(one, one.number === revision, wording, takeUp))}</ol>`
    }
  </section>`
}

function renderVersion(
  { number, at, by, text }: Version,
  isUsed: boolean,
  wording: Wording,
  takeUp: (text: NonNullable<Version['text']>) => void,
) {
  const { formats } = wording
  const noticeWording = noticeTexts(wording)
  return html`<li>
    <p><strong>${noticeWording.version({ number })}</strong>${isUsed ? html` <span class="used">${noticeWording.inUse}</span>` : nothing}</p>
    <p class="soft small">${noticeWording.signed({ at: formats.dayAndTime(at), by: by ?? 'none' })}</p>
    ${
      text
        ? html`<details>
            <summary>${noticeWording.show}</summary>
            ${text.subject ? html`<p class="line">${text.subject}</p>` : nothing}
            <p class="prose">${text.text}</p>
            ${isUsed ? nothing : html`<button type="button" @click=${() => takeUp(text)}>${noticeWording.useAgain({ number })}</button>`}
          </details>`
        : html`<p>${noticeWording.versionOurs}</p>`
    }
  </li>`
}

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
    .map(({ message, words: meant }) =>
      meant ? noticeTexts(wording).problem({ message: message.replace(/\.$/, ''), words: meant }) : message,
    )
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
          ? noticeWording.locked({ level: noticeWording.levels[level] })
          : required
            ? noticeWording.required
            : ''
        return html`<button type="button" title=${why || nothing}
          aria-label="${noticeWording.insertOne({ place: name })}${why ? ` (${why})` : ''}" @click=${() => insert(written)}>
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
  const warning = noticeWording.beyond({
    places: formats.list(beyond),
    channel: vocabulary.noticeChannels[view.channel],
    level: noticeWording.levels[view.level],
  })
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
    <p>${noticeWording.telling({ found })}</p>
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

interface Scene {
  readonly view: WordingView
  readonly preview: TriedWording
  readonly office: string
  readonly wording: Wording
  readonly settings: string
}

export function renderPreview(scene: Scene): TemplateResult {
  switch (scene.view.channel) {
    case 'email':
      return renderMail(scene)
    case 'whatsapp':
      return html`${renderPhone(scene, 'whatsapp')}${renderTemplate(scene)}`
    case 'sms':
      return html`${renderPhone(scene, 'sms')}${renderParts(scene)}`
    case 'letter':
      return renderSheet(scene)
  }
}

function renderMail({ preview, office, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  return html`<div class="mail">
    <dl>
      <div><dt>${noticeWording.from}</dt><dd>${office}</dd></div>
      <div><dt>${noticeWording.to}</dt><dd>${noticeWording.toSiti}</dd></div>
    </dl>
    <p class="line">${preview.subject}</p>
    <p class="prose">${preview.text}</p>
  </div>`
}

function renderPhone({ preview, office, wording }: Scene, kind: 'whatsapp' | 'sms') {
  const noticeWording = noticeTexts(wording)
  return html`<div class="phone ${kind}">
    <p class="sender"><strong>${office}</strong><span class="small">${noticeWording.to} ${noticeWording.phone}</span></p>
    <p class="bubble prose">${preview.text}</p>
  </div>`
}

function renderParts({ preview: { sms }, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  if (!sms) return nothing
  return html`<div class="small">
    <p class="parts ${sms.parts > 2 ? 'many' : ''}">${icons.chat}${noticeWording.smsParts({ parts: sms.parts, left: sms.left })}</p>
    ${sms.alphabet === 'wide' ? html`<p class="soft">${noticeWording.smsWide}</p>` : nothing}
  </div>`
}

function renderTemplate({ view: { template }, settings, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  const link = html`<a href=${settings}>${noticeWording.templateSettings}</a>`
  if (!template)
    return html`<div class="banner warn">${icons.clock}<p>${noticeWording.templateMissing} ${link}</p></div>`
  return html`<div class="stack small">
    <p>${icons.clock} ${noticeWording.template({ name: template.name })}</p>
    <ol class="filled">${template.places.map((text) => html`<li>${text}</li>`)}</ol>
    <p>${link}</p>
  </div>`
}

function renderSheet({ preview, office }: Scene) {
  return html`<div class="sheet">
    <p class="head">${office}</p>
    <p class="line">${preview.subject}</p>
    <p class="prose">${preview.text}</p>
  </div>`
}
