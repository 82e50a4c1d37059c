import type { spokenWording as indonesian } from '../id/spoken.ts'

export const spokenWording: typeof indonesian = {
  player: 'What the reporter told by voice',
  disguised: 'The reporter disguised the voice before sending it.',
  waits: 'Not transcribed yet.',
  by: (who, at) => `Transcript by ${who}, ${at}`,
  unanswered: 'The reporter has not answered this transcript yet.',
  right: (at) => `The reporter says that it is right, ${at}.`,
  corrected: (at) => `Corrected by the reporter, ${at}`,
  earlier: 'Earlier transcripts',
  cannotPlay: 'The recording cannot be played here. See the list of evidence.',
}
