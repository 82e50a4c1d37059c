import { register } from '../register.ts'
import { AduanDialog } from './aduan-dialog.ts'

register('aduan-dialog', AduanDialog)
