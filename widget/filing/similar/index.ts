import { register } from '../../element/register.ts'
import { AduanSimilar } from './aduan-similar.ts'

register('aduan-similar', AduanSimilar)
