import { register } from '../../element/register.ts'
import { AduanPolicy } from './aduan-policy.ts'

register('aduan-policy', AduanPolicy)
