import '../evidence/index.ts'
import { register } from '../register.ts'
import { AduanFollow } from './aduan-follow.ts'

register('aduan-follow', AduanFollow)
