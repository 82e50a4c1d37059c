import type { id } from './id.ts'

export const en: typeof id = {
  open: 'Tell it by voice',
  write: 'Write instead',
  pick: 'Choose a recording',
  failed: 'The recorder could not be loaded. Please try again, or write the story.',
  spoken: 'Your story: a recording of your voice.',
  spokenDisguised: 'Your story: a recording of your voice, disguised.',
  transcript: 'Staff will write it down. You can read and correct it on the follow-up page.',
  kept: 'The connection broke. Your recording is still here.',
  retry: 'Try again',
  again: 'Record again',
  lost: 'The recording has not arrived and is gone from this page. Please record again.',
  subject: (category) => `Spoken complaint: ${category}`,
}
