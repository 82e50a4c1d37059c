import '../filing/evidence/index.ts'
import { register } from '../element/register.ts'
import { AduanFollow } from './aduan-follow.ts'

register('aduan-follow', AduanFollow)
