import type { StaffAct } from '../../../service/contract/acts.ts'
import { keysOf } from '../../../service/shared/records.ts'
import type { OfferedTemplate, TemplateKind } from '../../api/wire.ts'
import { type PanelAct, panelActs } from './act-table.ts'

/** The acts that say a template's words, the usual one first. */
const actsOf: Readonly<Record<TemplateKind, readonly StaffAct[]>> = {
  message: ['message'],
  note: ['note'],
  completion: ['ask-for-completion'],
  answer: ['propose-answer', 'answer'],
  decline: ['decline'],
}

/** The kinds of templates that an act can say. */
export const kindsOf = (act: StaffAct): readonly TemplateKind[] =>
  keysOf(actsOf).filter((kind) => actsOf[kind].includes(act))

/** The panel in which a template goes on; `null`: it is a message or a note. */
export function panelFor({ kind }: OfferedTemplate, open: readonly StaffAct[]): PanelAct | null {
  const act = actsOf[kind].find((one) => open.includes(one))
  return panelActs.find((one) => one === act) ?? null
}

/** Returns what a template writes into the form of its act. The officer can change it, and nothing is sent yet. */
export function fieldsOf({ text, items, outcome, reason, elsewhere }: OfferedTemplate): FormData {
  const written = new FormData()
  written.set('text', text)
  for (const item of items) written.append('items', item)
  if (outcome) written.set('outcome', outcome)
  if (reason) written.set('reason', reason)
  if (elsewhere) written.set('elsewhere', elsewhere)
  // A head who takes a template does not approve the proposal as it is.
  written.set('way', 'rewrite')
  return written
}

/** Text put in where the cursor stands, with a line between it and what is there. */
export function insertInto(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart: from, selectionEnd: to, value } = area
  const before = value.slice(0, from).trimEnd()
  const after = value.slice(to).trimStart()
  area.value = [before, text, after].filter(Boolean).join('\n\n')
  area.focus()
  const end = (before ? before.length + 2 : 0) + text.length
  area.setSelectionRange(end, end)
}
