import { html, type TemplateResult } from 'lit'
import type { LabelView } from '../../../service/contract/labels.ts'
import type { UsableSeries } from '../../../service/contract/series.ts'
import type { BulkOrder, StaffList } from '../../api/wire.ts'
import labelsWording from '../../texts/labels.json'
import { selectField, textField } from '../../ui/field.ts'
import { type FieldErrors, optionalTextIn, textIn } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'
import { handlerOptions } from '../acts/handler-options.ts'
import type { BulkAct } from './bulk-acts.ts'

export interface BulkScene {
  readonly wording: Wording
  readonly limits: Readonly<Record<string, number | undefined>>
  readonly handlers: StaffList['items']
  readonly labels: readonly LabelView[]
  readonly series: UsableSeries['items']
  readonly order: BulkOrder | null
  readonly errors: FieldErrors
}

import { ownChoice } from '../../page/own-words.ts'
import bulkWording from '../../texts/bulk.json'

export function bulkFields(
  act: BulkAct,
  { wording, limits, handlers, labels, series, order, errors }: BulkScene,
): TemplateResult {
  const { acts, common } = wording
  const bulk = bulkWording(wording)
  switch (act) {
    case 'dispatch': {
      const written = order?.act === act ? order : null
      return html`
        ${selectField({
          name: 'handler',
          label: acts.handler,
          value: written?.handler ?? '',
          error: errors.handler,
          options: [{ value: '', label: common.choose }, ...handlerOptions(handlers, wording)],
        })}
        ${textField({
          name: 'instruction',
          label: acts.instruction,
          hint: acts.instructionHint,
          optional: common.optional,
          rows: 3,
          limit: limits.note,
          value: written?.instruction ?? '',
        })}
      `
    }
    case 'explain-delay': {
      const written = order?.act === act ? order : null
      return html`
        ${textField({
          name: 'reason',
          label: acts.delayReason,
          hint: bulk.messageHint,
          rows: 3,
          limit: limits.reason,
          value: written?.reason ?? '',
          error: errors.reason,
        })}
        ${textField({
          name: 'newDate',
          label: acts.newDate,
          hint: acts.newDateHint,
          type: 'date',
          value: written?.newDate ?? '',
          error: errors.newDate,
        })}
      `
    }
    case 'series':
      return selectField({
        name: 'series',
        label: bulk.series,
        hint: bulk.seriesHint,
        value: order?.act === act ? order.series : '',
        error: errors.series,
        options: [{ value: '', label: common.choose }, ...series.map(ownChoice)],
      })
    case 'set-label':
      return labelFields({ wording, labels, errors }, order?.act === act ? order : null)
    default: {
      const isMessage = act === 'message'
      return textField({
        name: 'text',
        label: isMessage ? bulk.messageText : bulk.noteText,
        hint: isMessage ? bulk.messageHint : undefined,
        rows: 4,
        limit: limits[act],
        value: order?.act === act ? order.text : '',
        error: errors.text,
      })
    }
  }
}

function labelFields(
  { wording, labels, errors }: Pick<BulkScene, 'wording' | 'labels' | 'errors'>,
  written: { readonly label: string; readonly on: boolean } | null,
): TemplateResult {
  const words = labelsWording(wording)
  return html`
    ${selectField({
      name: 'label',
      label: words.which,
      value: written?.label ?? '',
      error: errors.label,
      options: [{ value: '', label: wording.common.choose }, ...labels.map(ownChoice)],
    })}
    ${selectField({
      name: 'on',
      label: words.way,
      value: written?.on === false ? 'off' : 'on',
      options: [
        { value: 'on', label: words.ways.on },
        { value: 'off', label: words.ways.off },
      ],
    })}
  `
}

export function orderIn(act: BulkAct, written: FormData): BulkOrder {
  switch (act) {
    case 'dispatch':
      return { act, handler: textIn(written, 'handler'), instruction: optionalTextIn(written, 'instruction') }
    case 'explain-delay':
      return { act, reason: textIn(written, 'reason'), newDate: textIn(written, 'newDate') }
    case 'series':
      return { act, series: textIn(written, 'series') }
    case 'set-label':
      return { act, label: textIn(written, 'label'), on: textIn(written, 'on') === 'on' }
    default:
      return { act, text: textIn(written, 'text') }
  }
}
