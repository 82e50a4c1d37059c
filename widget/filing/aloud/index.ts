import { register } from '../../element/register.ts'
import { AduanAloud } from './aduan-aloud.ts'

register('aduan-aloud', AduanAloud)
