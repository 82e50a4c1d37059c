import './area-board.ts'
import { Task } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseEvidenceView, CaseView } from '../../../service/contract/case-view.ts'
import { problemCode } from '../../api/problems.ts'
import type { Area } from '../../api/wire.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import type { AreaBoard } from './area-board.ts'
import '../../ui/dialog.ts'
import redactionWording from '../../texts/redaction.json'
import { radioField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'

type FileLeaving = CaseEvidenceView['leaves']

const allWays = ['redrawn', 'withheld', 'whole'] as const satisfies readonly FileLeaving[]

const middle = { left: 350, top: 400, width: 300, height: 200 } as const

@customElement('file-redaction')
export class FileRedaction extends LeakFormElement {
  static override styles = [
    LeakFormElement.styles,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) piece: CaseEvidenceView | null = null
  @state() private areas: readonly Area[] = []
  @state() private leaves: FileLeaving = 'whole'
  @state() private page = 1
  @state() private pages = 1
  @state() private chosen = -1
  @query('area-board') private readonly board!: AreaBoard | null
  private readonly shown = new ShownBytes(this)
  /** Those that the case has; others were drawn since. */
  private drawn: readonly Area[] = []
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.piece !== null && this.areas !== this.drawn,
    discard: () => this.giveUp(),
  })

  private readonly kept = new KeptForm(this, () => {
    const { number } = this.case
    return this.piece && { client: this.client, tenant: this.unit.tenant, number, kind: `redaction-${this.piece.id}` }
  })

  private readonly picture = new Task(this, {
    args: () => [this.piece && this.isRedrawable ? this.piece.id : '', this.page] as const,
    task: async ([id, page], { signal }) => {
      if (!id) return ''
      const file = { tenant: this.unit.tenant, number: this.case.number, id }
      const { bytes, pages } = await this.client.file('GET /cases/{number}/evidence/{id}/viewing-copy', {
        params: file,
        query: { uncovered: true, page },
        signal,
      })
      this.pages = pages
      return this.shown.show(bytes)
    },
  })

  private get isRedrawable() {
    return this.piece?.shown === 'picture' || this.piece?.shown === 'pages'
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('piece') || !this.piece) return
    const { redaction, leaves } = this.piece
    this.drawn = redaction?.areas ?? []
    this.areas = this.drawn
    // A person who opens it for a picture wants to cover something.
    this.leaves = this.isRedrawable && !redaction ? 'redrawn' : leaves
    this.page = 1
    this.pages = 1
    this.chosen = -1
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.leaks.clear()
  }

  override explain(error: unknown) {
    if (problemCode(error) === 'case/changed-meanwhile') this.dispatchEvent(new CustomEvent('case-outdated'))
    return super.explain(error)
  }

  override render() {
    const { common } = this.wording
    const wording = redactionWording(this.wording)
    const { piece } = this
    return html`<ui-dialog wide ?open=${piece !== null} close-label=${common.close} @ui-close=${this.close}
      heading=${piece ? (this.isRedrawable ? wording.openFor({ name: piece.name }) : wording.decideFor({ name: piece.name })) : ''}>
      ${piece ? this.renderForm(piece) : nothing}
    </ui-dialog>
    ${this.leaving.render(this.wording)}`
  }

  private renderForm(piece: CaseEvidenceView) {
    const wording = redactionWording(this.wording)
    const { common, acts } = this.wording
    const limit = this.unit.view.form.limits.reason
    const ways = allWays.filter((one) => one !== 'redrawn' || this.isRedrawable)
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="soft small">${wording.intro}</p>
      ${this.kept.render(this.wording)}
      ${this.isRedrawable && this.leaves === 'redrawn' ? this.renderDrawing(piece) : nothing}
      ${radioField({
        name: 'leaves',
        label: wording.ask,
        value: this.leaves,
        options: ways.map((value) => ({ value, label: wording.leaves[value], hint: wording.leavesHint[value] })),
        chosen: (value) => {
          this.leaves = allWays.find((one) => one === value) ?? this.leaves
        },
      })}
      ${textField({
        name: 'because',
        label: wording.because,
        hint: wording.becauseHint,
        rows: 2,
        limit,
        error: this.attempt.errors.because,
      })}
      ${this.leaks.render(this.wording, limit)} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : wording.submit}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  private renderDrawing(piece: CaseEvidenceView) {
    const wording = redactionWording(this.wording)
    return html`
      <p class="small">${wording.draw} <span class="soft">${wording.keys}</span></p>
      ${this.renderLoaded(
        this.picture,
        (src) =>
          src
            ? html`<area-board src=${src} name=${piece.name} page=${this.page} .areas=${this.areas}
                @areas-changed=${this.onAreas} @area-chosen=${this.onChosen}></area-board>`
            : nothing,
        wording.loading,
      )}
      <div class="tools">
        <button type="button" @click=${this.addArea}>${icons.add}${wording.add}</button>
        <button type="button" ?disabled=${!this.areas[this.chosen]} @click=${this.removeChosen}>${icons.remove}${wording.remove}</button>
        ${
          this.pages > 1
            ? html`<button type="button" ?disabled=${this.page === 1} @click=${() => this.turn(-1)}>${icons.left}${wording.before}</button>
              <span class="small" aria-live="polite">${wording.page({ at: this.page, pages: this.pages })}</span>
              <button type="button" ?disabled=${this.page === this.pages} @click=${() => this.turn(1)}>${wording.after}${icons.right}</button>`
            : nothing
        }
      </div>`
  }

  private readonly onAreas = ({ detail }: CustomEvent<readonly Area[]>) => {
    this.areas = detail
  }

  private readonly onChosen = ({ detail }: CustomEvent<number>) => {
    this.chosen = detail
  }

  private readonly addArea = () => {
    this.areas = [...this.areas, { page: this.page, ...middle }]
    this.board?.focusArea(this.areas.length - 1)
  }

  private readonly removeChosen = () => {
    this.areas = this.areas.toSpliced(this.chosen, 1)
    this.chosen = -1
  }

  private turn(by: number) {
    this.page += by
    this.chosen = -1
  }

  private readonly close = () => this.leaving.before(this.giveUp)

  private readonly giveUp = () => {
    this.dispatchEvent(new CustomEvent('redaction-closed'))
  }

  protected async send(written: FormData) {
    const { piece } = this
    if (!piece) return
    const { number, revision } = this.case
    const { leaves, areas } = this
    const file = { tenant: this.unit.tenant, number, id: piece.id }
    await this.kept.send((client) =>
      client.call('POST /cases/{number}/evidence/{id}/redaction', {
        params: file,
        body: {
          ...{ revision, leaves, because: textIn(written, 'because'), ...this.leaks.reasonIn(written) },
          areas: leaves === 'redrawn' ? [...areas] : [],
        },
      }),
    )
    say(this, redactionWording(this.wording).saved)
    this.giveUp()
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }
}
