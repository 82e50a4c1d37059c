import { html } from 'lit'
import type { LetterSettings, Signatory } from '../../api/wire.ts'
import '../../desk/letters/letterhead.ts'
import { keysOf } from '../../../service/shared/records.ts'
import { checksField, selectField } from '../../ui/field.ts'
import { beginWording } from '../../wording/begin-wording.ts'
import {
  addButton,
  moveButtons,
  moveItem,
  removeAt,
  removeButton,
  replaceAt,
  type Section,
  type SectionScene,
  settingField,
} from './section.ts'

const nobody: Signatory = { name: '', position: '', rank: '', nip: '' }

export const lettersSection: Section = {
  id: 'letters',
  title: ({ letters }) => letters.settings.title,
  render(scene) {
    const { settings, wording, errors, change } = scene
    const { letters } = settings
    const texts = wording.letters.settings
    const write = (changes: Partial<LetterSettings>) => change({ letters: { ...letters, ...changes } })
    const head = (changes: Partial<LetterSettings['letterhead']>) =>
      write({ letterhead: { ...letters.letterhead, ...changes } })
    const text = (path: 'city' | 'code', label: string) =>
      settingField(scene, {
        ...{ path: `letters.${path}`, label, value: letters[path], optional: '' },
        written: (value) => write({ [path]: value }),
      })
    return html`
      ${checksField({
        name: 'letters.on',
        label: texts.channel,
        optional: '',
        values: letters.on ? ['on'] : [],
        options: [{ value: 'on', label: texts.on, hint: texts.onHint }],
        chosen: (values) => write({ on: values.includes('on') }),
      })}
      ${settingField(scene, {
        ...{ path: 'letters.letterhead.lines', label: texts.lines, hint: texts.linesHint, rows: 3, optional: '' },
        value: letters.letterhead.lines.join('\n'),
        written: (value) => head({ lines: value.split('\n') }),
      })}
      <div class="pair">
        ${settingField(scene, {
          ...{ path: 'letters.letterhead.address', label: texts.address, optional: '' },
          value: letters.letterhead.address,
          written: (address) => head({ address }),
        })}
        ${settingField(scene, {
          ...{ path: 'letters.letterhead.contact', label: texts.contact, optional: '' },
          value: letters.letterhead.contact,
          written: (contact) => head({ contact }),
        })}
      </div>
      <letter-logo .logo=${letters.letterhead.logo ?? null} revision=${settings.revision}></letter-logo>
      <div class="pair">${text('city', texts.city)} ${text('code', texts.code)}</div>
      ${patternField(scene)}
      <div class="field">
        <h3>${texts.signatories}</h3>
        ${errors['letters.signatories'] ? html`<span class="error">${errors['letters.signatories']}</span>` : ''}
        <ul class="plain items">${letters.signatories.map((one, at) => renderSignatory(scene, one, at, write))}</ul>
        ${addButton(texts.add, () => write({ signatories: [...letters.signatories, nobody] }))}
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

function renderSignatory(
  scene: SectionScene,
  one: Signatory,
  at: number,
  write: (changes: Partial<LetterSettings>) => void,
) {
  const { settings, wording } = scene
  const texts = wording.letters.settings
  const { signatories } = settings.letters
  const field = (key: keyof Signatory, label: string, isOptional: boolean) =>
    settingField(scene, {
      ...{ path: `letters.signatories.${at}.${key}`, label, value: one[key] },
      ...(isOptional ? { optional: wording.letters.optional } : {}),
      written: (value) => write({ signatories: replaceAt(signatories, at, { ...one, [key]: value }) }),
    })
  return html`<li class="item">
    <div class="stack">
      <div class="pair">${field('name', texts.name, false)} ${field('position', texts.position, false)}</div>
      <div class="pair">${field('rank', texts.rank, true)} ${field('nip', texts.nip, true)}</div>
    </div>
    <div class="tools">
      ${moveButtons({
        ...{ position: at, length: signatories.length, name: one.name, wording },
        move: (step) => write({ signatories: moveItem(signatories, at, step) }),
      })}
      ${removeButton(texts.remove({ name: one.name }), () => write({ signatories: removeAt(signatories, at) }))}
    </div>
  </li>`
}
