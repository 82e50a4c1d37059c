import { css } from '../../element/theme.ts'

/** Bits a second that a voice needs: five minutes are 1.2 MB. */
const BITS = 32_000

const kinds = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const

export interface Recording {
  /** The current loudness, 0 to 1. */
  level(): number
  /** Ends the recording and returns a file of that name with the ending of its kind. */
  finish(name: string): Promise<File>
  drop(): void
}

/**
 * Asks for the microphone and records.
 * @throws DOMException `NotAllowedError` where the person refused, others where there is no microphone
 */
export async function recordVoice(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const letGo = () => {
    for (const track of stream.getTracks()) track.stop()
    void context.close()
  }
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const wave = new Float32Array(analyser.fftSize)
  const [mimeType, ending] = kinds.find(([type]) => MediaRecorder.isTypeSupported(type)) ?? ['', 'webm']
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS, ...(mimeType && { mimeType }) })
  const pieces: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.start()

  return {
    level() {
      analyser.getFloatTimeDomainData(wave)
      return Math.min(1, Math.max(...wave.map(Math.abs)))
    },
    async finish(name) {
      await new Promise<void>((stopped) => {
        recorder.addEventListener('stop', () => stopped())
        // A device that was pulled out has ended the recording.
        if (recorder.state === 'inactive') stopped()
        else recorder.stop()
      })
      letGo()
      const type = mimeType.split(';')[0] ?? ''
      return new File(pieces, `${name}.${ending}`, { type })
    },
    drop() {
      if (recorder.state !== 'inactive') recorder.stop()
      letGo()
    },
  }
}

/**
 * Plays a recording without a URL, which the page's policy could block.
 * @returns a function that stops it
 */
export async function playBack(file: Blob, ended: () => void): Promise<() => void> {
  const context = new AudioContext()
  try {
    const source = context.createBufferSource()
    source.buffer = await context.decodeAudioData(await file.arrayBuffer())
    source.connect(context.destination)
    source.onended = () => {
      void context.close()
      ended()
    }
    source.start()
    return () => source.stop()
  } catch (cause) {
    await context.close()
    throw cause
  }
}

export const voiceStyles = css`
  section {
    margin-bottom: 0.75rem;
    padding: 1rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  h3 {
    margin: 0 0 0.35rem;
  }
  .time {
    margin: 0.5rem 0;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  meter {
    display: block;
    width: 100%;
    height: 1rem;
  }
  .actions {
    margin-top: 0.75rem;
  }
`
