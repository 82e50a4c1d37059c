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

/** Returns the form of its act with a template written into it, after the words that stand there. Nothing is sent yet. */
export function writeTemplate(
  { text, items, outcome, reason, elsewhere }: OfferedTemplate,
  typed?: FormData,
): FormData {
  const written = new FormData()
  for (const [name, value] of typed ?? []) written.append(name, value)
  const before = typedIn(typed, 'text')
  written.set('text', before.includes(text) ? before : [before, text].filter(Boolean).join('\n\n'))
  for (const item of items) if (!written.getAll('items').includes(item)) written.append('items', item)
  if (outcome) written.set('outcome', outcome)
  if (reason) written.set('reason', reason)
  if (elsewhere && !typedIn(typed, 'elsewhere')) written.set('elsewhere', elsewhere)
  // A head who takes a template does not approve the proposal as it is.
  written.set('way', 'rewrite')
  return written
}

const typedIn = (typed: FormData | undefined, name: string): string => String(typed?.get(name) ?? '').trimEnd()

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
