import { html, nothing } from 'lit'
import type { ActBody } from '../../api/wire.ts'
import { listFacts } from '../../page/list-facts.ts'
import forwardingWording from '../../texts/forwarding.json'
import { checksField, radioField, selectField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { fieldOf, limitOf, type Scene, writtenIn } from './act-form.ts'

export const unitField = (scene: Scene) =>
  selectField({
    ...fieldOf(scene, 'unit'),
    label: forwardingWording(scene.wording).unit,
    options: [
      { value: '', label: scene.wording.common.choose },
      ...(scene.units ?? []).map(({ tenant, name }) => ({ value: tenant, label: name })),
    ],
  })

/** Shows what the other unit will read, so that the sender can check and shorten it. */
export function copyFields(scene: Scene) {
  const { case: current, unit, wording, written, errors } = scene
  const forwarding = forwardingWording(wording)
  const asWritten = (name: 'subject' | 'chronology') => (written.has(name) ? writtenIn(written, name) : current[name])
  return html`<h3>${forwarding.copy}</h3>
    ${textField({
      name: 'subject',
      label: forwarding.subject,
      limit: limitOf(unit, 'subject'),
      value: asWritten('subject'),
      error: errors.subject,
    })}
    ${textField({
      name: 'chronology',
      label: forwarding.chronology,
      hint: forwarding.chronologyHint,
      rows: 8,
      limit: limitOf(unit, 'chronology'),
      value: asWritten('chronology'),
      error: errors.chronology,
    })}
    ${facts(scene)} ${files(scene)} ${identity(scene)}`
}

function facts({ case: current, wording }: Scene) {
  const forwarding = forwardingWording(wording)
  const listed = [
    ...listFacts(current, wording).map(({ label, value }) => [label, value] as const),
    ...current.answers.map(({ question, answer }) => [question, answer] as const),
  ].filter(([, value]) => value)
  if (listed.length === 0) return nothing
  return html`<div class="asked">
    <p class="soft small">${forwarding.alongWithIt}</p>
    <ul class="plain">${listed.map(([term, value]) => html`<li><span class="soft small">${term}:</span> ${value}</li>`)}</ul>
  </div>`
}

const filesOf = ({ case: { evidence } }: Scene) => evidence.filter(({ scan }) => scan !== 'infected')

function files(scene: Scene) {
  const { wording, written } = scene
  const offered = filesOf(scene)
  if (offered.length === 0) return nothing
  return checksField({
    name: 'evidence',
    label: forwardingWording(wording).files,
    values: written.has('subject') ? written.getAll('evidence').map(String) : offered.map(({ id }) => id),
    options: offered.map(({ id, name, size }) => ({ value: id, label: `${name} · ${wording.formats.size(size)}` })),
  })
}

function identity({ case: current, unit, wording, written, errors }: Scene) {
  const forwarding = forwardingWording(wording)
  const ways = ['stays', 'reporter_agrees', 'legal_duty'] as const
  if (!current.identity.given) return nothing
  if (current.privacy !== 'named') return html`<p class="soft small">${forwarding.identityStays}</p>`
  const chosen = writtenIn(written, 'identity') || 'stays'
  return html`
    ${radioField({
      name: 'identity',
      label: forwarding.identity,
      value: chosen,
      options: ways.map((value) => ({
        value,
        label: forwarding.identityWays[value],
        ...(value === 'stays' && { hint: forwarding.identityStays }),
      })),
    })}
    ${
      chosen === 'stays'
        ? nothing
        : textField({
            name: 'because',
            label: forwarding.because[chosen as 'reporter_agrees' | 'legal_duty'],
            hint: forwarding.becauseHint,
            rows: 2,
            limit: limitOf(unit, 'reason'),
            value: writtenIn(written, 'because'),
            error: errors['identity.because'] ?? errors.because,
          })
    }
  `
}

/** Reads the form for the service. */
export function offerIn(written: FormData): Extract<ActBody<'forward'>, { to: 'unit' }> {
  const ground = textIn(written, 'identity')
  const isSent = ground === 'reporter_agrees' || ground === 'legal_duty'
  return {
    to: 'unit',
    unit: textIn(written, 'unit'),
    reason: textIn(written, 'reason'),
    subject: textIn(written, 'subject'),
    chronology: textIn(written, 'chronology'),
    evidence: written.getAll('evidence').map(String),
    ...(isSent && { identity: { ground, because: textIn(written, 'because') } }),
  }
}
