import { html, nothing } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import type { PageOfCase } from './page-of-case.ts'
import '../desk/acts/template-picker.ts'
import '../ui/dialog.ts'

/** Lets somebody choose, on the page of a case, from which words of the unit an act begins. */
export class TemplateAsking {
  private isOpen = false

  /** @param chosen takes the words, once the dialog is closed */
  constructor(
    private readonly page: PageOfCase,
    private readonly chosen: (event: TemplateChosen) => unknown,
  ) {}

  readonly begin = () => this.open(true)

  private open(isOpen: boolean) {
    this.isOpen = isOpen
    this.page.requestUpdate()
  }

  render({ number }: CaseView) {
    const { templates, common } = this.page.means.wording
    return html`<ui-dialog ?open=${this.isOpen} heading=${templates.use} close-label=${common.close} @ui-close=${this.onClosed}>
      ${
        this.isOpen
          ? html`<template-picker opened ?autofocus=${true} number=${number} @template-chosen=${this.onChosen}></template-picker>`
          : nothing
      }
    </ui-dialog>`
  }

  private readonly onClosed = () => this.open(false)

  private readonly onChosen = (event: TemplateChosen) => {
    this.open(false)
    return this.chosen(event)
  }
}
