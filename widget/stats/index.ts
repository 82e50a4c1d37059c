import { register } from '../register.ts'
import { AduanStats } from './aduan-stats.ts'

register('aduan-stats', AduanStats)
