import { html, nothing } from 'lit'
import forwardingWording from '../../texts/forwarding.json'
import { radioField, selectField, textField } from '../../ui/field.ts'
import { optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { type ActForm, fieldOf, type Scene, writtenIn } from './act-form.ts'
import { becomes, reporterIsNotified, reporterIsNotNotified, reporterSees, statusStays } from './consequences.ts'
import { copyFields, offerIn, unitField } from './copy-for-unit.ts'

/** The Inspektorat comes first, because it handles what concerns officials. */
const bodiesFor = ({ case: { class: kind } }: Scene) =>
  kind === 'oversight'
    ? (['inspectorate', 'ombudsman', 'other'] as const)
    : (['other', 'inspectorate', 'ombudsman'] as const)

const outsideFields = (scene: Scene) => {
  const { wording, written, errors } = scene
  const { common } = wording
  const forwarding = forwardingWording(wording)
  return html`
    ${selectField({
      name: 'body',
      label: forwarding.body,
      value: writtenIn(written, 'body') || bodiesFor(scene)[0],
      options: bodiesFor(scene).map((value) => ({ value, label: forwarding.bodies[value].label })),
    })}
    ${textField({
      name: 'name',
      label: forwarding.name,
      limit: 160,
      value: nameOf(scene),
      error: errors.name,
    })}
    ${textField({
      ...fieldOf(scene, 'address'),
      label: forwarding.address,
      hint: forwarding.addressHint,
      optional: common.optional,
      rows: 2,
      limit: 300,
    })}
    ${textField({
      name: 'sentOn',
      label: forwarding.sentOn,
      type: 'date',
      value: written.has('sentOn') ? writtenIn(written, 'sentOn') : wording.formats.today(),
      error: errors.sentOn,
    })}
  `
}

/** The name that a chosen body brings along; one that somebody wrote stays. */
function nameOf(scene: Scene): string {
  const { bodies } = forwardingWording(scene.wording)
  const [first] = bodiesFor(scene)
  const chosen = (writtenIn(scene.written, 'body') || first) as keyof typeof bodies
  const written = writtenIn(scene.written, 'name')
  const isOfferedName = written === '' || Object.values(bodies).some(({ name }) => name === written)
  return isOfferedName ? bodies[chosen].name : written
}

/** Lists where a case can go. Another unit of this service is offered only if there is one. */
const waysOf = ({ units }: Scene) =>
  units && units.length > 0 ? (['unit', 'outside'] as const) : (['outside'] as const)

function wayOf(scene: Scene): 'unit' | 'outside' {
  const [first] = waysOf(scene)
  const usual = scene.case.class === 'oversight' ? 'outside' : first
  const chosen = writtenIn(scene.written, 'to') || usual
  return chosen === 'unit' ? 'unit' : 'outside'
}

/** Another unit or another body has the authority; the complaint goes there. */
export const forwardForm: ActForm<'forward'> = {
  fields(scene) {
    const { wording } = scene
    const forwarding = forwardingWording(wording)
    const ways = waysOf(scene)
    return html`
      ${scene.units ? nothing : html`<p class="error">${icons.alert}${forwarding.unitsFailed}</p>`}
      ${
        ways.length > 1
          ? radioField({
              name: 'to',
              label: forwarding.to,
              value: wayOf(scene),
              options: ways.map((value) => ({
                value,
                label: forwarding.ways[value],
                hint: forwarding.wayHints[value],
              })),
            })
          : html`<input type="hidden" name="to" value="outside">`
      }
      ${wayOf(scene) === 'unit' ? unitField(scene) : outsideFields(scene)}
      ${textField({
        ...fieldOf(scene, 'reason', 'reason'),
        label: forwarding.reason,
        hint: wording.acts.reasonIsRead,
        rows: 4,
      })}
      ${wayOf(scene) === 'unit' ? copyFields(scene) : nothing}
    `
  },
  consequences(scene) {
    const { consequences } = scene.wording
    const forwarding = forwardingWording(scene.wording)
    if (wayOf(scene) === 'unit') {
      return [
        { icon: 'flag', text: forwarding.staysUntilTaken },
        { icon: 'clock', text: forwarding.clocksRun },
        reporterSees(forwarding.offerSeen),
        { icon: 'lock', text: forwarding.notSent },
      ]
    }
    return [
      becomes('forwarded', scene),
      reporterIsNotified(scene),
      { icon: 'clock', text: consequences.clocksEnd },
      { icon: 'alert', text: consequences.final },
    ]
  },
  body: (written) =>
    written.get('to') === 'unit'
      ? offerIn(written)
      : {
          to: 'outside',
          name: textIn(written, 'name'),
          address: optionalTextIn(written, 'address'),
          sentOn: textIn(written, 'sentOn'),
          reason: textIn(written, 'reason'),
        },
}

/** A unit takes its case back as long as the other one has not taken it. */
export const recallForwardForm: ActForm<'recall-forward'> = {
  fields: () => html``,
  consequences: (scene) => [
    statusStays(scene),
    reporterSees(forwardingWording(scene.wording).recallSeen),
    reporterIsNotNotified(scene),
  ],
  body: () => ({}),
}

/** Says under which number it is kept where it went. */
export const addReferenceForm: ActForm<'add-reference'> = {
  fields(scene) {
    const { wording, written, errors } = scene
    const { forwarded } = scene.case
    const { common } = wording
    const forwarding = forwardingWording(wording)
    return html`
      ${textField({
        name: 'reference',
        label: forwarding.reference({ body: forwarded?.name ?? '' }),
        limit: 120,
        value: written.has('reference') ? writtenIn(written, 'reference') : (forwarded?.reference ?? ''),
        error: errors.reference,
      })}
      ${textField({
        ...fieldOf(scene, 'text', 'message'),
        label: forwarding.referenceText,
        hint: forwarding.referenceHint,
        optional: common.optional,
        rows: 3,
      })}
    `
  },
  consequences: (scene) => [statusStays(scene), reporterIsNotified(scene)],
  body: (written) => ({ reference: textIn(written, 'reference'), text: optionalTextIn(written, 'text') }),
}
