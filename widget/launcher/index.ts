import { register } from '../element/register.ts'
import { AduanButton } from './aduan-button.ts'

register('aduan-button', AduanButton)
