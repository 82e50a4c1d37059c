import { html, nothing, type TemplateResult } from 'lit'
import type { TriedWording, WordingView } from '../../../service/contract/wording.ts'
import { icons } from '../../ui/icons.ts'
import { noticeTexts } from '../../wording/notice-texts.ts'
import type { Wording } from '../../wording/wording.ts'

interface Scene {
  readonly view: WordingView
  readonly preview: TriedWording
  readonly office: string
  readonly wording: Wording
  /** Address of the settings of the unit's templates. */
  readonly settings: string
}

/** A text as its reader has it in hand: a mail, a message on a telephone, or a sheet. */
export function renderPreview(scene: Scene): TemplateResult {
  switch (scene.view.channel) {
    case 'email':
      return renderMail(scene)
    case 'whatsapp':
      return html`${renderPhone(scene, 'whatsapp')}${renderTemplate(scene)}`
    case 'sms':
      return html`${renderPhone(scene, 'sms')}${renderParts(scene)}`
    case 'letter':
      return renderSheet(scene)
  }
}

function renderMail({ preview, office, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  return html`<div class="mail">
    <dl>
      <div><dt>${noticeWording.from}</dt><dd>${office}</dd></div>
      <div><dt>${noticeWording.to}</dt><dd>${noticeWording.toSiti}</dd></div>
    </dl>
    <p class="line">${preview.subject}</p>
    <p class="prose">${preview.text}</p>
  </div>`
}

function renderPhone({ preview, office, wording }: Scene, kind: 'whatsapp' | 'sms') {
  const noticeWording = noticeTexts(wording)
  return html`<div class="phone ${kind}">
    <p class="sender"><strong>${office}</strong><span class="small">${noticeWording.to} ${noticeWording.phone}</span></p>
    <p class="bubble prose">${preview.text}</p>
  </div>`
}

function renderParts({ preview: { sms }, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  if (!sms) return nothing
  return html`<div class="small">
    <p class="parts ${sms.parts > 2 ? 'many' : ''}">${icons.chat}${noticeWording.smsParts(sms.parts, sms.left)}</p>
    ${sms.alphabet === 'wide' ? html`<p class="soft">${noticeWording.smsWide}</p>` : nothing}
  </div>`
}

function renderTemplate({ view: { template }, settings, wording }: Scene) {
  const noticeWording = noticeTexts(wording)
  const link = html`<a href=${settings}>${noticeWording.templateSettings}</a>`
  if (!template)
    return html`<div class="banner warn">${icons.clock}<p>${noticeWording.templateMissing} ${link}</p></div>`
  return html`<div class="stack small">
    <p>${icons.clock} ${noticeWording.template(template.name)}</p>
    <ol class="filled">${template.places.map((text) => html`<li>${text}</li>`)}</ol>
    <p>${link}</p>
  </div>`
}

function renderSheet({ preview, office }: Scene) {
  return html`<div class="sheet">
    <p class="head">${office}</p>
    <p class="line">${preview.subject}</p>
    <p class="prose">${preview.text}</p>
  </div>`
}
