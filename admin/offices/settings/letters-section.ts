import { html } from 'lit'
import type { LetterSettings, Signatory } from '../../api/wire.ts'
import '../../desk/letters/letterhead.ts'
import { keysOf } from '../../../service/shared/records.ts'
import beginWording from '../../texts/begin.json'
import { checksField, selectField } from '../../ui/field.ts'
import { addButton, fieldsOf, itemList, type Section, type SectionScene, settingField } from './setting-fields.ts'

const nobody: Signatory = { name: '', position: '', rank: '', nip: '' }

export const lettersSection: Section = {
  id: 'letters',
  title: ({ letters }) => letters.settings.title,
  render(scene) {
    const { settings, wording, errors, change } = scene
    const { letters } = settings
    const texts = wording.letters.settings
    const write = (written: LetterSettings) => change({ letters: written })
    const { text } = fieldsOf(scene, 'letters', letters, write)
    const head = fieldsOf(scene, 'letters.letterhead', letters.letterhead, (letterhead) =>
      write({ ...letters, letterhead }),
    )
    const optional = { optional: '' }
    return html`
      ${checksField({
        name: 'letters.on',
        label: texts.channel,
        optional: '',
        values: letters.on ? ['on'] : [],
        options: [{ value: 'on', label: texts.on, hint: texts.onHint }],
        chosen: (values) => write({ ...letters, on: values.includes('on') }),
      })}
      ${settingField(scene, {
        ...{ path: 'letters.letterhead.lines', label: texts.lines, hint: texts.linesHint, rows: 3, optional: '' },
        value: letters.letterhead.lines.join('\n'),
        written: (value) => write({ ...letters, letterhead: { ...letters.letterhead, lines: value.split('\n') } }),
      })}
      <div class="pair">
        ${head.text('address', texts.address, optional)} ${head.text('contact', texts.contact, optional)}
      </div>
      <letter-logo .logo=${letters.letterhead.logo ?? null} revision=${settings.revision}></letter-logo>
      <div class="pair">${text('city', texts.city, optional)} ${text('code', texts.code, optional)}</div>
      ${patternField(scene)}
      <div class="field">
        <h3>${texts.signatories}</h3>
        ${errors['letters.signatories'] ? html`<span class="error">${errors['letters.signatories']}</span>` : ''}
        ${itemList(wording, {
          items: letters.signatories,
          write: (signatories) => write({ ...letters, signatories }),
          render: (one, at, changed) => renderSignatory(scene, one, at, changed),
          name: ({ name }) => name,
          remove: ({ name }) => texts.remove({ name }),
        })}
        ${addButton(texts.add, () => write({ ...letters, signatories: [...letters.signatories, nobody] }))}
      </div>
      <letterhead-preview .settings=${letters}></letterhead-preview>
    `
  },
}

const patterns = {
  roman: '{seq:3}/{code}/{month-roman}/{year}',
  kind: '{seq:3}/{kind}/{code}/{year}',
  plain: '{code}/{seq:3}/{year}',
} as const

/** How letters are numbered: one of three usual ways, or a pattern. The letter below shows a number made with it. */
export function patternField(scene: SectionScene) {
  const { settings, wording, change } = scene
  const { letters } = settings
  const texts = wording.letters.settings
  const { numbers, patterns: names } = beginWording(wording)
  const known = keysOf(patterns).find((one) => patterns[one] === letters.pattern) ?? 'own'
  const write = (pattern: string) => change({ letters: { ...letters, pattern } })
  return html`${selectField({
    name: 'letters.numbers',
    label: numbers,
    value: known,
    options: [...keysOf(patterns).map((value) => ({ value, label: names[value] })), { value: 'own', label: names.own }],
    // Another pattern begins as the one before, with a blank that keeps it from being taken for it.
    chosen: (value) => {
      const usual = keysOf(patterns).find((one) => one === value)
      write(usual ? patterns[usual] : `${letters.pattern} `)
    },
  })}
  ${
    known === 'own'
      ? settingField(scene, {
          ...{ path: 'letters.pattern', label: texts.pattern, hint: texts.patternHint, value: letters.pattern },
          written: write,
        })
      : ''
  }`
}

function renderSignatory(scene: SectionScene, one: Signatory, at: number, write: (changed: Signatory) => void) {
  const { optional, settings: texts } = scene.wording.letters
  const { text } = fieldsOf(scene, `letters.signatories.${at}`, one, write)
  return html`<div class="stack">
    <div class="pair">${text('name', texts.name)} ${text('position', texts.position)}</div>
    <div class="pair">${text('rank', texts.rank, { optional })} ${text('nip', texts.nip, { optional })}</div>
  </div>`
}
