import { html, nothing } from 'lit'
import type { LeftOutNumbers } from '../../service/contract/case-view.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'

/** Tells which numbers a restore left out, and how many people have shown a receipt with one of them. */
export const leftOutLines = (gaps: readonly LeftOutNumbers[], { register, formats }: Wording) =>
  gaps.length === 0
    ? nothing
    : html`<ul class="plain">
        ${gaps.map(
          ({ series, from, to, asOf, checked }) => html`<li class="banner warn">
            ${icons.alert}<p>${register.leftOut(series, from, to, formats.dayAndTime(asOf))} ${register.checkedReceipts(checked)}</p>
          </li>`,
        )}
      </ul>`
