import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { PageElement } from '../../page/page-element.ts'
import en from '../../texts/en/spoken.json'
import id from '../../texts/id/spoken.json'

type Spoken = NonNullable<CaseView['spoken']>
type Transcript = NonNullable<Spoken['transcript']>

@customElement('spoken-statement')
export class SpokenStatement extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      audio,
      video {
        display: block;
        inline-size: 100%;
        max-block-size: 60dvh;
      }
      blockquote {
        margin: 8px 0 0;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
      p {
        margin-block: 8px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private cannotPlay = false

  override render() {
    const { spoken } = this.case
    if (!spoken) return nothing
    const { transcript, earlier, disguised } = spoken
    const wording = this.spokenWording
    return html`
      ${this.renderPlayer(spoken)}
      ${disguised ? html`<p class="soft small">${wording.disguised}</p>` : nothing}
      ${transcript ? this.renderTranscript(transcript) : html`<p class="soft">${wording.waits}</p>`}
      ${
        earlier.length > 0
          ? html`<details><summary>${wording.earlier}</summary>${earlier.map((one) => this.renderTranscript(one))}</details>`
          : nothing
      }
    `
  }

  private get spokenWording() {
    return this.wording.language === 'id' ? id : en
  }

  private renderPlayer({ file }: Spoken) {
    const wording = this.spokenWording
    const piece = this.case.evidence.find(({ id }) => id === file)
    if (!piece?.available || this.cannotPlay) return html`<p class="soft">${wording.cannotPlay}</p>`
    const address = this.client.address('GET /cases/{number}/evidence/{id}/playing', {
      params: { tenant: this.unit.tenant, number: this.case.number, id: file },
    })
    const failed = () => {
      this.cannotPlay = true
    }
    // Nothing is loaded before somebody plays it, because listening is an act that the access log keeps.
    return piece.shown === 'film'
      ? html`<video class="screen-only" controls preload="none" controlslist="nodownload" src=${address} aria-label=${wording.player} @error=${failed}></video>`
      : html`<audio class="screen-only" controls preload="none" controlslist="nodownload" src=${address} aria-label=${wording.player} @error=${failed}></audio>`
  }

  private renderTranscript({ at, by, text, reply }: Transcript) {
    const { formats } = this.wording
    const wording = this.spokenWording
    const answered = reply && formats.dayAndTime(reply.at)
    return html`
      <p class="prose">${text}</p>
      <p class="soft small">${wording.by({ who: by, at: formats.dayAndTime(at) })} ${
        !answered ? wording.unanswered : reply.text === null ? wording.right({ at: answered }) : nothing
      }</p>
      ${
        answered && reply.text !== null
          ? html`<blockquote>
              <p class="prose">${reply.text}</p>
              <p class="soft small">${wording.corrected({ at: answered })}</p>
            </blockquote>`
          : nothing
      }
    `
  }
}
