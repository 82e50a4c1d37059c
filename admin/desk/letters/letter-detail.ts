import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LetterView } from '../../../service/contract/papers.ts'
import type { ServiceClient } from '../../api/client.ts'
import { problemCode } from '../../api/problems.ts'
import type { EditLetter, LetterAct } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { say } from '../../ui/say.ts'
import { type AskedAct, asksFor, type TakeStep } from './letter-forms.ts'
import './letter-sheet.ts'

const onward: readonly LetterAct[] = ['submit', 'approve', 'print', 'post', 'arrive']

@customElement('letter-detail')
export class LetterDetail extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
      .asking {
        padding: 16px;
        border-radius: var(--radius);
        background: var(--sunk);
      }
      ol {
        display: grid;
        gap: 4px;
      }
      .code {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property() letter = ''
  @state() private shown: LetterView | null = null
  @state() private asking: AskedAct | 'edit' | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.letter, this.wording.language] as const,
    task: async ([tenant, id], { signal }) => {
      this.shown = await this.client.call('GET /letters/{id}', { params: { tenant, id }, signal })
      this.asking = null
    },
  })

  override render() {
    const { letters } = this.wording
    if (this.shown?.id === this.letter) return this.renderLetter(this.shown)
    return this.renderLoaded(this.loading, undefined, letters.loading)
  }

  private renderLetter(letter: LetterView) {
    const { letters } = this.wording
    return html`
      ${letter.obstacle ? html`<div class="banner warn">${icons.alert}<p>${letters.obstacles[letter.obstacle]}</p></div>` : nothing}
      ${this.renderCovered(letter)} ${this.attempt.render()} ${this.renderWhoApproves(letter)} ${this.renderActs(letter)} ${this.asking ? this.renderAsking(letter, this.asking) : nothing}
      ${this.asking === 'edit' ? nothing : html`<letter-sheet .paper=${letter.paper} label=${letters.preview}></letter-sheet>`}
      ${this.renderHistory(letter)}
    `
  }

  private renderCovered({ covered, sha256 }: LetterView) {
    const { letters } = this.wording
    if (!covered) return nothing
    return html`<div class="banner">${icons.lock}<p>${sha256 ? letters.coveredOnScreen : letters.covered}</p></div>`
  }

  /** Names who may approve the letter, where this person may not. */
  private renderWhoApproves({ state: stage, acts, approvers }: LetterView) {
    if (stage !== 'awaiting_approval' || acts.includes('approve')) return nothing
    const names = approvers.map(({ name, position }) => `${name} (${position})`)
    const { approvedBy, approvedByNobody, or } = this.wording.letters
    return html`<p class="soft">${names.length > 0 ? approvedBy({ names: names.join(or) }) : approvedByNobody}</p>`
  }

  private renderActs({ acts }: LetterView) {
    const { verbs } = this.wording.letters
    if (acts.length === 0 || this.asking) return nothing
    const sorted = [...acts].sort((one, other) => Number(onward.includes(other)) - Number(onward.includes(one)))
    return html`<div class="row">
      ${sorted.map(
        (act, at) => html`<button type="button" class=${at === 0 && onward.includes(act) ? 'primary' : ''}
          ?disabled=${this.attempt.isBusy} @click=${() => this.onAct(act)}>${verbs[act]}</button>`,
      )}
    </div>`
  }

  private renderAsking(letter: LetterView, asked: AskedAct | 'edit') {
    const close = () => {
      this.asking = null
    }
    if (asked === 'edit') {
      return html`<letter-form .letter=${letter} .keep=${this.keep} @step-closed=${close}></letter-form>`
    }
    const posted = [{ id: letter.id, name: letter.letterNumber ?? '' }]
    return html`<div class="asking">
      <step-form act=${asked} number=${letter.number} .posted=${posted} .take=${this.take} @step-closed=${close}></step-form>
    </div>`
  }

  private renderHistory({ history, sha256, fingerprint, returned }: LetterView) {
    const { letters, formats } = this.wording
    return html`<section>
      <h3>${letters.history}</h3>
      <ol class="plain small">
        ${history.map(
          ({ at, by, state: reached, note }) => html`<li>
            <strong>${letters.states[reached]}</strong> · ${by} · <span class="soft">${formats.dayAndTime(at)}</span>
            ${reached === 'returned' && returned ? html`<br>${letters.reasons[returned]}` : nothing}
            ${note ? html`<br>${note}` : nothing}
          </li>`,
        )}
      </ol>
      ${sha256 ? html`<p class="soft small">${letters.hash}: <code class="code">${sha256}</code> (${fingerprint})</p>` : nothing}
    </section>`
  }

  private onAct(act: LetterAct) {
    if (act === 'edit' || asksFor(act)) {
      this.asking = act
      return
    }
    const { shown } = this
    if (!shown) return
    void this.attempt.run(async () => {
      if (act === 'print') {
        const { name, bytes } = await this.client.file('POST /letter-prints', {
          params: this.inUnit,
          body: { letters: [shown].map(({ id, revision }) => ({ id, revision })) },
        })
        saveFile(bytes, name)
        return this.changed(
          await this.client.call('GET /letters/{id}', { params: { tenant: this.unit.tenant, id: shown.id } }),
          act,
        )
      }
      this.changed(
        await this.client.call(`POST /letters/{id}/${act}`, {
          params: { tenant: this.unit.tenant, id: shown.id },
          body: { revision: shown.revision },
        }),
        act,
      )
    })
  }

  private readonly keep = async (words: EditLetter, client: ServiceClient) => {
    const { tenant } = this.unit
    try {
      this.changed(await client.call('PUT /letters/{id}', { params: { tenant, id: this.letter }, body: words }), 'edit')
    } catch (error) {
      // The form shows both, and what was typed goes over what is there now.
      if (problemCode(error) === 'letter/changed-meanwhile')
        this.shown = await this.client.call('GET /letters/{id}', { params: { tenant, id: this.letter } })
      throw error
    }
  }

  private readonly take: TakeStep = async (body, courierOf, client) => {
    const { shown, asking } = this
    if (!shown || !asking || asking === 'edit') return
    const whole = { ...body, ...courierOf(shown.id) }
    this.changed(
      await client.call(`POST /letters/{id}/${asking}`, {
        params: { tenant: this.unit.tenant, id: shown.id },
        body: { revision: shown.revision, ...whole },
      }),
      asking,
    )
  }

  private changed(letter: LetterView, act: LetterAct) {
    this.shown = letter
    this.asking = null
    say(this, this.wording.letters.done[act])
    this.dispatchEvent(new CustomEvent('letter-changed', { detail: letter, bubbles: true, composed: true }))
  }
}
