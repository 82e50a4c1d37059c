import { register } from '../element/register.ts'
import { AduanStats } from './aduan-stats.ts'

register('aduan-stats', AduanStats)
