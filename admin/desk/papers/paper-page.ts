import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { fieldProblems, problemCode } from '../../api/problems.ts'
import type { PaperAct, PaperView, PaperWords } from '../../api/wire.ts'
import { caseAddress, paperAddress } from '../../page/addresses.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import papersWording from '../../texts/papers.json'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { minutesFields, paperLooks, paperText, reportFields } from './paper-fields.ts'

const KEPT = 'words'

function asKept(draft: PaperWords | null): FormData {
  const written = new FormData()
  if (draft) written.set(KEPT, JSON.stringify(draft))
  return written
}

/** The words of a paper as they were kept; those that stand there where they are of another kind. */
function wordsIn(written: FormData, standing: PaperWords | null): PaperWords | null {
  const kept = written.get(KEPT)
  if (typeof kept !== 'string') return standing
  const words: PaperWords = JSON.parse(kept)
  return standing && words.kind !== standing.kind ? standing : words
}

@customElement('paper-page')
export class PaperPage extends PageElement {
  static override styles = [PageElement.styles, fields, paperLooks]

  @property() paper = ''
  @state() private shown: PaperView | null = null
  @state() private draft: PaperWords | null = null
  @state() private isGivingBack = false
  @query('.give-back') private readonly noteForm!: HTMLFormElement
  private readonly kept = new KeptForm(
    this,
    () => {
      const { shown } = this
      return shown && { ...this.where(shown), kind: `paper-${shown.id}`, revision: shown.revision }
    },
    {
      form: '.words',
      read: () => asKept(this.draft),
      show: (written) => {
        this.draft = wordsIn(written, this.draft)
      },
      texts: (written) => {
        const words = wordsIn(written, null)
        return words
          ? html`<details><summary>${papersWording(this.wording).whole}</summary>${paperText(words, this.wording)}</details>`
          : nothing
      },
    },
  )
  private readonly keptNote = new KeptForm(
    this,
    () => this.shown && { ...this.where(this.shown), kind: `paper-back-${this.shown.id}` },
    { form: '.give-back' },
  )
  private readonly attempt = new Attempt(this, (error) => {
    const problems = Object.entries(fieldProblems(error)).map(([path, told]) => [path.replace(/^words\./, ''), told])
    this.attempt.errors = Object.fromEntries(problems)
    void this.updateComplete.then(() => focusFirstError(this.renderRoot))
    return this.explain(error)
  })

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.paper, this.wording.language] as const,
    task: async ([tenant, id], { signal }) =>
      this.take(await this.client.call('GET /papers/{id}', { params: { tenant, id }, signal })),
  })

  override render() {
    const papers = papersWording(this.wording)
    return html`
      ${
        this.shown?.id === this.paper
          ? this.renderPaper(this.shown)
          : this.renderLoaded(this.loading, undefined, papers.loading)
      }
    `
  }

  private renderPaper(paper: PaperView) {
    const papers = papersWording(this.wording)
    const { id, number, kind, paperNumber, state: reached, forCustodians, covered, acts } = paper
    const isWritten = acts.includes('edit') && this.draft !== null
    return html`
      <a class="screen-only" href=${caseAddress(this.unit.tenant, number)}>${papers.back({ number })}</a>
      <div class="spread">
        <h1>${papers.kinds[kind]}</h1>
        <a class="button quiet screen-only" href=${this.client.address('GET /papers/{id}/paper.pdf', { params: { tenant: this.unit.tenant, id } })} target="_blank"
          rel="noopener">${icons.print}${papers.pdf}</a>
      </div>
      <p>${[paperNumber, papers.states[reached]].filter(Boolean).join(' · ')}</p>
      ${forCustodians ? html`<div class="banner warn">${icons.lock}<p>${papers.forCustodiansLong}</p></div>` : nothing}
      ${covered ? html`<div class="banner">${icons.lock}<p>${papers.covered}</p></div>` : nothing}
      ${isWritten && this.draft ? this.renderForm(paper, this.draft) : this.renderRead(paper)}
      ${this.renderPast(paper)}
    `
  }

  private renderForm({ acts }: PaperView, draft: PaperWords) {
    const papers = papersWording(this.wording)
    const scene = { errors: this.attempt.errors, wording: this.wording, write: this.write }
    const handIn =
      acts.find((act) => act === 'finish' || act === 'submit') ?? (draft.kind === 'minutes' ? 'finish' : 'submit')
    return html`<form class="card words" novalidate @submit=${this.onSave}>
      ${this.kept.render(this.wording)}
      <p class="soft small">${papers.writeHint}</p>
      ${draft.kind === 'minutes' ? minutesFields({ ...scene, draft }) : reportFields({ ...scene, draft })}
      ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy || !this.isDirty}>${papers.save}</button>
        <button type="button" ?disabled=${this.attempt.isBusy} @click=${() => this.onHandIn(handIn)}>
          ${icons.check}${papers.verbs[handIn]}
        </button>
        ${
          acts.includes('set-aside')
            ? html`<button type="button" class="quiet" ?disabled=${this.attempt.isBusy} @click=${() => this.onAct('set-aside')}>
                ${papers.verbs['set-aside']}
              </button>`
            : nothing
        }
        ${this.isDirty ? html`<span class="soft small">${papers.unsaved}</span>` : nothing}
      </div>
    </form>`
  }

  private renderRead({ words: written, acts }: PaperView) {
    const papers = papersWording(this.wording)
    return html`
      ${this.attempt.render()}
      ${
        acts.length === 0
          ? nothing
          : html`<div class="row screen-only">
              ${acts.map(
                (act, at) => html`<button type="button" class=${at === 0 && act === 'approve' ? 'primary' : ''}
                  ?disabled=${this.attempt.isBusy} @click=${() => this.onAct(act)}>${papers.verbs[act]}</button>`,
              )}
            </div>`
      }
      ${this.isGivingBack ? this.renderGivingBack() : nothing}
      <article class="card read">${paperText(written, this.wording)}</article>
    `
  }

  private renderGivingBack() {
    const { common } = this.wording
    const papers = papersWording(this.wording)
    return html`<form class="card give-back" novalidate @submit=${this.onGiveBack}>
      ${this.keptNote.render(this.wording)}
      ${textField({
        ...{
          name: 'note',
          label: papers.note,
          hint: papers.noteHint,
          rows: 3,
          limit: this.unit.view.form.limits.reason,
        },
        error: this.attempt.errors.note,
      })}
      <div class="row">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${papers.verbs['give-back']}</button>
        <button value="cancel" type="button" class="quiet" @click=${() => {
          this.isGivingBack = false
        }}>${common.cancel}</button>
      </div>
    </form>`
  }

  private renderPast({ history, versions }: PaperView) {
    const { formats } = this.wording
    const papers = papersWording(this.wording)
    return html`<section class="card" aria-labelledby="past">
      <h2 id="past">${papers.history}</h2>
      <ol class="plain small">
        ${history.map(
          ({ at, by, state: reached, note }) => html`<li>
            <strong>${papers.states[reached]}</strong> · ${by} · <span class="soft">${formats.dayAndTime(at)}</span>
            ${note ? html`<br>${note}` : nothing}
          </li>`,
        )}
      </ol>
      ${versions.map(
        ({ at, by, words: written }, place) => html`<details>
          <summary>${papers.version({ place: place + 1, by, at: formats.dayAndTime(at) })}</summary>
          <div class="read">${paperText(written, this.wording)}</div>
        </details>`,
      )}
    </section>`
  }

  private get isDirty(): boolean {
    return this.shown !== null && JSON.stringify(this.draft) !== JSON.stringify(this.shown.words)
  }

  private readonly write = (draft: PaperWords) => {
    this.draft = draft
    this.kept.touch()
  }

  private where({ number }: PaperView) {
    return { client: this.client, tenant: this.unit.tenant, number }
  }

  private take(paper: PaperView | null) {
    this.shown = paper
    this.draft = paper?.words ?? null
    this.attempt.errors = {}
    this.isGivingBack = false
  }

  private onSave(event: Event) {
    event.preventDefault()
    void this.attempt.run(async () => {
      await this.save()
      say(this, papersWording(this.wording).done.edit)
    })
  }

  private async save() {
    const { shown, draft } = this
    if (!shown || !draft || !this.isDirty) return
    const body = { revision: shown.revision, words: draft }
    const { tenant } = this.unit
    try {
      this.take(
        await this.kept.send((client) => client.call('PUT /papers/{id}', { params: { tenant, id: shown.id }, body })),
      )
    } catch (error) {
      // The form shows both, and what was typed goes over what is there now.
      if (problemCode(error) === 'paper/changed-meanwhile')
        this.take(await this.client.call('GET /papers/{id}', { params: { tenant, id: shown.id } }))
      throw error
    }
  }

  /** The draft is saved first, so that it is submitted as it stands here. */
  private onHandIn(act: 'finish' | 'submit') {
    void this.attempt.run(async () => {
      await this.save()
      await this.act(act)
    })
  }

  private onAct(act: PaperAct) {
    if (act === 'edit') return
    if (act === 'give-back') {
      this.isGivingBack = true
      return
    }
    void this.attempt.run(() => this.act(act))
  }

  private async act(act: Exclude<PaperAct, 'edit'>, body: { readonly note?: string } = {}, client = this.client) {
    const { shown, unit } = this
    if (!shown) return
    const after = await client.call(`POST /papers/{id}/${act}`, {
      params: { tenant: unit.tenant, id: shown.id },
      body: { revision: shown.revision, ...body },
    })
    say(this, papersWording(this.wording).done[act])
    if (act === 'correct') return goTo(paperAddress(unit.tenant, after.id))
    this.take(after)
  }

  private onGiveBack(event: Event) {
    event.preventDefault()
    const note = textIn(new FormData(this.noteForm), 'note')
    this.attempt.errors = note === '' ? { note: this.wording.common.required } : {}
    if (note !== '')
      void this.attempt.run(() => this.keptNote.send((client) => this.act('give-back', { note }, client)))
  }
}
