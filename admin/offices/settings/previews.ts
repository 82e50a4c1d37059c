import { Task } from '@lit/task'
import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PublicStatisticsView } from '../../../service/contract/figures.ts'
import type { QuestionView } from '../../../service/contract/questions.ts'
import type { QuestionSettings, Translated } from '../../api/wire.ts'
import { questionFields, type WrittenAnswers } from '../../filing/intake/question-fields.ts'
import { PageElement } from '../../page/page-element.ts'
import questionWording from '../../texts/question.json'
import { radioField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { targetOf } from '../../ui/target.ts'
import type { Language } from '../../wording/wording.ts'
import '../../ui/bar-list.ts'

/** The questions as a reporter meets them, to be tried: what is answered here is kept nowhere. */
@customElement('question-preview')
export class QuestionPreview extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      details > div {
        display: grid;
        gap: 16px;
        padding-block: 12px;
      }
      summary {
        padding-block: 4px;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ]

  @property({ attribute: false }) questions: readonly QuestionSettings[] = []
  @state() private language: Language = 'id'
  @state() private written: WrittenAnswers = {}

  override render() {
    const { wording, written } = this
    const texts = questionWording(wording)
    return html`<details>
      <summary>${texts.preview}</summary>
      <div>
        ${radioField({
          name: 'language',
          label: texts.previewLanguage,
          value: this.language,
          optional: '',
          options: Object.entries(texts.languages).map(([value, label]) => ({ value, label })),
          chosen: (language) => {
            this.language = language as Language
          },
        })}
        <div class="card" lang=${this.language}>
          ${questionFields({
            ...{ wording, written },
            questions: this.questions.map((one) => readIn(one, this.language)),
            asReporter: true,
            change: (changed) => {
              this.written = changed
            },
          })}
        </div>
      </div>
    </details>`
  }
}

function readIn({ label, hint, choices, shownWhen, ...rest }: QuestionSettings, language: Language): QuestionView {
  const textOf = (text: Translated) => text[language] || text.id || '…'
  return {
    ...rest,
    label: textOf(label),
    hint: hint && textOf(hint),
    choices: choices.map((choice) => ({
      code: choice.code,
      label: textOf(choice.label),
      elsewhere: choice.elsewhere && { ...choice.elsewhere, text: textOf(choice.elsewhere.text) },
    })),
    shownWhen,
  }
}

@customElement('public-preview')
export class PublicPreview extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      details > div {
        display: grid;
        gap: 12px;
        padding-block: 12px;
      }
      summary {
        padding-block: 4px;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ]

  private readonly loading = new Task(this, {
    autoRun: false,
    args: () => [this.unit.tenant] as const,
    task: ([tenant], { signal }) => this.client.call('GET /statistics/preview', { params: { tenant }, signal }),
  })

  override render() {
    const { settings } = this.wording
    return html`<details @toggle=${this.open}>
      <summary>${settings.public.preview}</summary>
      ${this.renderLoaded(this.loading, (shown) => this.renderShown(shown))}
    </details>`
  }

  private renderShown({ total, inTimePercent, byMonth, byCategory, byOutcome, asOf }: PublicStatisticsView) {
    const { settings, formats } = this.wording
    const wording = settings.public
    const list = (heading: string, lines: PublicStatisticsView['byCategory']) => {
      const bars = lines.map(({ label, cases }) => ({
        label,
        value: cases,
        said: cases === null ? wording.hidden : formats.number(cases),
      }))
      return html`<div><h3>${heading}</h3><ui-bars .bars=${bars}></ui-bars></div>`
    }
    return html`<div>
      <p>
        ${wording.total({ count: total === null ? wording.under : formats.number(total) })}
        ${inTimePercent === null ? wording.tooFew : wording.inTime({ share: inTimePercent })}
      </p>
      ${list(wording.byMonth, byMonth)} ${list(wording.byCategory, byCategory)} ${list(wording.byOutcome, byOutcome)}
      <p class="soft small">${wording.asOf({ day: formats.days(asOf, asOf) })}</p>
    </div>`
  }

  private open(event: Event) {
    if (targetOf(event, HTMLDetailsElement).open) void this.loading.run()
  }
}
