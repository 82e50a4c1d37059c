import { css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { QuestionView } from '../../../service/contract/questions.ts'
import type { QuestionSettings, Translated } from '../../api/wire.ts'
import { questionFields, type WrittenAnswers } from '../../filing/intake/question-fields.ts'
import { PageElement } from '../../page/page-element.ts'
import { radioField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { questionWording } from '../../wording/question-wording.ts'
import type { Language } from '../../wording/wording.ts'

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
