import { register } from '../../element/register.ts'
import { AduanVoice } from './aduan-voice.ts'

register('aduan-voice', AduanVoice)

export { playBack } from './recording.ts'
