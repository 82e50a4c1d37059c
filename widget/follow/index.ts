import '../filing/evidence/index.ts'
import { register } from '../element/register.ts'
import { AduanChoice } from './aduan-choice.ts'
import { AduanFollow } from './aduan-follow.ts'
import { AduanListen } from './case-forms.ts'

register('aduan-follow', AduanFollow)
register('aduan-listen', AduanListen)
register('aduan-choice', AduanChoice)
