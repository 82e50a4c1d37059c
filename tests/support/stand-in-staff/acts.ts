import { type StaffAct, staffActs } from '../../../service/contract/acts.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { isOneOf } from '../../../service/shared/records.ts'
import { actsIn, fromNow, handlers, statusLabels } from './cases.ts'

type Body = Readonly<Record<string, unknown>>

const leadsTo: Partial<Record<StaffAct, CaseView['status']>> = {
  verify: 'in_progress',
  'ask-for-completion': 'incomplete',
  'propose-answer': 'awaiting_approval',
  answer: 'answered',
  decline: 'declined',
  forward: 'forwarded',
  close: 'closed',
}

export const isActName = (name: string): name is StaffAct => isOneOf(staffActs, name)

function changesOf(found: CaseView, act: StaffAct, body: Body, by: string): Partial<CaseView> {
  const at = fromNow(0)
  const text = String(body.text ?? '')
  if (act === 'message')
    return { messages: [...found.messages, { id: `m${found.revision}`, at, from: 'office', by, text }] }
  if (act === 'note') return { notes: [...found.notes, { at, by, text, mentions: [] }] }
  if (act === 'dispatch') return { handler: handlers.find(({ id }) => id === body.handler) ?? null }
  if (act === 'forward' && body.to === 'unit') {
    return { offer: { office: String(body.unit), since: at, reason: String(body.reason) } }
  }
  if (act === 'recall-forward') return { offer: null }
  if (act === 'forward') {
    const { name, sentOn, reason } = body
    const to = { name: String(name), address: null, sentOn: String(sentOn), reason: String(reason) }
    return { forwarded: { at, ...to, reference: null } }
  }
  if (act === 'add-reference') {
    return { forwarded: found.forwarded && { ...found.forwarded, reference: String(body.reference) } }
  }
  if (act === 'propose-answer') {
    return { proposal: { at, by, text, outcome: 'substantiated', outcomeLabel: 'Terbukti' } }
  }
  if (act === 'answer') {
    const { proposal } = found
    return {
      proposal: null,
      answer: proposal ?? { at, by, text, outcome: 'substantiated', outcomeLabel: 'Terbukti' },
    }
  }
  return {}
}

/** The case after an act, roughly as the service would have it. */
export function performAct(found: CaseView, act: StaffAct, body: Body, by: string): CaseView {
  const decided = act === 'decide-objection' ? (body.upheld === true ? 'in_progress' : 'closed') : leadsTo[act]
  const status = body.to === 'unit' ? found.status : (decided ?? found.status)
  const line = {
    at: fromNow(0),
    event: act,
    label: act === 'note' ? 'Catatan internal' : statusLabels[status],
    by,
    text: null,
    public: act !== 'note',
  }
  return {
    ...found,
    ...changesOf(found, act, body, by),
    revision: found.revision + 1,
    status,
    statusLabel: statusLabels[status],
    acts: body.to === 'unit' ? ['note', 'recall-forward'] : [...actsIn[status]],
    history: [...found.history, line],
  }
}
