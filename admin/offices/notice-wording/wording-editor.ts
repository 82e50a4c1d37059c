import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { TriedWording, WordingView } from '../../../service/contract/unit.ts'
import { problemCode } from '../../api/problems.ts'
import type { WrittenWording } from '../../api/wire.ts'
import { wordingAddress, wordingsAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import noticeTexts from '../../texts/notice-texts.json'
import { Attempt } from '../../ui/attempt.ts'
import { fields } from '../../ui/fields.ts'
import { say } from '../../ui/say.ts'
import { renderForm, renderPreview, renderVersions } from './wording-form.ts'
import './level-dialog.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { editorLooks, previewLooks } from './wording-looks.ts'

/** Milliseconds without typing after which the text is checked. */
const PAUSE_MS = 300

@customElement('wording-editor')
export class WordingEditor extends PageElement {
  static override styles = [PageElement.styles, fields, editorLooks, previewLooks]

  /** `received.email.id` */
  @property({ attribute: 'wording-id' }) wordingId = ''
  @state() private view: WordingView | null = null
  @state() private draft: WrittenWording = { subject: '', text: '' }
  @state() private preview: TriedWording | null = null
  @state() private keepWords = false
  @state() private isRaising = false
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.isDirty,
    discard: () => this.discard(),
  })
  @query('#text') private readonly area!: HTMLTextAreaElement | null
  private readonly attempt = new Attempt(this)
  private pause: ReturnType<typeof setTimeout> | undefined

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.wordingId, this.wording.language] as const,
    task: async ([tenant, id], { signal }) =>
      this.take(await this.client.call('GET /wording/{id}', { params: { tenant, id }, signal })),
  })

  private readonly looking = new Task(this, {
    autoRun: false,
    task: async ([written]: readonly [WrittenWording], { signal }) => {
      const preview = await this.client.call('POST /wording/{id}/preview', {
        params: { tenant: this.unit.tenant, id: this.wordingId },
        body: written,
        signal,
      })
      if (!signal.aborted) this.preview = preview
    },
  })

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.pause)
  }

  override render() {
    const noticeWording = noticeTexts(this.wording)
    const language = this.wordingId.endsWith('.en') ? 'en' : 'id'
    return html`
      <a href=${wordingsAddress(this.unit.tenant, language)}>${noticeWording.back}</a>
      ${
        this.view?.id === this.wordingId && this.preview
          ? this.renderAll(this.view, this.preview)
          : this.renderLoaded(this.loading, undefined, noticeWording.loading)
      }
      ${this.leaving.render(this.wording)}
    `
  }

  private renderAll(view: WordingView, preview: TriedWording) {
    const { notices } = this.wording
    const noticeWording = noticeTexts(this.wording)
    const scene = {
      view,
      preview,
      wording: this.wording,
      office: this.unit.view.name,
      settings: `/admin/${encodeURIComponent(this.unit.tenant)}/settings`,
    }
    return html`
      <div class="spread">
        <h1>${notices.settings.events[view.event]}</h1>
        ${this.renderSwitch(view)}
      </div>
      <div class="layout">
        <div class="stack">
          ${renderForm({
            ...scene,
            draft: this.draft,
            isDirty: this.isDirty,
            keepWords: this.keepWords,
            attempt: this.attempt,
            write: this.write,
            insert: this.insert,
            means: this.means,
            raise: this.raise,
            discard: this.discard,
            save: this.save,
            useOurs: this.useOurs,
          })}
        </div>
        <section class="card preview" aria-labelledby="preview" aria-live="polite">
          <div><h2 id="preview">${noticeWording.preview}</h2><p class="soft small">${noticeWording.previewText}</p></div>
          ${renderPreview(scene)}
        </section>
      </div>
      ${renderVersions(view, this.wording, this.takeUp)}
      <level-dialog .channel=${this.isRaising ? view.channel : null} level=${preview.needs}
        @wording-level=${this.onLevel} @ui-close=${this.lowered}></level-dialog>
    `
  }

  private renderSwitch({ event, channel, language, channels }: WordingView) {
    const { vocabulary } = this.wording
    const noticeWording = noticeTexts(this.wording)
    const to = (parts: string[], label: string, isHere: boolean) =>
      html`<a href=${wordingAddress(this.unit.tenant, parts.join('.'))} aria-current=${isHere ? 'page' : nothing}>${label}</a>`
    return html`<div class="row">
      <nav class="switch" aria-label=${noticeWording.channels}>
        ${channels.map((one) => to([event, one, language], vocabulary.noticeChannels[one], one === channel))}
      </nav>
      <nav class="switch" aria-label=${noticeWording.language}>
        ${(['id', 'en'] as const).map((one) => to([event, channel, one], noticeWording.languages[one], one === language))}
      </nav>
    </div>`
  }

  private get isDirty(): boolean {
    const { view, draft } = this
    return view !== null && (view.subject !== draft.subject || view.text !== draft.text)
  }

  private take(view: WordingView) {
    this.view = view
    this.draft = { subject: view.subject, text: view.text }
    this.preview = view.preview
    this.keepWords = false
  }

  private readonly write = (changes: Partial<WrittenWording>) => {
    this.draft = { ...this.draft, ...changes }
    this.keepWords = false
    clearTimeout(this.pause)
    this.pause = setTimeout(() => void this.looking.run([this.draft]), PAUSE_MS)
  }

  private readonly insert = async (place: string) => {
    const { area } = this
    if (!area) return
    const from = area.selectionStart
    area.setRangeText(place, from, area.selectionEnd, 'end')
    this.write({ text: area.value })
    await this.updateComplete
    area.focus()
    area.setSelectionRange(from + place.length, from + place.length)
  }

  private readonly means = (isMeant: boolean) => {
    this.keepWords = isMeant
  }

  private readonly raise = () => {
    this.isRaising = true
  }

  private lowered() {
    this.isRaising = false
  }

  private async onLevel() {
    const { draft } = this
    await this.loading.run()
    this.write(draft)
  }

  private readonly takeUp = (text: WrittenWording) => {
    this.write(text)
    say(this, noticeTexts(this.wording).takenUp)
    this.area?.focus()
  }

  private readonly discard = () => {
    clearTimeout(this.pause)
    if (this.view) this.take(this.view)
  }

  private readonly save = () => this.choose(this.draft, noticeTexts(this.wording).saved)
  private readonly useOurs = () => this.choose(null, noticeTexts(this.wording).backToOurs)

  private async choose(text: WrittenWording | null, done: string) {
    const { view, keepWords } = this
    if (!view) return
    clearTimeout(this.pause)
    await this.attempt.run(async () => {
      const { tenant } = this.unit
      try {
        this.take(
          await this.client.call('PUT /wording/{id}', {
            params: { tenant, id: view.id },
            body: { revision: view.revision, text, keepWords },
          }),
        )
        say(this, done)
      } catch (error) {
        if (problemCode(error) === 'wording/changed-meanwhile')
          this.view = await this.client.call('GET /wording/{id}', { params: { tenant, id: view.id } })
        else await this.looking.run([this.draft])
        throw error
      }
    })
  }
}
