import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WordingList } from '../../../service/contract/unit.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { NoticeChannel } from '../../api/wire.ts'
import { wordingAddress, wordingsAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import noticeTexts from '../../texts/notice-texts.json'
import { icons } from '../../ui/icons.ts'
import './level-dialog.ts'
import type { LevelEvent } from './level-dialog.ts'
import { wordingListLooks } from './wording-looks.ts'

type Listed = WordingList['texts'][number]

const languages = ['id', 'en'] as const

@customElement('wording-page')
export class WordingPage extends PageElement {
  static override styles = [PageElement.styles, wordingListLooks]

  @property() language = 'id'
  @state() private list: WordingList | null = null
  @state() private asked: NoticeChannel | null = null

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.list = await this.client.call('GET /wording', { params: { tenant }, signal })
    },
  })

  override render() {
    const noticeWording = noticeTexts(this.wording)
    return html`
      <div><h1>${noticeWording.heading}</h1><p class="soft">${noticeWording.intro}</p></div>
      ${this.list ? this.renderList(this.list) : this.renderLoaded(this.loading, undefined, noticeWording.loading)}
    `
  }

  private renderList(list: WordingList) {
    const noticeWording = noticeTexts(this.wording)
    const shown = list.texts.filter(({ language }) => language === this.shownLanguage)
    const events = [...new Set(shown.map(({ event }) => event))]
    return html`
      ${this.renderLevels(list)}
      <nav class="switch" aria-label=${noticeWording.language}>
        ${languages.map(
          (language) => html`<a href=${wordingsAddress(this.unit.tenant, language)}
            aria-current=${language === this.shownLanguage ? 'page' : nothing}>${noticeWording.languages[language]}</a>`,
        )}
      </nav>
      <ul class="plain events" aria-label=${noticeWording.list}>
        ${events.map((event) => this.renderEvent(shown.filter((one) => one.event === event)))}
      </ul>
    `
  }

  private renderLevels({ levels }: WordingList) {
    const { vocabulary } = this.wording
    const noticeWording = noticeTexts(this.wording)
    const channels = keysOf(levels)
    return html`<section class="card" aria-labelledby="levels">
      <div><h2 id="levels">${noticeWording.levelsHeading}</h2><p class="soft small">${noticeWording.levelsText}</p></div>
      <ul class="plain levels">
        ${channels.map((channel) => {
          const name = vocabulary.noticeChannels[channel]
          return html`<li>
            <div><strong>${name}</strong><p class="small">${noticeWording.levels[levels[channel]]}</p></div>
            <button class="quiet" aria-label=${noticeWording.changeLevel({ channel: name })} @click=${() => this.ask(channel)}>${noticeWording.change}</button>
          </li>`
        })}
      </ul>
      <level-dialog .channel=${this.asked} level=${this.asked ? levels[this.asked] : 'number_and_link'}
        @wording-level=${this.take} @ui-close=${this.done}></level-dialog>
    </section>`
  }

  private renderEvent(texts: readonly Listed[]) {
    const [first] = texts
    if (!first) return nothing
    return html`<li>
      <h3>${this.wording.notices.settings.events[first.event]}</h3>
      <ul class="plain texts">${texts.map((one) => this.renderText(one))}</ul>
    </li>`
  }

  private renderText({ id, channel, state, hasTemplate }: Listed) {
    const { vocabulary } = this.wording
    const noticeWording = noticeTexts(this.wording)
    const isBare = channel === 'whatsapp' && !hasTemplate
    return html`<li><a class="text ${state}" href=${wordingAddress(this.unit.tenant, id)}>
      <strong>${vocabulary.noticeChannels[channel]}</strong>
      <span class="small">${state === 'attention' ? icons.alert : nothing}${noticeWording.states[state]}${isBare ? html`, ${noticeWording.noTemplate}` : nothing}</span>
    </a></li>`
  }

  private get shownLanguage() {
    return this.language === 'en' ? 'en' : 'id'
  }

  private ask(channel: NoticeChannel) {
    this.asked = channel
  }

  private done() {
    this.asked = null
  }

  private take({ detail }: LevelEvent) {
    this.list = detail
  }
}
