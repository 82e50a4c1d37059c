import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import { FormElement } from '../../page/form-element.ts'
import type { FieldErrors } from '../../ui/form.ts'
import type { EvidencePicker } from './evidence-picker.ts'
import './evidence-picker.ts'
import type { Colleague } from './intake-draft.ts'
import { questionFields, type WrittenAnswers } from './question-fields.ts'
import './reported-staff.ts'

/** A form in which an officer writes down a complaint for somebody. */
export abstract class IntakeElement extends FormElement {
  /** The errors that the service found, by field. */
  @property({ attribute: false }) refused: FieldErrors = {}
  @state() protected category = ''
  @state() protected answers: WrittenAnswers = {}
  @state() protected privacy = ''
  @state() protected evidence: readonly HeldEvidenceView[] = []
  @state() protected reportedStaff: readonly Colleague[] = []
  @query('evidence-picker') protected readonly picker!: EvidencePicker

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('refused')) this.attempt.errors = this.refused
  }

  protected get questions() {
    return this.unit.view.categories.find(({ code }) => code === this.category)?.questions ?? []
  }

  protected renderQuestions() {
    return questionFields({
      questions: this.questions,
      written: this.answers,
      errors: this.attempt.errors,
      wording: this.wording,
      change: (answers) => {
        this.answers = answers
      },
    })
  }

  protected override findMistakes(written: FormData): FieldErrors {
    return {
      ...super.findMistakes(written),
      ...(this.picker.isBusy && { evidence: this.wording.intake.stillUploading }),
    }
  }

  /** Each category has its own questions. */
  protected readonly onCategory = (category: string) => {
    this.category = category
    this.answers = {}
  }

  protected onEvidence({ detail }: CustomEvent<HeldEvidenceView[]>) {
    this.evidence = detail
  }

  protected onReportedStaff({ detail }: CustomEvent<readonly Colleague[]>) {
    this.reportedStaff = detail
  }
}
