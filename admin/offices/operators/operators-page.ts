import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { InvitedOperatorView, OperatorListView } from '../../../service/contract/staff.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { consoleLooks } from '../../page/console-looks.ts'
import consoleWording from '../../texts/console.json'
import { say } from '../../ui/say.ts'
import './invite-operator-form.ts'

type Operator = OperatorListView['items'][number]

@customElement('operators-page')
export class OperatorsPage extends PageElement {
  static override styles = [PageElement.styles, consoleLooks]

  @state() private isInviting = false
  @state() private setUpUrl: string | null = null
  @state() private leaving: Operator | null = null
  @state() private changed: OperatorListView | undefined

  private readonly attempt = new Attempt(this)

  private readonly list = new Task(this, {
    args: () => [] as const,
    task: (_, { signal }) => this.client.call('GET /operator/operators', { signal }),
  })

  override render() {
    const { app } = this.wording
    const { operators } = consoleWording(this.wording)
    const list = this.changed ?? this.list.value
    return html`
      <div class="spread">
        <div>
          <h1>${app.operators}</h1>
          <p class="soft">${operators.intro}</p>
        </div>
        <button class="primary" @click=${this.openInvitation}>${icons.add}${operators.invite}</button>
      </div>
      ${this.leaving ? nothing : this.attempt.render()}
      ${
        list
          ? html`<ul class="plain" aria-label=${app.operators}>${list.items.map((one) => this.renderOne(one))}</ul>`
          : this.renderLoaded(this.list, undefined, operators.loading)
      }
      ${this.renderInvitation()} ${this.renderRemoval()}
    `
  }

  private renderOne(one: Operator) {
    const { staff, vocabulary } = this.wording
    const { operators } = consoleWording(this.wording)
    const { name, email, state: condition, isSelf } = one
    return html`<li class="spread">
      <div>
        <strong>${name}</strong>${isSelf ? html` <span class="soft">(${staff.you})</span>` : nothing}
        <p class="soft small">${email}</p>
        ${condition === 'invited' ? html`<p class="small">${vocabulary.staffStates.invited}</p>` : nothing}
      </div>
      <div class="row">
        ${
          condition === 'invited'
            ? html`<button aria-label=${operators.newLinkFor({ name })} ?disabled=${this.attempt.isBusy} @click=${() => this.inviteAgain(one)}>${operators.newLink}</button>`
            : nothing
        }
        ${isSelf ? nothing : html`<button class="quiet only-icon" aria-label=${operators.removeOf({ name })} @click=${() => this.askToRemove(one)}>${icons.remove}</button>`}
      </div>
    </li>`
  }

  private renderInvitation() {
    const { staff, common } = this.wording
    const { operators } = consoleWording(this.wording)
    return html`<ui-dialog ?open=${this.isInviting || this.setUpUrl !== null} heading=${operators.invite} close-label=${common.close} @ui-close=${this.close}>
      ${
        this.setUpUrl
          ? html`<div class="stack">
              <div class="banner ok" role="status">${icons.check}<p>${operators.linkText}</p></div>
              <ui-one-time-link address=${this.setUpUrl} label=${staff.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
            </div>`
          : this.isInviting
            ? html`<invite-operator-form @operator-invited=${({ detail }: CustomEvent<InvitedOperatorView>) => this.showLink(detail)}></invite-operator-form>`
            : nothing
      }
    </ui-dialog>`
  }

  private renderRemoval() {
    const { common } = this.wording
    const { operators } = consoleWording(this.wording)
    const { leaving } = this
    return html`<ui-dialog ?open=${leaving !== null} heading=${operators.removeHeading({ name: leaving?.name ?? '' })} close-label=${common.close} @ui-close=${this.close}>
      ${
        leaving
          ? html`<div class="stack">
              <p>${operators.removeText}</p>
              ${this.attempt.render()}
              <div class="row">
                <button class="danger filled" ?disabled=${this.attempt.isBusy} @click=${() => this.removeFor(leaving)}>${operators.remove}</button>
                <button value="cancel" class="quiet" @click=${this.close}>${common.cancel}</button>
              </div>
            </div>`
          : nothing
      }
    </ui-dialog>`
  }

  private openInvitation() {
    this.isInviting = true
  }

  private askToRemove(one: Operator) {
    this.attempt.refusal = ''
    this.leaving = one
  }

  private close() {
    this.isInviting = false
    this.setUpUrl = null
    this.leaving = null
  }

  private showLink({ setUpUrl, ...list }: InvitedOperatorView) {
    this.changed = list
    this.setUpUrl = setUpUrl
  }

  private inviteAgain({ name, email }: Operator) {
    return this.attempt.run(async () =>
      this.showLink(await this.client.call('POST /operator/operators', { body: { name, email } })),
    )
  }

  private removeFor({ id, name }: Operator) {
    return this.attempt.run(async () => {
      this.changed = await this.client.call('DELETE /operator/operators/{id}', { params: { id } })
      this.close()
      say(this, consoleWording(this.wording).operators.removed({ name }))
    })
  }
}
