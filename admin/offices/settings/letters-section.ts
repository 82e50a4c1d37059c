import { html } from 'lit'
import type { LetterSettings, Signatory } from '../../api/wire.ts'
import '../../desk/letters/letter-logo.ts'
import '../../desk/letters/letterhead-preview.ts'
import { checksField } from '../../ui/field.ts'
import { moved, replaced, without } from '../../ui/lists.ts'
import { addButton, moveButtons, removeButton, type Section, type SectionScene, settingField } from './section.ts'

const nobody: Signatory = { name: '', position: '', rank: '', nip: '' }

/** Letters as a channel: letterhead, number and who signs, beside a letter as these settings make it. */
export const lettersSection: Section = {
  id: 'letters',
  title: ({ letters }) => letters.settings.title,
  render(scene) {
    const { settings, words, errors, change } = scene
    const { letters } = settings
    const said = words.letters.settings
    const write = (changes: Partial<LetterSettings>) => change({ letters: { ...letters, ...changes } })
    const head = (changes: Partial<LetterSettings['letterhead']>) =>
      write({ letterhead: { ...letters.letterhead, ...changes } })
    const text = (path: 'city' | 'code' | 'pattern', label: string, hint?: string) =>
      settingField(scene, {
        ...{ path: `letters.${path}`, label, hint, value: letters[path] },
        ...(path === 'pattern' ? {} : { optional: '' }),
        written: (value) => write({ [path]: value }),
      })
    return html`
      ${checksField({
        name: 'letters.on',
        label: said.channel,
        optional: '',
        values: letters.on ? ['on'] : [],
        options: [{ value: 'on', label: said.on, hint: said.onHint }],
        chosen: (values) => write({ on: values.includes('on') }),
      })}
      ${settingField(scene, {
        ...{ path: 'letters.letterhead.lines', label: said.lines, hint: said.linesHint, rows: 3, optional: '' },
        value: letters.letterhead.lines.join('\n'),
        written: (value) => head({ lines: value.split('\n') }),
      })}
      <div class="pair">
        ${settingField(scene, {
          ...{ path: 'letters.letterhead.address', label: said.address, optional: '' },
          value: letters.letterhead.address,
          written: (address) => head({ address }),
        })}
        ${settingField(scene, {
          ...{ path: 'letters.letterhead.contact', label: said.contact, optional: '' },
          value: letters.letterhead.contact,
          written: (contact) => head({ contact }),
        })}
      </div>
      <letter-logo .logo=${letters.letterhead.logo ?? null} revision=${settings.revision}></letter-logo>
      <div class="pair">${text('city', said.city)} ${text('code', said.code)}</div>
      ${text('pattern', said.pattern, said.patternHint)}
      <div class="field">
        <h3>${said.signatories}</h3>
        ${errors['letters.signatories'] ? html`<span class="error">${errors['letters.signatories']}</span>` : ''}
        <ul class="plain items">${letters.signatories.map((one, at) => renderSignatory(scene, one, at, write))}</ul>
        ${addButton(said.add, () => write({ signatories: [...letters.signatories, nobody] }))}
      </div>
      <letterhead-preview .settings=${letters}></letterhead-preview>
    `
  },
}

function renderSignatory(
  scene: SectionScene,
  one: Signatory,
  at: number,
  write: (changes: Partial<LetterSettings>) => void,
) {
  const { settings, words } = scene
  const said = words.letters.settings
  const { signatories } = settings.letters
  const field = (key: keyof Signatory, label: string, isOptional: boolean) =>
    settingField(scene, {
      ...{ path: `letters.signatories.${at}.${key}`, label, value: one[key] },
      ...(isOptional ? { optional: words.letters.optional } : {}),
      written: (value) => write({ signatories: replaced(signatories, at, { ...one, [key]: value }) }),
    })
  return html`<li class="item">
    <div class="stack">
      <div class="pair">${field('name', said.name, false)} ${field('position', said.position, false)}</div>
      <div class="pair">${field('rank', said.rank, true)} ${field('nip', said.nip, true)}</div>
    </div>
    <div class="tools">
      ${moveButtons({
        ...{ position: at, length: signatories.length, name: one.name, words },
        move: (step) => write({ signatories: moved(signatories, at, step) }),
      })}
      ${removeButton(said.remove(one.name), () => write({ signatories: without(signatories, at) }))}
    </div>
  </li>`
}
