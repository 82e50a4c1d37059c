import type { recorderWording as indonesian } from '../id/recorder.ts'

export const recorderWording: typeof indonesian = {
  record: 'Record the reporter’s story',
  hint: 'Where the reporter does not want it written now. Ask the reporter first.',
  stop: 'Stop recording',
  recording: (seconds) => `Recording, ${seconds} seconds.`,
  ready: 'Play it to the reporter, then use it.',
  play: 'Play',
  quiet: 'Stop',
  notPlayed: 'The recording cannot be played here, but it can be used.',
  use: 'Use the recording',
  again: 'Record again',
  uploading: 'Uploading…',
  used: 'The reporter’s story: a recording. The story may be empty.',
  remove: 'Write instead',
  denied: 'The microphone cannot be used. Write the story, or upload a recording as evidence.',
  name: 'spoken-story',
}
