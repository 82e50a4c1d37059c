import { expect, it } from 'vitest'
import { offeredChannels } from '../../../service/offices/channels/notice-channel.ts'

it('a form offers no channel on which nothing leaves, unless the whole service is for trial', () => {
  const here = [
    { channel: 'email', keepsHere: true },
    { channel: 'sms', keepsHere: false },
  ] as const
  expect(offeredChannels(here, { isTrial: false })).toEqual(['sms'])
  expect(offeredChannels(here, { isTrial: true })).toEqual(['email', 'sms'])
})
