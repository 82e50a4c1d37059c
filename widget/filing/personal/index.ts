import '../readers/index.ts'
import { register } from '../../element/register.ts'
import { AduanPersonal } from './aduan-personal.ts'

register('aduan-personal', AduanPersonal)
