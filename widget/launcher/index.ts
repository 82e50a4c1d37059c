import { register } from '../register.ts'
import { AduanButton } from './aduan-button.ts'

register('aduan-button', AduanButton)
