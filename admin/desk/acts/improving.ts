import { html, nothing } from 'lit'
import { keysOf } from '../../../service/shared/records.ts'
import type { ActBody } from '../../api/wire.ts'
import improvementWording from '../../texts/improvement.json'
import { type Option, radioField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { type ActForm, fieldOf, limitOf, type Scene, writtenIn } from './act-form.ts'
import {
  becomes,
  clockStarts,
  reporterIsNotified,
  reporterIsNotNotified,
  reporterSees,
  statusStays,
} from './consequences.ts'

/** No member has this id. */
const POSITION = '-'
const USUAL_DAYS = 30
const results = ['solved', 'unsolved', 'no_contact'] as const

const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Cause, change, owner, check and proof; they begin with what the case knows already. */
export function improvementFields(scene: Scene) {
  const { case: current, unit, wording, written, errors } = scene
  const words = improvementWording(wording)
  const known = current.improvement
  const begun = (name: string, value: string | undefined) =>
    written.has(name) ? writtenIn(written, name) : (value ?? '')
  const text = (name: 'causeText' | 'change', hint?: string) =>
    textField({
      ...{ name, label: words[name], hint, rows: 2 },
      limit: limitOf(unit, 'reason'),
      value: begun(name, known?.[name]),
      error: errors[name],
    })
  return html`
    <p class="soft small">${words.lead}</p>
    ${selectField({
      name: 'cause',
      label: words.cause,
      value: begun('cause', known?.cause),
      error: errors.cause,
      options: [{ value: '', label: wording.common.choose }, ...optionsOf(words.causes)],
    })}
    ${text('causeText')} ${text('change', words.changeHint)} ${ownerFields(scene)}
    ${textField({
      name: 'checkOn',
      type: 'date',
      label: words.checkOn,
      hint: words.checkHint,
      value: begun('checkOn', wording.formats.today(USUAL_DAYS)),
      error: errors.checkOn,
    })}
    ${proofFields(scene)}
  `
}

function ownerFields(scene: Scene) {
  const { case: current, handlers, wording, written, errors } = scene
  const words = improvementWording(wording)
  const people = handlers ?? []
  const isKnown = people.some(({ id }) => id === current.handler?.id)
  const owner = writtenIn(written, 'owner') || (isKnown ? (current.handler?.id ?? '') : '')
  return html`
    ${selectField({
      name: 'owner',
      label: words.owner,
      value: owner,
      error: errors.owner,
      options: [
        { value: '', label: wording.common.choose },
        ...people.map(({ id, name, position }) => ({ value: id, label: `${name} · ${position}` })),
        { value: POSITION, label: words.ownerOther },
      ],
    })}
    ${
      owner === POSITION
        ? textField({
            ...fieldOf(scene, 'ownerPosition'),
            label: words.ownerPosition,
            limit: 120,
          })
        : nothing
    }
  `
}

function proofFields(scene: Scene) {
  const { case: current, papers, wording, written, errors } = scene
  const words = improvementWording(wording)
  const proof = writtenIn(written, 'proof')
  const finished = (papers ?? []).flatMap(({ id, paperNumber }) =>
    paperNumber ? [{ value: id, label: words.paper({ number: paperNumber }) }] : [],
  )
  const files = current.evidence.map(({ id, name }) => ({ value: id, label: words.file({ name }) }))
  return html`
    ${
      finished.length + files.length > 0
        ? selectField({
            name: 'proof',
            label: words.proof,
            optional: wording.common.optional,
            value: proof,
            error: errors.proof,
            options: [{ value: '', label: words.noProofOption }, ...finished, ...files],
          })
        : nothing
    }
    ${
      proof
        ? textField({
            name: 'proofOn',
            type: 'date',
            label: words.proofOn,
            value: writtenIn(written, 'proofOn') || wording.formats.today(),
            error: errors.proofOn,
          })
        : textField({
            ...fieldOf(scene, 'noProof', 'reason'),
            label: words.noProof,
            rows: 2,
          })
    }
  `
}

export function improvementIn(
  written: FormData,
  { wording }: Scene,
): Omit<ActBody<'name-improvement'>, 'revision' | 'leakReason'> {
  const owner = optionalTextIn(written, 'owner')
  const cause = keysOf(improvementWording(wording).causes).find((one) => one === writtenIn(written, 'cause'))
  return {
    ...(cause && { cause }),
    causeText: optionalTextIn(written, 'causeText'),
    change: optionalTextIn(written, 'change'),
    ...(owner === POSITION ? { ownerPosition: optionalTextIn(written, 'ownerPosition') } : { owner }),
    checkOn: optionalTextIn(written, 'checkOn'),
    proof: optionalTextIn(written, 'proof'),
    proofOn: optionalTextIn(written, 'proofOn'),
    noProof: optionalTextIn(written, 'noProof'),
  }
}

/** What went wrong, and what the office changed. */
export const nameImprovementForm: ActForm<'name-improvement'> = {
  fields: improvementFields,
  consequences(scene) {
    const words = improvementWording(scene.wording)
    return [
      statusStays(scene),
      { icon: 'hidden', text: words.keptFromReporter },
      { icon: 'list', text: words.willBeChecked },
    ]
  },
  body: improvementIn,
}

/** The owner looks whether it holds. */
export const checkImprovementForm: ActForm<'check-improvement'> = {
  fields(scene) {
    const { wording, written } = scene
    const { improvement } = scene.case
    const words = improvementWording(wording)
    return html`
      ${improvement ? html`<blockquote><p class="prose">${improvement.change}</p></blockquote>` : nothing}
      ${radioField({
        ...fieldOf(scene, 'holds'),
        label: words.check,
        options: [
          { value: 'yes', label: words.checkYes },
          { value: 'no', label: words.checkNo },
        ],
      })}
      ${textField({
        ...fieldOf(scene, 'text', 'reason'),
        label: words.checkText,
        rows: 3,
      })}
      ${textField({
        ...fieldOf(scene, 'nextOn'),
        type: 'date',
        label: words.nextOn,
        optional: writtenIn(written, 'holds') === 'no' ? undefined : wording.common.optional,
      })}
    `
  },
  consequences: (scene) => [
    statusStays(scene),
    { icon: 'hidden', text: improvementWording(scene.wording).keptFromReporter },
  ],
  body: (written) => ({
    holds: writtenIn(written, 'holds') === 'yes',
    text: textIn(written, 'text'),
    nextOn: optionalTextIn(written, 'nextOn'),
  }),
}

/** Somebody who had no part in the answer asks the reporter whether the matter is settled. */
export const recordCallForm: ActForm<'record-call'> = {
  fields(scene) {
    const { wording, written } = scene
    const words = improvementWording(wording)
    const isUnsolved = writtenIn(written, 'result') === 'unsolved'
    return html`
      <p class="soft small">${words.callLead}</p>
      ${radioField({
        ...fieldOf(scene, 'result'),
        label: words.callResult,
        options: [
          { value: 'solved', label: words.solved },
          { value: 'unsolved', label: words.unsolved, hint: words.unsolvedHint },
          { value: 'no_contact', label: words.noContact, hint: words.noContactHint },
        ],
      })}
      ${textField({
        ...fieldOf(scene, 'text', 'message'),
        label: isUnsolved ? words.callText : words.callNote,
        hint: isUnsolved ? words.callTextHint : undefined,
        optional: isUnsolved ? undefined : wording.common.optional,
        rows: 3,
      })}
    `
  },
  consequences(scene) {
    const seen = reporterSees(improvementWording(scene.wording).callSeen)
    return writtenIn(scene.written, 'result') === 'unsolved'
      ? [becomes('objected', scene), reporterIsNotified(scene), clockStarts('objection_decision', scene), seen]
      : [statusStays(scene), reporterIsNotNotified(scene), seen]
  },
  body: (written) => ({
    result: results.find((one) => one === writtenIn(written, 'result')) ?? 'no_contact',
    text: optionalTextIn(written, 'text'),
  }),
}
