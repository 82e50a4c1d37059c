import { expect, it } from 'vitest'
import { offeredChannels } from '../../../service/offices/channels/notice-channel.ts'
import {
  hasTemplates,
  standardNoticeSettings,
  type WhatsAppTemplate,
} from '../../../service/offices/tenants/notice-settings.ts'

it('a form offers no channel on which nothing leaves, unless the whole service is for trial', () => {
  const here = [
    { channel: 'email', keepsHere: true },
    { channel: 'sms', keepsHere: false },
  ] as const
  expect(offeredChannels(here, { isTrial: false, hasTemplates: false })).toEqual(['sms'])
  expect(offeredChannels(here, { isTrial: true, hasTemplates: false })).toEqual(['email', 'sms'])
})

it('a form offers WhatsApp only where each notice has a template, in the language of its reader', () => {
  const here = [{ channel: 'whatsapp', keepsHere: false }] as const
  const isTrial = false
  expect(offeredChannels(here, { isTrial, hasTemplates: false })).toEqual([])
  expect(offeredChannels(here, { isTrial, hasTemplates: true })).toEqual(['whatsapp'])
  const forAll = { event: null, language: 'id', name: 'kabar', templateLanguage: 'id', variables: ['number'] } as const
  const having = (...whatsappTemplates: readonly WhatsAppTemplate[]) => ({
    ...standardNoticeSettings,
    whatsappTemplates,
  })
  expect(hasTemplates(having(), 'id')).toBe(false)
  expect(hasTemplates(having({ ...forAll, event: 'received' }), 'id')).toBe(false)
  expect(hasTemplates(having(forAll), 'id')).toBe(true)
  expect(hasTemplates(having(forAll), 'en')).toBe(false)
})
