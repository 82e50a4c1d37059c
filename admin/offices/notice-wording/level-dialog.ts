import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WordingList } from '../../../service/contract/unit.ts'
import type { DisclosureLevel } from '../../../service/offices/notice-vocabulary.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import noticeTexts from '../../texts/notice-texts.json'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { radioField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { say } from '../../ui/say.ts'

const levels = ['number_and_link', 'with_status', 'with_content'] as const satisfies readonly DisclosureLevel[]

export class LevelEvent extends CustomEvent<WordingList> {
  constructor(list: WordingList) {
    super('wording-level', { detail: list })
  }
}

@customElement('level-dialog')
export class LevelDialog extends PageElement {
  static override styles = [PageElement.styles, fields, css`:host { display: contents; }`]

  @property({ attribute: false }) channel: NoticeChannel | null = null
  @property() level: DisclosureLevel = 'number_and_link'
  @state() private chosen: DisclosureLevel | null = null
  private readonly attempt = new Attempt(this)

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('channel')) this.chosen = null
  }

  override render() {
    const { vocabulary, common } = this.wording
    const noticeWording = noticeTexts(this.wording)
    const name = this.channel ? vocabulary.noticeChannels[this.channel] : ''
    return html`<ui-dialog ?open=${this.channel !== null} heading=${noticeWording.levelOf({ channel: name })} close-label=${common.close}
      @ui-close=${this.close}>
      <form class="stack" @submit=${this.save}>
        ${this.attempt.render()}
        ${radioField({
          name: 'level',
          label: noticeWording.levelsChoice,
          value: this.chosen ?? this.level,
          options: levels.map((level) => ({
            value: level,
            label: noticeWording.levels[level],
            hint: noticeWording.levelMeanings[level],
          })),
          chosen: (level) => {
            this.chosen = level as DisclosureLevel
          },
        })}
        <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${noticeWording.allow}</button></div>
      </form>
    </ui-dialog>`
  }

  private close() {
    this.dispatchEvent(new CustomEvent('ui-close'))
  }

  private async save(event: Event) {
    event.preventDefault()
    const { channel } = this
    if (!channel) return
    const level = this.chosen ?? this.level
    await this.attempt.run(async () => {
      this.dispatchEvent(
        new LevelEvent(await this.client.call('PUT /wording-level', { params: this.inUnit, body: { channel, level } })),
      )
      say(this, noticeTexts(this.wording).levelSaved({ channel: this.wording.vocabulary.noticeChannels[channel] }))
      this.close()
    })
  }
}
