import { register } from '../register.ts'
import { AduanSimilar } from './aduan-similar.ts'

register('aduan-similar', AduanSimilar)
