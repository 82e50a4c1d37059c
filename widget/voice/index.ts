import { register } from '../register.ts'
import { AduanVoice } from './aduan-voice.ts'

register('aduan-voice', AduanVoice)
